from django.contrib import admin
from modeltranslation.admin import TranslationStackedInline

from awareness.editing.admin import PUBLIC_LIFE, PublishableAdmin
from awareness.editing.forms import DraftedParts

from .models import Section, Situation, Step


class StepInline(TranslationStackedInline):
    model = Step
    formset = DraftedParts
    extra = 0


@admin.register(Situation)
class SituationAdmin(PublishableAdmin):
    list_display = ["__str__", "order", "review_due"]
    search_fields = ["title_zh_hans", "title_en", "slug"]
    inlines = [StepInline]
    fieldsets = [
        (None, {"fields": ["title", "page_title", "first_line", "poster", "slug", "order"]}),
        ("来源与审核", {"fields": ["source", "reviewed_on"]}),
        (
            "公开",
            {"fields": PUBLIC_LIFE},
        ),
    ]


@admin.register(Section)
class SectionAdmin(PublishableAdmin):
    list_display = ["title", "slug", "order"]
    search_fields = ["title_zh_hans", "title_en", "slug"]
    fieldsets = [
        (None, {"fields": ["title", "intro", "lines", "closing", "slug", "order"]}),
        ("公开", {"fields": PUBLIC_LIFE}),
    ]
