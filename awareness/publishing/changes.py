"""What the public sees has changed: announced once by whoever changes it, in the same transaction.

One row bears a mark that every announcement replaces. A process looks at it once a second, and reads
again what it keeps when the mark is another: so nobody who changes something needs to know who keeps
it. The mark is drawn, not counted: a number would come twice after a transaction that is taken back,
or a backup that is brought back.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Generic, TypeVar

from django.db import Error, connection, transaction
from django.utils import timezone

from .models import Publishable, TextPart, Translated
from .moments import NEVER, next_due, next_turn
from .records import ContentVersion

FRESH_SECONDS = 1.0
ONLY = 1  # the row
PAST = datetime(1, 1, 2, tzinfo=UTC)
T = TypeVar("T")


@dataclass(frozen=True)
class Content:
    """The MARK of what is public, '' before the database ever answered; when the next version of a
    text is DUE, which may be past; and when the next text opens or ends, its next TURN."""

    mark: str = ""
    due: datetime = NEVER
    turn: datetime = NEVER


_known, _asked_at = Content(turn=PAST), float("-inf")
_to_announce: ContextVar[list[bool] | None] = ContextVar("to_announce", default=None)


@transaction.atomic
def announce() -> None:
    """What the public sees is another from the end of this transaction on. To be called last in it:
    who announces next waits until then."""
    if (waiting := _to_announce.get()) is not None:
        waiting.append(True)
        return
    rows, mark = ContentVersion.objects.filter(pk=ONLY), secrets.token_hex(8)
    if not rows.update(mark=mark):
        ContentVersion.objects.bulk_create([ContentVersion(pk=ONLY)], ignore_conflicts=True)
        rows.update(mark=mark)
    forget()  # for what this transaction itself goes on to read
    transaction.on_commit(forget)


@contextmanager
def announced_at_the_end() -> Iterator[None]:
    """A transaction with many changes, announced once after the last: whoever publishes meanwhile
    holds a text and waits for the mark, and this must not hold the mark and wait for the text."""
    with transaction.atomic():
        waiting: list[bool] = []
        before = _to_announce.set(waiting)
        try:
            yield
        finally:
            _to_announce.reset(before)
        if waiting:
            announce()


def announce_reference(sender, instance, **what) -> None:
    """After any saving of a row that is public once it is saved: a hotline, a term, a rule."""
    reference = isinstance(instance, Translated) and not isinstance(
        instance, Publishable | TextPart
    )
    if reference and not what.get("action", "").startswith("pre_"):
        announce()


def forget() -> None:
    """Look at the row before anything that this process keeps is used again."""
    global _asked_at
    _asked_at = float("-inf")


def put_off() -> None:
    """What is due could not be brought out: it is due no more until the database has answered."""
    global _known
    _known = replace(_known, due=NEVER)


def forget_all() -> None:
    """Read everything again, announced or not: for who changes tables by hand."""
    global _known
    _known = replace(_known, turn=PAST)
    forget()
    for kept in ContentCache.all:
        kept.forget()


def current_content() -> Content:
    """The public content as of a second ago at most; as last known if the database does not answer."""
    global _known, _asked_at
    if time.monotonic() - _asked_at > FRESH_SECONDS:
        _asked_at = time.monotonic()  # others go on with what is known, however long this takes
        try:
            _known = _ask(_known)
        except Error:
            if not connection.in_atomic_block:  # whose transaction it is ends it
                connection.close_if_unusable_or_obsolete()  # the next second's is a new one
    return _known


def _ask(known: Content) -> Content:
    """The content now. The next turn, which is dear to find, only where KNOWN's holds no more."""
    now = timezone.now()
    rows = ContentVersion.objects.filter(pk=ONLY).annotate(due=next_due())
    turning = rows.annotate(turn=next_turn(now))
    row = (turning if known.turn <= now else rows).first()
    if row and known.turn > now:
        if row.mark == known.mark:
            return replace(known, due=row.due)
        row = turning.first()
    return Content(row.mark, row.due, row.turn) if row else Content()


class ContentCache(Generic[T]):
    """What this process has READ of the database, until what is public changes. While the database
    does not answer: as last read, or OTHERWISE, and once a second another try."""

    all: ClassVar[list["ContentCache"]] = []

    def __init__(self, read: Callable[[], T], otherwise: Callable[[], T]) -> None:
        self.all.append(self)
        self._read, self._otherwise = read, otherwise
        self._mark: str | None = None
        self._value: T | None = None
        self._again_at = float("inf")

    def get(self) -> T:
        mark = current_content().mark  # before reading: what is read is then no older
        if self._value is None or mark != self._mark or time.monotonic() > self._again_at:
            try:
                self._value, self._again_at = self._read(), float("inf")
            except Error:
                self._value = self._value or self._otherwise()
                self._again_at = time.monotonic() + FRESH_SECONDS
            self._mark = mark
        return self._value

    def forget(self) -> None:
        """Read again even if nothing was announced."""
        self._mark = None


def true_until() -> datetime:
    """The moment until which every public page stays as it is unless something is announced: the
    next text that opens, ends or is due, or the end of the day, whichever comes first. It may be
    past, for a second, or for as long as the database does not answer."""
    content = current_content()
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return min(content.turn, content.due, today + timedelta(days=1))
