"""Steps as a page shows them: whom to dial, and what to say with blanks to fill in."""

import re
from dataclasses import dataclass

from awareness.delivery.languages import SOURCE
from awareness.lib.text.repeats import beyond, joined_sentences
from awareness.office import notices
from awareness.translation.rows import InLanguage

FAMILY = "家人"
_BLANK = re.compile(r"[【\[]([^】\]]+)[】\]]")


@dataclass(frozen=True)
class SpokenStep:
    """STEP read in the page's language; MORE is what it says to do beyond its short sentence; DIAL
    is a hotline's key or ''; SAY and SAY_CHINESE are runs (text, is_blank). SAY_CHINESE stands
    beside a foreign SAY to an office or a bank: the operator may speak no other language."""

    step: InLanguage
    more: str
    dial: str
    say: list[tuple[str, bool]]
    say_chinese: list[tuple[str, bool]]


def spoken_steps(situation, language: str) -> list[SpokenStep]:
    return [_spoken(InLanguage(row, language)) for row in situation.steps.all()]


def _spoken(step: InLanguage) -> SpokenStep:
    foreign = step.language not in (SOURCE, "zh-hant")
    official = step.row.call_zh_hans not in ("", FAMILY)
    chinese = step.row.say_zh_hans if foreign and official else ""
    dial = notices.hotline_named_in(step.raw.call)
    more = joined_sentences(beyond(step.short, step.do))
    return SpokenStep(step, more, dial, blank_runs(step.say), blank_runs(chinese))


def blank_runs(sentence: str) -> list[tuple[str, bool]]:
    """SENTENCE as runs (text, is_blank); a blank is what stands in 【】 or []."""
    runs, at = [], 0
    for found in _BLANK.finditer(sentence or ""):
        runs += [(sentence[at : found.start()], False), (found[1], True)]
        at = found.end()
    return [run for run in [*runs, ((sentence or "")[at:], False)] if run[0]]
