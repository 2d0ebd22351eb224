from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "awareness.audit"
    verbose_name = "操作记录"
