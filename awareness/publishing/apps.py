from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "awareness.publishing"
    verbose_name = "发布"

    def ready(self):
        from django.db.models.signals import pre_save

        from awareness.translation.rows import prepare_text

        pre_save.connect(prepare_text, dispatch_uid="prepare_text")
