"""What became of a sheet that was printed once: for each of its pages, whether it still holds."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from django.db.models import Model
from django.utils import timezone

from awareness.delivery.languages import HTML_CODES, SOURCE
from awareness.publishing.models import PublicState as Life
from awareness.publishing.models import Publishable
from awareness.sheets.code import Issue, NotOurs
from awareness.sheets.subjects import MODELS, Subject, SubjectKind, present_number
from awareness.translation.rows import InLanguage, column

from .past_versions import Edition, editions, title_of_version
from .titles import titles


class SheetStatus(IntEnum):
    """A sheet of several pages is what the worst of them is."""

    CURRENT = 0
    REPLACED = 1
    EXPIRED = 2
    WITHDRAWN = 3


@dataclass(frozen=True)
class PageStatus:
    """One page of a sheet. TITLES are (words with ｜ where they break, `lang`), as on the paper."""

    subject: Subject  # as it is now; its row may be gone
    state: SheetStatus
    titles: tuple[tuple[str, str], ...]
    issued_on: date | None
    over_at: datetime | None = None  # when it expired or was withdrawn
    reason: str = ""  # why it was withdrawn, for the public
    reason_lang: str = ""

    @property
    def is_public(self) -> bool:
        return self.state in {SheetStatus.CURRENT, SheetStatus.REPLACED}


def standings(issue: Issue) -> list[PageStatus]:
    """The pages of ISSUE, in their order on the paper. NotOurs if one never had such a sheet."""
    rows = _rows(issue)
    pages = [(_now(kind, rows.get((kind, pk))), number) for kind, pk, number in issue.subjects]
    if not all(_could_be_issued(one, number) for one, number in pages):
        raise NotOurs
    old = editions((one.row, number) for one, number in pages if _is_old_text(one, number))
    return [
        _standing(
            issue, one, number, old.get(title_of_version(one.row, number)) if one.row else None
        )
        for one, number in pages
    ]


def _rows(issue: Issue) -> dict[tuple[SubjectKind, int], Model]:
    found = {}
    for kind in {kind for kind, _pk, _number in issue.subjects} & set(MODELS):
        rows = MODELS[kind]._base_manager
        if issubclass(MODELS[kind], Publishable):
            rows = rows.select_related("live_version")
        keys = [pk for other, pk, _number in issue.subjects if other == kind]
        found |= {(kind, pk): row for pk, row in rows.in_bulk(keys).items()}
    return found


def _now(kind: SubjectKind, row: Model | None) -> Subject:
    gone = kind in MODELS and row is None
    return Subject(kind, row, 0 if gone else present_number(kind, row))


def _could_be_issued(subject: Subject, number: int) -> bool:
    row = subject.row
    if isinstance(row, Publishable) and (row.never_public or row.starts_at > timezone.now()):
        return False
    falls = subject.kind == SubjectKind.QUIZ  # its number does, when a question leaves the set
    return _is_gone(subject) or falls or number <= subject.number


def _is_gone(subject: Subject) -> bool:
    return subject.kind in MODELS and subject.row is None


def _is_old_text(subject: Subject, number: int) -> bool:
    """Whether NUMBER is an earlier version of a single row; a quiz counts many."""
    return bool(subject.row) and subject.number != number and subject.kind != SubjectKind.QUIZ


def _standing(issue: Issue, subject: Subject, number: int, edition: Edition | None) -> PageStatus:
    state = _state(subject, number)
    bearer = edition or (subject if subject.number == number and not _is_gone(subject) else None)
    return PageStatus(
        subject=subject,
        state=state,
        titles=titles(issue, subject.kind, _titled(subject, number, edition)),
        issued_on=bearer.issued_on if bearer else None,
        **_end(subject.row, state),
    )


def _titled(subject: Subject, number: int, edition: Edition | None) -> Model | None:
    """The row whose title the paper bears; None if nobody may read it (any more)."""
    if edition is None and _is_old_text(subject, number):
        return None
    if getattr(subject.row, "binned_at", None):
        return None
    return edition.row if edition else subject.row


def _state(subject: Subject, number: int) -> SheetStatus:
    row = subject.row
    if _is_gone(subject):
        return SheetStatus.WITHDRAWN
    if isinstance(row, Publishable):
        life = row.state()
        if row.binned_at or life not in {Life.LIVE, Life.EXPIRED}:
            return SheetStatus.WITHDRAWN
        if life == Life.EXPIRED:
            return SheetStatus.EXPIRED
    return SheetStatus.CURRENT if subject.number == number else SheetStatus.REPLACED


def _end(row: Model | None, state: SheetStatus) -> dict:
    """When and why ROW is over; nothing of what lies in the bin."""
    if state == SheetStatus.EXPIRED:
        return {"over_at": row.ends_at}
    if state != SheetStatus.WITHDRAWN or row is None or row.binned_at or not row.withdrawn_at:
        return {}
    text = InLanguage(row)
    own = getattr(row, column("withdrawn_reason", text.language), "")
    return {
        "over_at": row.withdrawn_at,
        "reason": text.withdrawn_reason,
        "reason_lang": text.foreign if own else HTML_CODES[SOURCE],
    }
