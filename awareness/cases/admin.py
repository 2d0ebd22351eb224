import itertools
from datetime import timedelta

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from awareness.lib.phrases import BREAK, plain, propose
from awareness.lib.width import em_width
from awareness.publishing.admin import PUBLIC_LIFE, PublishableAdmin

from .models import Case, Warning

URGENT_FOR = timedelta(hours=72)  # an urgent banner without an end would never go
TITLE_LIMIT = 20  # em; WeChat shows no more of a title


class WarningForm(forms.ModelForm):
    slug = forms.SlugField(
        label="网址名",
        required=False,
        max_length=60,
        help_text="可以空着，按日期自动取。发布后不要改。",
    )

    def clean_slug(self):
        own = self.cleaned_data["slug"] or self.instance.slug
        return own or free_slug(timezone.localdate())

    def clean_title_zh_hans(self):
        return short_title(self.cleaned_data["title_zh_hans"])

    def clean(self):
        times = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if all(times) and times[0] >= times[1]:
            self.add_error("ends_at", "结束时间要在开始时间之后。")
        if self.cleaned_data.get("urgent") and not times[1]:
            self.cleaned_data["ends_at"] = (times[0] or timezone.now()) + URGENT_FOR
        return self.cleaned_data


def free_slug(day):
    """An address for a warning of DAY that nobody has named: 20261121, 20261121-2, …"""
    stem = f"{day:%Y%m%d}"
    taken = set(Warning.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    names = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
    return next(name for name in names if name not in taken)


def short_title(title):
    width = em_width(plain(title))
    if width > TITLE_LIMIT:
        raise ValidationError(f"标题最多{TITLE_LIMIT}个字，现在{width:g}个字，请再短一点。")
    return title


@admin.register(Warning)
class WarningAdmin(PublishableAdmin):
    form = WarningForm
    list_display = ["__str__", "district", "urgent", "starts_at", "ends_at"]
    ordering = [
        F("published_at").desc(nulls_first=True),
        "-pk",
    ]  # drafts on top: they wait for someone
    list_filter = ["urgent", "district", "scam_type"]
    list_select_related = ["district"]
    search_fields = ["title_zh_hans", "title_zh_hant", "title_en", "slug"]
    date_hierarchy = None
    show_full_result_count = False
    autocomplete_fields = ["scam_type"]
    readonly_fields = [*PublishableAdmin.readonly_fields, "proposed_breaks"]
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
        ("细节", {"fields": ["happened", "phrases", "cues", "already_title", "already"]}),
        ("公开", {"fields": ["office", "sample", *PUBLIC_LIFE]}),
    ]

    @admin.display(description="建议的断行")
    def proposed_breaks(self, warning):
        title = warning.title_zh_hans or ""
        if not title:
            return "保存后，这里给出建议。"
        return "已经标了。" if BREAK in title else propose(title)

    def get_changeform_initial_data(self, request):
        return {"office": request.user.office_id, **super().get_changeform_initial_data(request)}


@admin.register(Case)
class CaseAdmin(PublishableAdmin):
    list_display = ["__str__", "scam_type", "outcome", "review_due"]
    list_filter = ["outcome", "scam_type", "origin"]
    list_select_related = ["scam_type"]
    search_fields = ["title_zh_hans", "title_zh_hant", "title_en", "slug"]
    autocomplete_fields = ["scam_type", "related_types"]
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
                    "analysis",
                    "lessons",
                    "lessons_for_staff",
                    "red_flags",
                    "symptoms",
                ]
            },
        ),
        ("来源与审核", {"fields": ["origin", "source", "doubts", "reviewed_on", "review_due"]}),
        ("公开", {"fields": PUBLIC_LIFE}),
    ]
