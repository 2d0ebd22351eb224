from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from modeltranslation.admin import TranslationStackedInline

from awareness.editing.admin import TextAdmin
from awareness.editing.forms import GuardedParts, ReferenceForm

from .board import Board
from .examples import failing, load_examples
from .models import (
    Level,
    PasteSign,
    ScoringRule,
    Symptom,
    SymptomGroup,
    TransferAnswer,
    TransferQuestion,
    TransferText,
    TransferVerdict,
    Weight,
)


class OnlyRowForm(ReferenceForm):
    def clean(self):
        if not self.instance.pk and self._meta.model.objects.exists():
            raise ValidationError("这里只有一条，请改已经有的那一条。")
        return super().clean()


class OnlyRowAdmin(TextAdmin):
    form = OnlyRowForm

    def has_delete_permission(self, request, obj=None):
        return False  # the page stands on this row


class TellsOfExamples:
    """What is weighed was changed: says which examples do not come out right any more."""

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if wrong := failing(Board().rule):
            messages.warning(
                request,
                f"这样改了以后，{len(wrong)}个例子对不上：{'；'.join(wrong)}。请再看看分数。",
            )


class WeightInline(admin.TabularInline):
    model = Weight
    extra = 0
    autocomplete_fields = ["scam_type"]


@admin.register(Symptom)
class SymptomAdmin(TellsOfExamples, TextAdmin):
    list_display = ["text", "group", "emergency", "order"]
    list_filter = ["group", "traits", "emergency"]
    list_select_related = ["group", "emergency"]
    search_fields = ["text_zh_hans", "text_zh_hant", "text_en", "slug"]
    filter_horizontal = ["traits"]
    inlines = [WeightInline]
    fieldsets = [
        (None, {"fields": ["text", "why", "group", "order", "slug"]}),
        ("归类", {"fields": ["traits", "emergency"]}),
    ]


@admin.register(SymptomGroup)
class SymptomGroupAdmin(TextAdmin):
    list_display = ["title", "order"]


class LevelInline(TranslationStackedInline):
    model = Level
    formset = GuardedParts
    extra = 0


@admin.register(ScoringRule)
class ScoringRuleAdmin(TellsOfExamples, OnlyRowAdmin):
    list_display = ["__str__", "examples"]
    readonly_fields = ["examples"]
    inlines = [LevelInline]
    fieldsets = [
        (None, {"fields": ["examples", "intro", "privacy", "always", "slug"]}),
        ("怎么列名字", {"fields": ["name_from", "at_most", "share_of_first", "emergency_order"]}),
        ("给居民看的说明", {"fields": ["rule", "show", "first_things"]}),
    ]

    @admin.display(description="例子还对不对")
    def examples(self, rule):
        wrong = failing(Board().rule)
        if wrong:
            return f"{len(wrong)}个对不上：{'；'.join(wrong)}"
        return f"{len(load_examples('check'))}个例子都对。"


class AnswerInline(TranslationStackedInline):
    model = TransferAnswer
    formset = GuardedParts
    extra = 0


@admin.register(TransferQuestion)
class TransferQuestionAdmin(TextAdmin):
    list_display = ["__str__", "order", "teller_question"]
    search_fields = ["text_zh_hans", "text_zh_hant", "text_en", "slug"]
    inlines = [AnswerInline]


@admin.register(TransferVerdict)
class TransferVerdictAdmin(TextAdmin):
    list_display = ["title", "light", "min"]


@admin.register(TransferText)
class TransferTextAdmin(OnlyRowAdmin):
    list_display = ["title"]


@admin.register(PasteSign)
class PasteSignAdmin(TextAdmin):
    list_display = ["__str__", "scam_type", "trait", "order"]
    list_filter = ["scam_type", "trait"]
    list_select_related = ["scam_type", "trait"]
    search_fields = ["terms_zh_hans", "terms_zh_hant", "terms_en", "why_zh_hans", "slug"]
    autocomplete_fields = ["scam_type"]
