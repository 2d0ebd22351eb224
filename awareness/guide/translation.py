from modeltranslation.translator import TranslationOptions, register

from .models import Audience, Rhyme, Rule, ScamType, Slogan, Term, Trait


@register(Trait)
class TraitText(TranslationOptions):
    fields = ("name", "formal_term", "plain")
    required_languages = {"zh-hans": ("name", "plain")}


@register(Rule)
class RuleText(TranslationOptions):
    fields = ("name", "plain")
    required_languages = ("zh-hans",)


@register(Audience)
class AudienceText(TranslationOptions):
    fields = (
        "name",
        "page_title",
        "intro",
        "why",
        "one_line",
        "typical_bait",
        "tips",
        "reach",
        "format_hints",
        "source",
    )
    required_languages = {"zh-hans": ("name", "page_title", "intro", "why", "one_line", "tips")}


@register(ScamType)
class ScamTypeText(TranslationOptions):
    fields = (
        "name",
        "short_name",
        "summary",
        "how_it_works",
        "warning_signs",
        "typical_phrases",
        "phrase_cues",
        "prevention",
        "modern_variants",
        "verify_with",
        "commonness",
        "source",
        "headline",
        "answer",
        "starts",
        "print_signs",
        "print_phrases",
        "stop",
        "check_first",
        "report",
        "poster",
        "loudspeaker",
        "withdrawn_reason",
    )
    required_languages = {
        "zh-hans": ("name", "short_name", "summary", "how_it_works", "warning_signs", "headline")
    }


@register(Term)
class TermText(TranslationOptions):
    fields = ("term", "definition", "example", "source")
    required_languages = {"zh-hans": ("term", "definition")}


@register(Slogan)
class SloganText(TranslationOptions):
    fields = ("text",)
    required_languages = ("zh-hans",)


@register(Rhyme)
class RhymeText(TranslationOptions):
    fields = ("title", "verses", "short_version")
    required_languages = ("zh-hans",)
