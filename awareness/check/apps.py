from django.apps import AppConfig


class CheckConfig(AppConfig):
    name = "awareness.check"
    verbose_name = "自查"
