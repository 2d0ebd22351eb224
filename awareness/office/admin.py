from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from awareness.publishing.admin import TextAdmin

from .forms import GivenPasswordForm
from .models import District, Hotline, Office, Staff

admin.site.unregister(Group)


@admin.register(District)
class DistrictAdmin(TextAdmin):
    list_display = ["name", "slug", "parent", "order"]
    search_fields = ["name_zh_hans", "name_zh_hant", "name_en", "slug"]


@admin.register(Office)
class OfficeAdmin(TextAdmin):
    list_display = ["name", "phone", "is_main"]


class HotlineForm(forms.ModelForm):
    def clean_slug(self):
        if self.instance.pk and self.cleaned_data["slug"] != self.instance.slug:
            raise forms.ValidationError("文章里用这个名字引用号码，改了就对不上。请只改“号码”。")
        return self.cleaned_data["slug"]


@admin.register(Hotline)
class HotlineAdmin(TextAdmin):
    form = HotlineForm
    list_display = ["number", "name", "label", "checked_on"]
    search_fields = ["number", "name_zh_hans", "name_en"]

    def has_delete_permission(self, request, obj=None):
        return False  # every page and many sentences stand on these rows


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
