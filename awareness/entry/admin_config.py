from django.contrib.admin.apps import AdminConfig


class EntryAdminConfig(AdminConfig):
    default_site = "awareness.entry.admin_site.GuardedDesk"
