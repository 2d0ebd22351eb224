from django.apps import AppConfig


class LeafletsConfig(AppConfig):
    name = "awareness.leaflets"
    verbose_name = "单张与大屏"
