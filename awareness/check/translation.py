from modeltranslation.translator import TranslationOptions, register

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
)


@register(SymptomGroup)
class SymptomGroupText(TranslationOptions):
    fields = ("title",)
    required_languages = ("zh-hans",)


@register(Symptom)
class SymptomText(TranslationOptions):
    fields = ("text", "why")
    required_languages = ("zh-hans",)


@register(ScoringRule)
class ScoringRuleText(TranslationOptions):
    fields = ("intro", "privacy", "always", "rule", "show", "first_things")
    required_languages = ("zh-hans",)


@register(Level)
class LevelText(TranslationOptions):
    fields = ("title", "do")
    required_languages = ("zh-hans",)


@register(TransferText)
class TransferTextText(TranslationOptions):
    fields = ("title", "intro", "privacy", "family_exception", "reminders", "how")
    required_languages = ("zh-hans",)


@register(TransferQuestion)
class TransferQuestionText(TranslationOptions):
    fields = ("text",)
    required_languages = ("zh-hans",)


@register(TransferAnswer)
class TransferAnswerText(TranslationOptions):
    fields = ("text", "message")
    required_languages = ("zh-hans",)


@register(TransferVerdict)
class TransferVerdictText(TranslationOptions):
    fields = ("light", "title", "do")
    required_languages = {"zh-hans": ("title", "do")}


@register(PasteSign)
class PasteSignText(TranslationOptions):
    fields = ("terms", "why")
    required_languages = ("zh-hans",)
