"""One question a day for a screen: the words of somebody who wants money, and what to do then.

Of the quiz a question is taken if it is easy enough for a passer-by (not hard), a fraud, and has
words of the fraudster (its longest telling place inside the quotation) and a right answer that are
each at most 12 characters in 简体 and stand in good lines. The day says which: all screens of a day ask the same.
"""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from awareness.delivery.languages import SOURCE, TRADITIONAL
from awareness.lib.text.lines import split_pairs
from awareness.lib.text.width import em_width
from awareness.lib.typesetting.largest_fit import largest
from awareness.quiz.models import Difficulty, Question
from awareness.quiz.models import QuestionKind as Verdict
from awareness.translation.rows import InLanguage

from .slides import LEAST, TALL, Slide, SlideKind

LONGEST, SHORTEST = 12, 5  # characters of 简体; fewer say too little by themselves
DAYS = 7  # that a screen without network has questions for
_QUOTED = re.compile("“(.*?)”", re.S)


def questions_of_the_week(today: date) -> list[tuple[Slide, Slide]]:
    """A question and its answer for TODAY and each of the next days; none if no question is short."""
    rows = Question.objects.live().filter(kind=Verdict.SCAM).exclude(difficulty=Difficulty.HARD)
    fit = [row for row in rows if is_short(row)]
    days = [today + timedelta(days=number) for number in range(DAYS if fit else 0)]
    return [asked_on(day, fit[day.toordinal() % len(fit)]) for day in days]


def is_short(row: Question) -> bool:
    source = InLanguage(row, SOURCE)
    answer = right_answer(source)
    fits = 0 < em_width(answer.strip()) <= LONGEST and not largest(answer, TALL, LEAST).ragged
    return fits and place_of_words(source) is not None


def asked_on(day: date, row: Question) -> tuple[Slide, Slide]:
    since, until = midnight(day), midnight(day + timedelta(days=1))
    text = InLanguage(row)
    common = {"foreign": text.foreign, "since": since, "until": until}
    said = quoted(their_words(text, place_of_words(InLanguage(row, SOURCE))), text.language)
    return (
        Slide(SlideKind.QUESTION, said, notes=(_("测验示例"), _("您怎么办？")), **common),
        Slide(SlideKind.ANSWER, right_answer(text), notes=(_("这样办"),), **common),
    )


def right_answer(text: InLanguage) -> str:
    return getattr(text, f"option_{text.correct.lower()}")


def place_of_words(source: InLanguage) -> int | None:
    """Which of the telling places is shown: the longest that is the fraudster's own and fits."""
    said = "".join(_QUOTED.findall(source.situation))
    widths = {
        place: em_width(words)
        for place, (words, _why) in enumerate(cues(source))
        if words in said and SHORTEST <= em_width(words) <= LONGEST - 2  # and two quotation marks
    }
    return max(widths, key=widths.get, default=None)


def their_words(text: InLanguage, place: int) -> str:
    return cues(text)[place][0]


def cues(text: InLanguage) -> list[tuple[str, str]]:
    return split_pairs(text.cues, "＝=")


def quoted(words: str, language: str) -> str:
    words = words[:1].upper() + words[1:]
    return f"「{words}」" if language == TRADITIONAL else f"“{words}”"


def midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
