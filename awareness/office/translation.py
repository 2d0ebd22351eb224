from modeltranslation.translator import TranslationOptions, register

from .models import District, Hotline, Office


@register(District)
class DistrictText(TranslationOptions):
    fields = ("name",)
    required_languages = ("zh-hans",)


@register(Office)
class OfficeText(TranslationOptions):
    fields = ("name", "address", "hours", "about", "record")
    required_languages = {"zh-hans": ("name",)}


@register(Hotline)
class HotlineText(TranslationOptions):
    fields = ("name", "label", "use", "spoken")
    required_languages = {"zh-hans": ("name", "use", "spoken")}
