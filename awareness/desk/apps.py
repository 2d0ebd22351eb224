from django.apps import AppConfig


class FrontPageConfig(AppConfig):
    name = "awareness.desk"
    verbose_name = "编辑台首页"

    def ready(self):
        from django.core.signals import request_finished

        from . import reads

        request_finished.connect(reads.keep_if_due, dispatch_uid="keep_reads")
