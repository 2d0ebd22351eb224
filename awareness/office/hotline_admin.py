"""Districts, offices and hotlines at the desk."""

from django import forms
from django.contrib import admin

from awareness.publishing.admin import TextAdmin

from .models import District, Hotline, Office


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
