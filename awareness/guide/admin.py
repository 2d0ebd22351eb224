from django.contrib import admin

from awareness.editing.admin import PUBLIC_LIFE, PublishableAdmin, TextAdmin

from .models import Audience, AudienceTarget, Rhyme, Rule, ScamType, Slogan, Term, Trait


@admin.register(ScamType)
class ScamTypeAdmin(PublishableAdmin):
    list_display = ["short_name", "order", "review_due"]
    search_fields = ["name_zh_hans", "short_name_zh_hans", "name_en", "slug"]
    autocomplete_fields = ["related_types"]
    filter_horizontal = ["traits", "audiences"]
    fieldsets = [
        (None, {"fields": ["name", "short_name", "summary", "slug", "order"]}),
        (
            "手法",
            {
                "fields": [
                    "how_it_works",
                    "warning_signs",
                    "typical_phrases",
                    "phrase_cues",
                    "modern_variants",
                    "classic_scheme",
                ]
            },
        ),
        (
            "对策",
            {
                "fields": [
                    "stop",
                    "check_first",
                    "report",
                    "prevention",
                    "classic_prevention",
                    "verify_with",
                ]
            },
        ),
        ("归类", {"fields": ["channels", "traits", "audiences", "related_types"]}),
        (
            "纸和广播",
            {
                "fields": [
                    "headline",
                    "answer",
                    "starts",
                    "print_signs",
                    "print_phrases",
                    "poster",
                    "loudspeaker",
                ]
            },
        ),
        ("来源与审核", {"fields": ["commonness", "source", "reviewed_on"]}),
        (
            "公开",
            {"fields": PUBLIC_LIFE},
        ),
    ]


class TargetInline(admin.TabularInline):
    model = AudienceTarget
    extra = 0


@admin.register(Audience)
class AudienceAdmin(TextAdmin):
    list_display = ["name", "page_title", "order"]
    inlines = [TargetInline]


@admin.register(Term)
class TermAdmin(TextAdmin):
    list_display = ["term", "pinyin", "order"]
    search_fields = ["term_zh_hans", "term_zh_hant", "term_en", "pinyin"]
    filter_horizontal = ["related_types"]


@admin.register(Slogan)
class SloganAdmin(TextAdmin):
    list_display = ["text", "uses", "han_count", "order"]
    search_fields = ["text_zh_hans", "text_en"]


@admin.register(Trait, Rule)
class NamedAdmin(TextAdmin):
    list_display = ["name", "plain", "order"]


@admin.register(Rhyme)
class RhymeAdmin(TextAdmin):
    list_display = ["title", "short_version"]
