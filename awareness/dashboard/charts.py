"""Thirty days in numbers: what was read, answered and opened for printing. Nothing under five.

No total stands beside the numbers, and what is hidden does not stand in the order of its numbers:
so nothing hidden can be worked out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Model, Q, Sum

from awareness.cases.models import Case, Warning
from awareness.emergency.models import Situation
from awareness.guide.models import ScamType
from awareness.page_views.models import PageCount
from awareness.page_views.rules import LEAFLET, SHEETS
from awareness.quiz.models import Question, QuestionSet, Tally
from awareness.quiz.sets import DAILY
from awareness.quiz.statistics import FEWEST
from awareness.translation.rows import as_shown

DAYS = 30
MOST_BARS = 8
LONGEST_NAME = 20  # characters of a quiz question
KINDS: dict[str, tuple[str, type[Model]]] = {
    "scam": ("骗局", ScamType),
    "situation": ("情况", Situation),
    "warning": ("预警", Warning),
    "case": ("案例", Case),
    "quiz-sheet": ("测验卷", QuestionSet),
}


@dataclass(frozen=True)
class Bar:
    """A name and its number, None where that is under five; SHARE: its percent of the longest bar."""

    name: str
    times: int | None
    share: float = 0

    @property
    def says(self) -> str:
        return f"不到{FEWEST}" if self.times is None else str(self.times)


@dataclass(frozen=True)
class Chart:
    name: str
    title: str
    of_what: str
    unit: str
    bars: list[Bar]
    help: str = ""


def charts(today: date) -> list[Chart]:
    """Those of the last DAYS days that have anything to show."""
    since = today - timedelta(days=DAYS)
    drawn = [types(since), answers(since), other_pages(since), sheets(since)]
    return [chart for chart in drawn if any(bar.times for bar in chart.bars)]


def types(since: date) -> Chart:
    counts = PageCount.objects.filter(day__gt=since, kind="scam")
    times = dict(counts.values_list("key").annotate(Sum("count")))
    bars = (
        Bar(str(kind), _unless_few(times.get(kind.slug, 0)))
        for kind in ScamType.objects.live().order_by("order")
    )
    return Chart("types", "骗局页，打开了几次", "骗局", "次", chart_bars(bars))


def other_pages(since: date) -> Chart:
    bars = _most_opened(Q(kind__in=["situation", "warning", "case"]), since)
    return Chart("pages", "别的页，打开最多的", "页", "次", bars)


def sheets(since: date) -> Chart:
    bars = _most_opened(Q(kind__in=SHEETS) | Q(kind__endswith=LEAFLET), since)
    help = "打开来要印的页。印没印、印了几张，网站不知道。"
    return Chart("sheets", "打开的纸", "纸", "次", bars, help)


def answers(since: date) -> Chart:
    counted = (
        Tally.objects.filter(day__gt=since)
        .values_list("question")
        .annotate(times=Sum("count"))
        .filter(times__gte=FEWEST)
        .order_by("-times", "question")[:MOST_BARS]
    )
    times = dict(counted)
    questions = Question.objects.in_bulk(list(times))
    bars = (Bar(_asked(questions[number]), count) for number, count in times.items())
    return Chart("answers", "测验题，答得最多的", "题", "人次", chart_bars(bars))


def _asked(question: Question) -> str:
    situation = as_shown(question.situation_zh_hans or "")
    shorter = situation[: LONGEST_NAME - 1] + "…"
    return situation if len(situation) <= LONGEST_NAME else shorter


def _unless_few(times: int) -> int | None:
    return times if times >= FEWEST else None


def _most_opened(pages: Q, since: date) -> list[Bar]:
    counted = (
        PageCount.objects.filter(pages, day__gt=since)
        .values_list("kind", "key")
        .annotate(times=Sum("count"))
        .filter(times__gte=FEWEST)
        .order_by("-times", "kind", "key")[:MOST_BARS]
    )
    times = {(kind, key): number for kind, key, number in counted}
    names = _names(times)
    return chart_bars(Bar(names[page], number) for page, number in times.items() if page in names)


def _names(pages: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """How each of PAGES is called; one whose text is gone is left out."""
    names = {("worksheet", ""): "证据记录单", ("quiz-sheet", DAILY): "测验卷：每日三题"}
    wanted = defaultdict(list)
    for kind, key in pages:
        wanted[kind].append(key)
    for kind, keys in wanted.items():
        word, model = KINDS.get(kind.removesuffix(LEAFLET), ("", None))
        for row in model.objects.filter(slug__in=keys) if model else []:
            names[kind, row.slug] = f"{'宣传单' if kind.endswith(LEAFLET) else word}：{row}"
    return names


def chart_bars(bars: Iterable[Bar]) -> list[Bar]:
    """BARS from the longest down, each with its share; the hidden ones as they came."""
    ordered = sorted(bars, key=lambda bar: -(bar.times or 0))
    longest = max((bar.times or 0 for bar in ordered), default=0) or 1
    return [replace(bar, share=round(100 * (bar.times or 0) / longest, 1)) for bar in ordered]
