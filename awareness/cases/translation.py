from modeltranslation.translator import TranslationOptions, register

from .models import Case, Warning


@register(Case)
class CaseText(TranslationOptions):
    fields = (
        "title",
        "page_title",
        "summary",
        "outcome_note",
        "amount_note",
        "date_text",
        "place",
        "what_happened",
        "print_answer",
        "print_story",
        "analysis",
        "lessons",
        "lessons_for_staff",
        "red_flags",
        "symptoms",
        "source",
        "withdrawn_reason",
    )
    required_languages = {"zh-hans": ("title", "page_title", "summary", "what_happened", "lessons")}


@register(Warning)
class WarningText(TranslationOptions):
    fields = (
        "title",
        "do_first",
        "happened",
        "print_story",
        "phrases",
        "cues",
        "already_title",
        "already",
        "withdrawn_reason",
    )
    required_languages = {"zh-hans": ("title", "do_first")}
