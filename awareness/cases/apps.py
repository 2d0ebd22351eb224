from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "awareness.cases"
    verbose_name = "案例与预警"
