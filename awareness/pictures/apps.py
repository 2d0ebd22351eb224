from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "awareness.pictures"
    verbose_name = "图片"

    def ready(self):
        from django.db.models.signals import post_delete

        from .models import Picture, leave_no_files

        post_delete.connect(leave_no_files, sender=Picture, dispatch_uid="leave_no_files")
