"""Districts, offices and hotlines at the desk. Numbers change on pages of their own."""

from django import forms
from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path

from awareness.editing.admin import TextAdmin
from awareness.editing.forms import ReferenceForm

from . import number_pages
from .models import District, Hotline, NumberChange, Office
from .number_forms import misspoken
from .number_people import may_ask, may_vouch, waiting_for


@admin.register(District)
class DistrictAdmin(TextAdmin):
    list_display = ["name", "slug", "parent", "order"]
    search_fields = ["name_zh_hans", "name_zh_hant", "name_en", "slug"]


class NumberedAdmin(TextAdmin):
    """Rows with a number: shown here, changed by a request that a second person confirms."""

    change_form_template = "office/numbered_form.html"

    def get_urls(self):
        name = f"office_{self.opts.model_name}"
        own = [
            self._number_path("<int:pk>/number/", number_pages.change_form, f"{name}_number"),
            self._number_path("<int:pk>/checked/", number_pages.checked_page, f"{name}_checked"),
        ]
        return [*own, *super().get_urls()]

    def _number_path(self, route, view, name):
        return path(route, self.admin_site.admin_view(view), {"model": self.model}, name=name)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        row = self.get_object(request, object_id)
        more = number_links(request.user, row) if row else {}
        return super().change_view(request, object_id, form_url, (extra_context or {}) | more)


def number_links(staff, row) -> dict:
    """What STAFF may do about ROW's number, and what became of it so far."""
    return {
        "number": getattr(row, row.number_field),
        "number_url": f"admin:office_{row._meta.model_name}_number",
        "checked_url": f"admin:office_{row._meta.model_name}_checked",
        "may_ask": may_ask(staff, row),
        "may_vouch": may_vouch(staff, row),
        "number_changes": row.number_changes.select_related("asked_by", "confirmed_by")[:20],
    }


class OfficeForm(ReferenceForm):
    def clean_is_main(self):
        if self.cleaned_data["is_main"] and not self.instance.phone:
            raise forms.ValidationError("主办单位的电话在每一页上：先申请电话，确认了再改这里。")
        return self.cleaned_data["is_main"]


@admin.register(Office)
class OfficeAdmin(NumberedAdmin):
    form = OfficeForm
    list_display = ["name", "phone", "checked_on", "is_main"]
    readonly_fields = ["phone", "checked_on"]

    def get_readonly_fields(self, request, obj=None):
        """Texts name the phone by the office's slug, so it stays."""
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]

    def response_add(self, request, obj, post_url_continue=None):
        self.message_user(request, f"“{obj}”加上了。现在填它的电话，由另一个人确认。")
        return redirect("admin:office_office_number", obj.pk)


class HotlineForm(ReferenceForm):
    def clean(self):
        cleaned = super().clean()
        for name in ("spoken_zh_hans", "spoken_zh_hant", "spoken_en"):
            spoken = cleaned.get(name)
            if spoken and (why := misspoken(spoken, self.instance.number)):
                self.add_error(name, why)
        return cleaned


@admin.register(Hotline)
class HotlineAdmin(NumberedAdmin):
    form = HotlineForm
    change_list_template = "office/hotline_list.html"
    list_display = ["number", "name", "checked"]
    search_fields = ["number", "name_zh_hans", "name_en"]
    fields = [
        *("number", "checked_on", "name", "label", "use", "spoken"),
        *("source", "doubt", "order", "slug"),
    ]
    readonly_fields = ["number", "checked_on", "slug"]

    @admin.display(description="号码核对于", ordering="checked_on", empty_value="还没有核对")
    def checked(self, line):
        return line.checked_on if line.is_public else "还没有核对，居民看不到"

    def get_urls(self):
        answer = self.admin_site.admin_view(number_pages.number_request)
        own = path("changes/<int:pk>/", answer, name="office_number_change")
        return [own, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        return number_pages.hotline_form(request)

    def changelist_view(self, request, extra_context=None):
        own = {change.pk for change in waiting_for(request.user)}
        waiting = NumberChange.objects.waiting().select_related("hotline", "phone_of", "asked_by")
        more = {
            "waiting": [(change, change.pk in own) for change in waiting],
            "offices": number_pages.offices_of(request.user),
        }
        return super().changelist_view(request, (extra_context or {}) | more)

    def has_delete_permission(self, request, obj=None):
        return False  # every page and many sentences stand on these rows
