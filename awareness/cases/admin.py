from django import forms
from django.contrib import admin
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html

from awareness.editing.admin import PUBLIC_LIFE, PublishableAdmin
from awareness.editing.forms import TextForm
from awareness.lib.text.phrase_breaks import BREAK, propose
from awareness.spreadsheets import pages as exchange

from . import figures
from .models import Case, Warning
from .slugs import free_warning_slug
from .urgent import URGENT_FOR, fitting_title, urgent_form


class WarningForm(TextForm):
    slug = forms.SlugField(
        label="网址名",
        required=False,
        max_length=60,
        help_text="可以空着，按日期自动取。发布后不要改。",
    )

    def clean_slug(self):
        own = self.cleaned_data["slug"] or self.instance.slug
        return own or free_warning_slug(timezone.localdate())

    def clean_title_zh_hans(self):
        return fitting_title(self.cleaned_data["title_zh_hans"])

    def clean(self):
        super().clean()
        starts, ends = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if self.cleaned_data.get("urgent") and not ends and "ends_at" not in self.errors:
            self.cleaned_data["ends_at"] = (starts or timezone.now()) + URGENT_FOR
        return self.cleaned_data


@admin.register(Warning)
class WarningAdmin(PublishableAdmin):
    form = WarningForm
    change_list_template = "admin/cases/list.html"
    list_display = ["__str__", "district", "starts_at", "end"]
    list_filter = ["urgent", "district", "scam_type"]
    list_select_related = ["district"]
    search_fields = ["title_zh_hans", "title_zh_hant", "title_en", "slug"]
    autocomplete_fields = ["scam_type", "picture"]
    readonly_fields = ["proposed_breaks"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "proposed_breaks",
                    "do_first",
                    "district",
                    "scam_type",
                    "urgent",
                    "slug",
                ]
            },
        ),
        (
            "细节",
            {
                "fields": [
                    "happened",
                    "print_story",
                    "phrases",
                    "cues",
                    "already_title",
                    "already",
                    "picture",
                ]
            },
        ),
        ("公开", {"fields": ["sample", *PUBLIC_LIFE]}),
    ]

    @admin.display(description="现在")
    def public_now(self, warning):
        state = super().public_now(warning)
        urgent = '<span class="badge badge-urgent">紧急</span> {}'
        return format_html(urgent, state) if warning.urgent else state

    @admin.display(description="结束时间", ordering="ends_at")
    def end(self, warning):
        return warning.ends_at or "一直公开"

    @admin.display(description="建议的断行")
    def proposed_breaks(self, warning):
        title = warning.title_zh_hans or ""
        if not title:
            return "保存后，这里给出建议。"
        return "已经标了。" if BREAK in title else propose(title)

    def get_urls(self):
        page = self.admin_site.admin_view(lambda request: urgent_form(request, self))
        own = path("urgent/", page, name="cases_warning_urgent")
        return [own, *exchange.urls(self), *super().get_urls()]


class YuanField(forms.IntegerField):
    """Yuan as people write them: 378,000 too."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def to_python(self, value):
        if value is None or not str(value).strip():
            return None
        try:
            return figures.yuan(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class CaseForm(TextForm):
    amount_yuan = YuanField(
        label="金额（元）", required=False, help_text="写成元，例如378000。不知道就空着。"
    )

    def clean_date(self):
        day = self.cleaned_data["date"]
        if day and (why := figures.unlikely(day)):
            raise forms.ValidationError(why)
        return day


@admin.register(Case)
class CaseAdmin(PublishableAdmin):
    form = CaseForm
    change_list_template = "admin/cases/list.html"
    list_display = ["__str__", "scam_type", "outcome", "review_due"]
    list_filter = ["outcome", "scam_type", "origin"]
    list_select_related = ["scam_type"]
    search_fields = ["title_zh_hans", "title_zh_hant", "title_en", "slug"]
    autocomplete_fields = ["scam_type", "related_types", "picture"]
    fieldsets = [
        (None, {"fields": ["title", "page_title", "summary", "slug", "order"]}),
        (
            "案情",
            {
                "fields": [
                    "scam_type",
                    "related_types",
                    "outcome",
                    "outcome_note",
                    "amount_yuan",
                    "amount_note",
                    "date",
                    "date_text",
                    "place",
                    "channels",
                ]
            },
        ),
        (
            "正文",
            {
                "fields": [
                    "what_happened",
                    "print_answer",
                    "print_story",
                    "analysis",
                    "lessons",
                    "lessons_for_staff",
                    "red_flags",
                    "symptoms",
                    "picture",
                ]
            },
        ),
        ("来源与审核", {"fields": ["origin", "source", "doubts", "reviewed_on"]}),
        ("公开", {"fields": PUBLIC_LIFE}),
    ]

    def get_urls(self):
        return [*exchange.urls(self), *super().get_urls()]
