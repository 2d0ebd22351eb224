from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "awareness.cases"
    verbose_name = "案例与预警"

    def ready(self):
        from . import tables  # noqa: F401 - they bring themselves in
