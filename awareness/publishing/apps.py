from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "awareness.publishing"
    verbose_name = "发布"

    def ready(self):
        from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

        from awareness.delivery import pages
        from awareness.translation.rows import prepare_text

        from .changes import announce_reference, true_until

        pages.TRUE_UNTIL.append(true_until)

        pre_save.connect(prepare_text, dispatch_uid="prepare_text")
        for saved in (post_save, post_delete, m2m_changed):
            saved.connect(announce_reference, dispatch_uid="announce_reference")
