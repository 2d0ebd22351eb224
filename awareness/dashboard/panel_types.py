"""What the front page of the desk is made of."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Model
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from awareness.lib.text.chinese_dates import moment_words

AT_ONCE = 5  # rows of a panel that stand open


@dataclass(frozen=True)
class PanelRow:
    """A line of a panel: what it is about and where it leads, what is to be said, a badge.

    URGENT puts the red 紧急 before it.
    """

    words: str
    url: str
    says: str = ""
    badge: str = ""
    badge_kind: str = "draft"  # as in css/admin/parts.css
    urgent: bool = False


@dataclass(frozen=True)
class Panel:
    """Rows under a title; NOTHING is the sentence that stands for it when there are none.

    MORE rows are not shown; WHERE tells how to find them.
    """

    name: str
    title: str
    nothing: str
    rows: list[PanelRow]
    more: int = 0
    where: str = ""
    links: list[PanelRow] = field(default_factory=list)
    help: str = ""

    @property
    def first(self) -> list[PanelRow]:
        return self.rows[:AT_ONCE]

    @property
    def rest(self) -> list[PanelRow]:
        return self.rows[AT_ONCE:]

    @property
    def shows(self) -> bool:
        return bool(self.rows or self.links)


def list_of(model: type[Model], state: str = "") -> str:
    """Address of the list of MODEL at the desk, filtered by STATE; '' if it has none."""
    address = page_named(f"{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{address}?state={state}" if address and state else address


def page_of(row: Model, *names: str) -> str:
    """Address of ROW's page at the desk: the first of NAMES that there is, else its form."""
    stem = f"{row._meta.app_label}_{row._meta.model_name}"
    found = (page_named(f"{stem}_{name}", row.pk) for name in (*names, "change"))
    return next((address for address in found if address), "")


def page_named(name: str, *args) -> str:
    try:
        return reverse(f"admin:{name}", args=args)
    except NoReverseMatch:
        return ""


def title_of(row: Model) -> str:
    """What ROW is and how it is called: 案例：……"""
    return f"{row._meta.verbose_name}：{row}"


def moment_seen_from(at: datetime, now: datetime) -> str:
    """AT in words, seen from NOW."""
    return moment_words(timezone.localtime(at), timezone.localdate(now))
