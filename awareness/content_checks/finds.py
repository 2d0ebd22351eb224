"""What must not go out: the guards put to every public sentence of a text."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model

from awareness.delivery.languages import ENGLISH, SOURCE, TRADITIONAL
from awareness.lib.guards import Find, FindWeight, explain, find_all
from awareness.lib.guards.unknown_keys import find_unchecked_keys
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.placeholders import placeholders
from awareness.lib.text.traditional import to_traditional
from awareness.translation.rows import as_shown, column, translated_fields

from .dead_links import find_dead

# Numbers that may be printed: the office brings in its hotlines and phones (notices.py).
KNOWN_NUMBERS: list[Callable[[], set[str]]] = []
# Those of them that residents do not see yet, by their keys.
UNCHECKED_KEYS: list[Callable[[], set[str]]] = []


@dataclass(frozen=True)
class Found:
    """A find and where it stands: PART is the row's own relation and number, or None."""

    find: Find
    field: str
    column: str
    language: str
    excerpt: str
    part: tuple[str, int] | None = None

    @property
    def blocks(self) -> bool:
        return self.find.weight == FindWeight.BLOCK

    @property
    def traditional(self) -> str:
        """The column of the same field in 繁體."""
        return self.column.removesuffix("_zh_hans") + "_zh_hant"

    @property
    def key(self) -> str:
        """Names this find among those of one text, for the button that remedies it."""
        relation, number = self.part or ("", "")
        return f"{relation}:{number}:{self.column}:{self.find.start}:{self.find.end}"


def finds(row: Model) -> list[Found]:
    """All finds in the public sentences of ROW and of its parts, those that block first."""
    found = list(finds_in(type(row), row.__dict__))
    for relation in getattr(row, "pieces", ()):
        for part in getattr(row, relation).all():
            found += finds_in(type(part), part.__dict__, (relation, part.pk))
    return sorted(found, key=lambda one: not one.blocks)


def finds_in(
    model: type[Model], texts: Mapping, part: tuple[str, int] | None = None
) -> Iterator[Found]:
    """Finds in TEXTS: what stands in the columns of MODEL's translated fields, by column."""
    hosts = allowed_hosts()
    names = dict(settings.LANGUAGES)
    open_fields = getattr(model, "open_fields", ())  # public by nature
    for field in (name for name in translated_fields(model) if name not in open_fields):
        for language in languages_written(field, texts):
            place = column(field, language)
            text = texts.get(place) or ""
            name = str(model._meta.get_field(field).verbose_name)
            if not text:
                continue
            for find in [*_guarded(text, language), *find_dead(text, hosts)]:
                yield Found(find, name, place, names[language], explain(text, find), part)


def blocking_finds(words: str) -> list[Find]:
    """What blocks in WORDS that are no text of their own, such as the reason of a withdrawal."""
    return [find for find in _guarded(words, SOURCE) if find.weight == FindWeight.BLOCK]


def _guarded(text: str, language: str) -> list[Find]:
    numbers = {number for known in KNOWN_NUMBERS for number in known()}
    keys = {key for key in placeholders(without_breaks(text)) if _stands_for_a_number(key, numbers)}
    unchecked = {key for known in UNCHECKED_KEYS for key in known()}
    return [
        *find_all(text, language, numbers, allowed_hosts(), keys),
        *find_unchecked_keys(text, unchecked),
    ]


def _stands_for_a_number(key: str, numbers: set[str]) -> bool:
    """Whether readers see a number of the table in the place of {KEY}."""
    return key.replace("-", "") in numbers or as_shown(f"{{{key}}}") not in (key, f"{{{key}}}")


def refuse_unfit(words: str) -> None:
    """ValidationError if WORDS that residents will read must not go out."""
    if found := blocking_finds(words):
        raise ValidationError(f"“{found[0].text}”：{found[0].why}")


def masked(words: str) -> str:
    """WORDS without the personal data in them: for what is kept for ever."""
    for find in reversed([one for one in blocking_finds(words) if one.personal]):
        words = f"{words[: find.start]}（隐去）{words[find.end :]}"
    return words


def languages_written(field: str, texts: Mapping) -> list[str]:
    """The languages in which somebody wrote FIELD: 繁體 that only follows is put right with 简体."""
    source = texts.get(column(field, SOURCE)) or ""
    follows = (texts.get(column(field, TRADITIONAL)) or "") == to_traditional(source)
    return [SOURCE, ENGLISH] if follows else [SOURCE, TRADITIONAL, ENGLISH]


def allowed_hosts() -> list[str]:
    return [*settings.LINK_HOSTS, urlsplit(settings.SITE_URL).hostname or ""]


def remedied(data: dict, found: Found) -> dict:
    """DATA (a version's) with FOUND's remedy put in its place."""
    if found.part is None:
        holder = data["fields"]
    else:
        relation, number = found.part
        holder = next(part for part in data["parts"][relation] if part["id"] == number)
    text, find = holder[found.column], found.find
    follows = holder.get(found.traditional) == to_traditional(text)
    holder[found.column] = text = text[: find.start] + (find.remedy or "") + text[find.end :]
    if follows and found.column != found.traditional:
        holder[found.traditional] = to_traditional(text)
    return data
