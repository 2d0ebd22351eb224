from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "awareness.front"
    verbose_name = "前台"
