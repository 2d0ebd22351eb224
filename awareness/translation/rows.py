"""Three languages in one row: filling 繁體 on save, and reading a row in the language it has."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from django.db.models import Model
from django.utils.translation import get_language
from modeltranslation.translator import NotRegistered, translator
from modeltranslation.utils import build_localized_fieldname

from awareness.delivery.languages import ENGLISH, HTML_CODES, SOURCE, TRADITIONAL
from awareness.lib.text.lines import plain_ends
from awareness.lib.text.traditional import to_traditional
from awareness.lib.text.typography import tidy_chinese


def translated_fields(model) -> list[str]:
    try:
        return list(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return []


def required_fields(model) -> list[str]:
    """The translated fields that a text of MODEL must have in 简体."""
    options = translator.get_options_for_model(model)
    required = options.required_languages
    if isinstance(required, dict):
        return list(required.get(SOURCE, ()))
    return list(options.all_fields) if SOURCE in required else []


def column(field: str, language: str) -> str:
    return build_localized_fieldname(field, language)


def prepare_text(sender, instance, raw=False, update_fields=None, **kwargs):
    """Before any save."""
    fields = translated_fields(sender)
    if fields and update_fields is None:
        settle(instance, _texts_in_database(sender, instance, fields))


def settle(instance, before: dict[str, str]) -> None:
    """House typography, 繁體 wherever nobody has written or confirmed it, and which texts of other
    languages are now older than their source. BEFORE: the texts until now by column, {} if new.

    `instance.minor_change` (小改动) leaves the other languages as current as they were;
    `instance.hant_confirmed` and `instance.english_confirmed` say that someone has looked.
    """
    fields = translated_fields(type(instance))
    for field in fields:
        source = column(field, SOURCE)
        setattr(instance, source, tidy_chinese(getattr(instance, source) or ""))
        for name in (column(field, TRADITIONAL), column(field, ENGLISH)):
            if text := getattr(instance, name):
                setattr(instance, name, plain_ends(text))
    _fill_traditional(instance, before, fields)
    if hasattr(instance, "english_behind"):
        instance.english_behind = " ".join(_english_behind(instance, before, fields))


def _fill_traditional(instance, before: dict[str, str], fields) -> None:
    own = _own_traditional(instance, before, fields)
    behind = set(getattr(instance, "hant_behind", "").split())
    for field in fields:
        source, hant = column(field, SOURCE), column(field, TRADITIONAL)
        text, written = getattr(instance, source), getattr(instance, hant) or ""
        was = before.get(source) or ""
        automatic = written in {before.get(hant) or "", to_traditional(text), to_traditional(was)}
        if not written or (field not in own and automatic):
            setattr(instance, hant, to_traditional(text))
            own.discard(field)
            behind.discard(field)
        elif written != (before.get(hant) or ""):
            own.add(field)
            behind.discard(field)
        elif text != was and not getattr(instance, "minor_change", False):
            behind.add(field)
    if getattr(instance, "hant_confirmed", False):
        own, behind = {field for field in fields if getattr(instance, column(field, SOURCE))}, set()
    if hasattr(instance, "hant_own"):
        instance.hant_own, instance.hant_behind = " ".join(sorted(own)), " ".join(sorted(behind))


def _own_traditional(instance, before, fields) -> set[str]:
    """The fields whose 繁體 a person wrote or confirmed."""
    if hasattr(instance, "hant_own"):
        return set(instance.hant_own.split())
    return {
        field
        for field in fields
        if (before.get(column(field, TRADITIONAL)) or "")
        != to_traditional(before.get(column(field, SOURCE)) or "")
    }


def _english_behind(instance, before: dict[str, str], fields) -> list[str]:
    """The fields whose English still says what the 简体 said before it was changed."""
    if not before or getattr(instance, "english_confirmed", False):
        return []
    behind = set(instance.english_behind.split())
    for field in fields:
        source, english = column(field, SOURCE), column(field, ENGLISH)
        text = getattr(instance, english) or ""
        changed = getattr(instance, source) != (before[source] or "")
        if text != (before[english] or "") or not text:
            behind.discard(field)
        elif changed and not getattr(instance, "minor_change", False):
            behind.add(field)
    return sorted(behind)


def _texts_in_database(model, instance, fields) -> dict[str, str]:
    if not instance.pk:
        return {}
    languages = (SOURCE, TRADITIONAL, ENGLISH)
    columns = [column(field, language) for field in fields for language in languages]
    return model._base_manager.filter(pk=instance.pk).values(*columns).first() or {}


# What takes out sentences that must not be public yet (notices.py).
WITHHELD: list[Callable[[str], str]] = []
# What is done to every text before it is shown; the office puts the hotlines in (notices.py).
ON_SHOWING: list[Callable[[str], str]] = []


def as_shown(text: str) -> str:
    """TEXT as a reader sees it."""
    for change in ON_SHOWING:
        text = change(text)
    return text


SAID_ELSEWHERE = {"withdrawn_reason"}  # not part of the text itself


class InLanguage:
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
    def raw(self) -> "InLanguage":
        """The same with hotlines still as {110}: for what makes a link of them."""
        return InLanguage(self.row, self.language, as_kept=True)

    @property
    def outdated(self) -> bool:
        """Whether the text in this language is older than its source."""
        return behind(self.row, self.language)

    def __getattr__(self, name):
        if name in translated_fields(type(self.row)):
            own = getattr(self.row, column(name, self.language))
            text = own or getattr(self.row, column(name, SOURCE)) or ""
            for without in WITHHELD:
                text = without(text)
            return text if self.as_kept else as_shown(text)
        value = getattr(self.row, name)
        if isinstance(value, Model) and translated_fields(type(value)):
            return InLanguage(value, self.language)  # a related row is read in the same language
        return value

    def __str__(self):
        return as_shown(str(self.row))


def complete(row, language: str) -> bool:
    """Whether every text that ROW has in 简体 also stands in LANGUAGE."""
    return language == SOURCE or all(
        getattr(row, column(field, language))
        for field in translated_fields(type(row))
        if getattr(row, column(field, SOURCE)) and field not in SAID_ELSEWHERE
    )


class TranslationState(StrEnum):
    """How a row stands in a language, in the words of the desk."""

    THERE = "有"
    AUTOMATIC = "自动转换"
    OLD = "旧"
    MISSING = "缺"


def standing(row, language: str) -> TranslationState:
    """How ROW's text in LANGUAGE stands to its 简体."""
    if language == SOURCE:
        return TranslationState.THERE
    if not all(complete(one, language) for one in with_pieces(row)):
        return TranslationState.MISSING
    if behind(row, language):
        return TranslationState.OLD
    if language == TRADITIONAL and not all(_confirmed(one) for one in with_pieces(row)):
        return TranslationState.AUTOMATIC
    return TranslationState.THERE


def behind(row, language: str) -> bool:
    """Whether ROW or a piece of it says in LANGUAGE what the 简体 said before it was changed."""
    mark = {ENGLISH: "english_behind", TRADITIONAL: "hant_behind"}.get(language, "")
    return bool(mark) and any(getattr(one, mark, "") for one in with_pieces(row))


def with_pieces(row) -> Iterator[Model]:
    """ROW and the translated rows that are pieces of it, such as the steps of a situation."""
    yield row
    for relation in getattr(row, "pieces", ()):
        manager = getattr(row, relation)
        if translated_fields(manager.model):
            yield from manager.all()


def _confirmed(row) -> bool:
    """Whether someone has written or looked at all of ROW's 繁體."""
    own = getattr(row, "hant_own", "").split()
    fields = set(translated_fields(type(row))) - SAID_ELSEWHERE - set(own)
    return not any(getattr(row, column(field, SOURCE)) for field in fields)


def readings(rows) -> list[InLanguage]:
    return [InLanguage(row) for row in rows]
