from django.apps import AppConfig


class PageViewsConfig(AppConfig):
    name = "awareness.page_views"
    verbose_name = "页面计数"

    def ready(self):
        from django.core.signals import request_finished

        from . import counter

        request_finished.connect(counter.write_if_due, dispatch_uid="keep_reads")
