from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "awareness.dashboard"
    verbose_name = "编辑台首页"
