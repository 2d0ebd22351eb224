"""What helps on any tri-fold, for the room that its own words leave: what to agree on at home, the
four rules, lines to write the family's numbers on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from awareness.guide.models import Rule
from awareness.lib.text.lines import sentences
from awareness.lib.text.width import em_width
from awareness.translation.rows import readings

from ..blocks import Block, Face, titled
from ..family import family_words
from ..sheet_text import SheetPart, Words

RULED = 6.0  # below a panel's title, with the line under it
HEAD, BODY, ITEM = Face(22, 11, 81, bold=True), Face(16, 9, 81), Face(16, 9, 75)
_FRAMED_HEAD, _FRAMED = Face(22, 11, 69.5, bold=True), Face(16, 9, 69.5)
FRAME = 5.5  # its border and what parts it from the words
NAME_LINE, MOST_NAMES, FEWEST_NAMES = 14.0, 7, 2


@dataclass(frozen=True)
class Help:
    """A part for a panel: NAME is its place in the template, EMS how many characters it has."""

    name: str
    block: Block
    ems: float


def listed(part: SheetPart) -> Block:
    return titled(part.title, HEAD, ITEM, part.lines, False, 2.5, RULED)


def helps(words: Words) -> list[list[Help]]:
    """For each part that WORDS do not have already, its versions, the fullest first."""
    families = family_words()
    at_home = any(step.short in families.lines for step in words.steps)
    return [
        *([] if at_home else [_of_lines("home", _("和家里人说好"), families.lines)]),
        *([] if words.whole else [_rules()]),
        [names(rows) for rows in range(MOST_NAMES, FEWEST_NAMES - 1, -1)],
    ]


def to_say(words: Words) -> Help:
    """Words to read aloud, in a frame."""
    title, lines = _FRAMED_HEAD.set(words.say_title), _FRAMED.set(words.say)
    height = _FRAMED_HEAD.height(title) + RULED + _FRAMED.height(lines) + FRAME
    return Help("say", Block(height, {"title": title, "lines": lines}), em_width(words.say))


def _of_lines(name: str, title: str, lines: list[str]) -> list[Help]:
    """All of LINES, then one less each time, as long as it is a list."""
    shorter = [lines[:most] for most in range(len(lines), 1, -1)]
    return [_help(name, SheetPart(title, tuple(some))) for some in shorter]


def _help(name: str, part: SheetPart) -> Help:
    return Help(name, listed(part), em_width(part.title + "".join(part.lines)))


def _rules() -> list[Help]:
    """The four rules with the first sentence of each, or their names alone."""
    rules = readings(Rule.objects.all())
    colon = _("：")
    full = tuple(f"{rule.name}{colon}{''.join(sentences(rule.plain)[:1])}" for rule in rules)
    versions = [full, tuple(rule.name for rule in rules)] if rules else []
    return [_help("rules", SheetPart(_("三不一要"), lines)) for lines in versions]


def names(rows: int) -> Help:
    """ROWS lines with room for a name and a number."""
    title = HEAD.set(_("记下家里人的电话"))
    height = HEAD.height(title) + RULED + rows * NAME_LINE
    return Help("names", Block(height, {"title": title, "rows": range(rows)}), 10)
