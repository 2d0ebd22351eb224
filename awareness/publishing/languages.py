"""Three languages in one row: filling 繁體 on save, and reading a row in the language it has."""

from collections.abc import Callable

from django.db.models import Model
from django.utils.translation import get_language
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

from awareness.delivery.languages import ENGLISH, HTML_CODES, SOURCE, TRADITIONAL
from awareness.lib.hant import to_traditional
from awareness.lib.tidy import tidy_chinese


def translated_fields(model) -> list[str]:
    try:
        return list(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


def column(field: str, language: str) -> str:
    return build_localized_fieldname(field, language)


def prepare_text(sender, instance, raw=False, **kwargs):
    """Before any save: house typography, and 繁體 wherever nobody has written it by hand."""
    fields = translated_fields(sender)
    if not fields:
        return
    before = _texts_in_database(sender, instance, fields)
    if before and hasattr(instance, "english_behind"):
        instance.english_behind = " ".join(_behind(instance, before, fields))
    for field in fields:
        source, hant = column(field, SOURCE), column(field, TRADITIONAL)
        text = tidy_chinese(getattr(instance, source) or "")
        setattr(instance, source, text)
        by_hand = getattr(instance, hant) or ""
        if not by_hand or by_hand == to_traditional(before.get(source) or ""):
            setattr(instance, hant, to_traditional(text))


def _behind(instance, before: dict[str, str], fields) -> list[str]:
    """The fields whose English still says what the 简体 said before it was changed."""
    behind = set(instance.english_behind.split())
    for field in fields:
        source, english = column(field, SOURCE), column(field, ENGLISH)
        text = getattr(instance, english) or ""
        if text != (before[english] or "") or not text:
            behind.discard(field)
        elif tidy_chinese(getattr(instance, source) or "") != (before[source] or ""):
            behind.add(field)
    return sorted(behind)


def _texts_in_database(model, instance, fields) -> dict[str, str]:
    if not instance.pk:
        return {}
    columns = [column(field, language) for field in fields for language in (SOURCE, ENGLISH)]
    return model._base_manager.filter(pk=instance.pk).values(*columns).first() or {}


# What is done to every text before it is shown; the office puts the hotlines in (notices.py).
ON_SHOWING: list[Callable[[str], str]] = []


def shown(text: str) -> str:
    """TEXT as a reader sees it."""
    for change in ON_SHOWING:
        text = change(text)
    return text


SAID_ELSEWHERE = {"withdrawn_reason"}  # not part of the text itself


class Reading:
    """A row read in one language: `row.title` is that language's text, whatever is active.

    A row that lacks the page's language is read in 简体 as a whole; `foreign` is then the
    `lang` value to set on it, else ''.
    """

    def __init__(self, row, language: str | None = None, as_kept: bool = False):
        wanted = language or get_language() or SOURCE
        self.row = row
        self.as_kept = as_kept
        self.language = wanted if complete(row, wanted) else SOURCE
        self.foreign = "" if self.language == wanted else HTML_CODES[self.language]

    @property
    def raw(self) -> "Reading":
        """The same with hotlines still as {110}: for what makes a link of them."""
        return Reading(self.row, self.language, as_kept=True)

    @property
    def outdated(self) -> bool:
        """Whether the text in this language is older than its source."""
        return self.language == ENGLISH and bool(getattr(self.row, "english_behind", ""))

    def __getattr__(self, name):
        if name in translated_fields(type(self.row)):
            own = getattr(self.row, column(name, self.language))
            text = own or getattr(self.row, column(name, SOURCE)) or ""
            return text if self.as_kept else shown(text)
        value = getattr(self.row, name)
        if isinstance(value, Model) and translated_fields(type(value)):
            return Reading(value, self.language)  # a related row is read in the same language
        return value

    def __str__(self):
        return shown(str(self.row))


def complete(row, language: str) -> bool:
    """Whether every text that ROW has in 简体 also stands in LANGUAGE."""
    return language == SOURCE or all(
        getattr(row, column(field, language))
        for field in translated_fields(type(row))
        if getattr(row, column(field, SOURCE)) and field not in SAID_ELSEWHERE
    )


def readings(rows) -> list[Reading]:
    return [Reading(row) for row in rows]
