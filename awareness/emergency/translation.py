from modeltranslation.translator import TranslationOptions, register

from .models import Section, Situation, Step


@register(Situation)
class SituationText(TranslationOptions):
    fields = ("title", "page_title", "first_line", "poster", "source", "withdrawn_reason")
    required_languages = {"zh-hans": ("title", "page_title", "first_line")}


@register(Step)
class StepText(TranslationOptions):
    fields = ("short", "do", "call", "say", "keep")
    required_languages = {"zh-hans": ("short", "do")}


@register(Section)
class SectionText(TranslationOptions):
    fields = ("title", "intro", "lines", "closing", "withdrawn_reason")
    required_languages = {"zh-hans": ("title",)}
