"""The panels of the front page: what is public now, and what needs someone soon."""

from datetime import datetime

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.utils import timezone

from awareness.lib.text.chinese_dates import day_words
from awareness.office.models import Staff
from awareness.pictures import uses
from awareness.pictures.models import Picture
from awareness.publishing import conditions
from awareness.publishing.models import LookedAtAgain, Publishable
from awareness.publishing.worklists import Lines, WorkLine, how_many, kinds_of, legs, look_up
from awareness.translation.rows import translated_fields

from . import hotline_panel, live_panel, waiting_panel
from .panel_types import Panel, PanelRow, list_of, moment_seen_from, page_of, title_of
from .scope import theirs

LAGGING = {
    "english_missing": conditions.english_missing,
    "english_old": conditions.english_behind,
    "traditional_old": conditions.traditional_behind,
}
LAG_WORDS = {"english_missing": "英文缺", "english_old": "英文旧", "traditional_old": "繁體旧"}


def panels(staff: Staff, now: datetime) -> list[Panel]:
    """In the order of their urgency, the empty ones among them."""
    texts = [theirs(staff, model.objects.at_hand()) for model in kinds_of(Publishable)]
    reviewed = [_public(staff, model, now) for model in kinds_of(LookedAtAgain)]
    found = look_up(
        {
            **waiting_panel.questions(staff, texts, now),
            "opening": legs(texts, conditions.opening(now), "starts_at"),
            "renewed": legs(texts, conditions.renewed(now), "due_at"),
            "review": legs(reviewed, conditions.due_for_review(now), "review_due"),
            "stale": legs(texts, conditions.untouched(now), "changed_at"),
        }
    )
    return [
        waiting_panel.waiting_panel(staff, found, now),
        waiting_panel.half_written_panel(found, now),
        live_panel.live_panel(now),
        coming(found["opening"], found["renewed"], now),
        review(found["review"], now),
        drafts(found["stale"], now),
        waiting_panel.handed_in(found, now),
        languages_panel(staff, now),
        hotline_panel.hotline_panel(staff, timezone.localdate(now)),
    ]


def _public(staff: Staff, model: type[Model], now: datetime) -> QuerySet:
    """The rows of MODEL that the public sees and STAFF works on."""
    if issubclass(model, Publishable):
        return theirs(staff, model.objects.live(now))
    rows = theirs(staff, model.objects.all())
    return uses.in_public_use(rows, now) if model is Picture else rows


def coming(opening: Lines, renewed: Lines, now: datetime) -> Panel:
    dated = [(line, "公开") for line in opening.lines]
    dated += [(line, "换上新稿") for line in renewed.lines]
    rows = [
        PanelRow(
            title_of(line.text), page_of(line.text), f"{moment_seen_from(line.moment, now)}{what}"
        )
        for line, what in sorted(dated, key=lambda pair: pair[0].moment)
    ]
    return Panel(
        "coming",
        "七天内要公开的",
        "七天内没有定时要公开的。",
        rows,
        more=opening.more + renewed.more,
        where="在各类内容的列表里选状态“已定时”，可以看全。",
    )


def review(found: Lines, now: datetime) -> Panel:
    return Panel(
        "review",
        "该再看一遍的",
        "三十天内没有到期要再看的。",
        [_review(line, timezone.localdate(now)) for line in found.lines],
        more=found.more,
        help="内容会过时：看一遍，改好，再写上下次什么时候看。",
    )


def _review(line: WorkLine, today) -> PanelRow:
    says = f"该在{day_words(line.moment, today)}前看"
    late = (today - line.moment).days
    if late > 0:
        return PanelRow(title_of(line.text), page_of(line.text), says, f"过了{late}天", "withdrawn")
    return PanelRow(title_of(line.text), page_of(line.text), says)


def drafts(found: Lines, now: datetime) -> Panel:
    rows = [
        PanelRow(title_of(line.text), page_of(line.text), f"{(now - line.moment).days}天没动")
        for line in found.lines
    ]
    return Panel(
        "drafts",
        "放久了的草稿",
        "没有放了两周以上的草稿。",
        rows,
        more=found.more,
        help="写完交审核；用不着的，放弃或者放进回收站。",
    )


def languages_panel(staff: Staff, now: datetime) -> Panel:
    """How many texts in public lack English or have a text older than its source, by kind."""
    kinds = [model for model in admin.site._registry if translated_fields(model)]
    counted = how_many((_public(staff, model, now) for model in kinds), **LAGGING)
    rows = [
        PanelRow(f"{model._meta.verbose_name}：{_lag(found)}", _lagging_list(model))
        for model, found in counted.items()
        if any(found.values())
    ]
    return Panel(
        "languages",
        "语言没跟上的",
        "英文和繁體都跟上了。",
        rows,
        help="缺英文的，英文页显示简体并说明；旧的，页面会说比简体旧。",
    )


def _lag(found: dict[str, int]) -> str:
    return "，".join(f"{LAG_WORDS[name]}{number}" for name, number in found.items() if number)


def _lagging_list(model: type[Model]) -> str:
    return list_of(model, "english" if issubclass(model, Publishable) else "")
