from django.apps import AppConfig


class EntryConfig(AppConfig):
    name = "awareness.entry"
    verbose_name = "进入编辑台"

    def ready(self):
        from axes.signals import user_locked_out
        from django.contrib.auth.signals import user_logged_in, user_login_failed
        from django.core.checks import register

        from . import checks, lockout, sessions

        register(checks.desk_path_is_free)
        user_logged_in.connect(sessions.begin_session, dispatch_uid="begin_session")
        user_login_failed.connect(lockout.note_failure, dispatch_uid="note_failure")
        user_locked_out.connect(lockout.note_lock, dispatch_uid="note_lock")
