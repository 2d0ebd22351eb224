from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from . import hotline_admin  # noqa: F401 - registers its own
from .forms import GivenPasswordForm
from .models import Staff

admin.site.unregister(Group)


@admin.register(Staff)
class StaffAdmin(UserAdmin):
    change_password_form = GivenPasswordForm
    list_display = ["username", "first_name", "office", "role", "is_active"]
    fieldsets = [
        (None, {"fields": ["username", "password", "must_change_password"]}),
        ("这个人", {"fields": ["first_name", "office"]}),
        ("能做什么", {"fields": ["role", "is_active"]}),
        ("记录", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "first_name",
                    "office",
                    "role",
                    "usable_password",
                    "password1",
                    "password2",
                ]
            },
        )
    ]
    readonly_fields = ["last_login", "date_joined"]

    def save_model(self, request, staff, form, change):
        if not change:
            staff.is_staff = True
            staff.must_change_password = True
        super().save_model(request, staff, form, change)

    def has_delete_permission(self, request, obj=None):
        return False  # who leaves is deactivated; what they wrote stays
