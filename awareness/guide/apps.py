from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "awareness.guide"
    verbose_name = "骗局与人群"
