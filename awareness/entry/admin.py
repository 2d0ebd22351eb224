"""Colleagues at the desk: invited, changed, deactivated, never deleted."""

from importlib import import_module

from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef
from django.db.models.constants import LOOKUP_SEP
from django.urls import path
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from awareness.audit.lists import ShortSearch
from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.office.models import Staff

from . import people, second_factor, staff_pages
from .models import Invitation
from .staff_forms import NewcomerForm, StaffForm

# Roles stand in for groups, and a phone's secret is nobody's business.
for model in (Group, TOTPDevice, StaticDevice):
    import_module(f"{model._meta.app_config.name}.admin")  # registers it, unless done already
    admin.site.unregister(model)

NARROWED_BY = {"role", "is_active", "office", "username", "first_name"}


@admin.register(Staff)
class StaffAdmin(ShortSearch, admin.ModelAdmin):
    add_form_template = change_form_template = "entry/staff_form.html"
    list_display = ["person", "shown_username", "office", "role", "standing", "second_step"]
    list_filter = ["role", "is_active"]
    search_fields = ["username", "first_name"]
    ordering = ["-is_active", "username"]
    readonly_fields = ["standing", "second_step", "last_login", "date_joined"]

    def get_queryset(self, request):
        phones = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        waiting = Invitation.objects.open().filter(staff=OuterRef("pk"))
        rows = super().get_queryset(request).select_related("office")
        return rows.annotate(has_phone=Exists(phones), is_invited=Exists(waiting))

    @admin.display(description="姓名", ordering="first_name")
    def person(self, staff):
        return str(staff)

    @admin.display(description="用户名", ordering="username")
    def shown_username(self, staff):
        return staff.username if people.has_username(staff) else "还没选"

    @admin.display(description="现在")
    def standing(self, staff):
        if staff.is_active:
            return "在职"
        if staff.is_invited:
            return "已邀请，还没来"
        return "已停用" if staff.last_login else "邀请没有用上"

    @admin.display(description="二次验证")
    def second_step(self, staff):
        if staff.has_phone:
            return "已绑手机"
        return "下次登录要绑" if second_factor.is_asked_of(staff) else "没有，不要求"

    def get_form(self, request, obj=None, **kwargs):
        return super().get_form(
            request, obj, **{"form": StaffForm if obj else NewcomerForm} | kwargs
        )

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return [(None, {"fields": NewcomerForm.Meta.fields})]
        named = ["username"] if people.has_username(obj) else []
        # Who has left, or has not come yet, comes in by an invitation, not by a tick.
        active = ["is_active"] if obj.is_active else []
        return [
            (None, {"fields": ["first_name", "office", "role", *named]}),
            ("进编辑台", {"fields": ["standing", *active, "second_step"]}),
            ("记录", {"fields": ["last_login", "date_joined"]}),
        ]

    def get_urls(self):
        pages = [
            ("invitation", staff_pages.invitation_page),
            ("second_step", staff_pages.second_step_page),
        ]
        return [
            path(
                f"<int:pk>/{name.replace('_', '-')}/",
                self.admin_site.admin_view(page),
                name=f"office_staff_{name}",
            )
            for name, page in pages
        ] + super().get_urls()

    def save_model(self, request, staff, form, change):
        if not change:
            people.prepare_newcomer(staff).save()
            record(
                verb=AuditAction.PEOPLE,
                by=request.user,
                about=staff,
                detail=f"新增：{staff_words(staff)}",
            )
            return
        leaves = "is_active" in form.changed_data and not staff.is_active
        staff.is_superuser = False  # from here on the role alone says it
        staff.save()
        if {"role", "office", "username", "first_name"} & set(form.changed_data):
            record(
                verb=AuditAction.PEOPLE,
                by=request.user,
                about=staff,
                detail=f"改为：{staff_words(staff)}",
            )
        if leaves:
            people.deactivate_staff(staff, by=request.user)

    def render_change_form(self, request, context, **kwargs):
        only_save = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context | only_save, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        return staff_pages.show_invitation(request, obj)

    def lookup_allowed(self, lookup, value, request=None):
        """An address narrows the list by what it shows; by a password's digest it would tell it."""
        return lookup.split(LOOKUP_SEP)[0] in NARROWED_BY and super().lookup_allowed(
            lookup, value, request
        )

    def has_delete_permission(self, request, obj=None):
        return False  # who leaves is deactivated; what they wrote stays


def staff_words(staff) -> str:
    return f"{staff.office or '没有单位'}，{staff.get_role_display()}"
