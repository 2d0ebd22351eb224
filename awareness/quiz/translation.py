from modeltranslation.translator import TranslationOptions, register

from .models import Question, QuestionSet


@register(Question)
class QuestionText(TranslationOptions):
    fields = (
        "situation",
        "question",
        "option_a",
        "option_b",
        "option_c",
        "explanation",
        "general_rule",
        "cues",
        "withdrawn_reason",
    )
    required_languages = {
        "zh-hans": (
            "situation",
            "question",
            "option_a",
            "option_b",
            "option_c",
            "explanation",
            "general_rule",
        )
    }


@register(QuestionSet)
class QuestionSetText(TranslationOptions):
    fields = ("title", "withdrawn_reason")
    required_languages = {"zh-hans": ("title",)}
