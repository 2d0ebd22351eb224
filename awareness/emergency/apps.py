from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    name = "awareness.emergency"
    verbose_name = "已经转账"
