"""Pictures to send on: drawn once for the same words, kept while there is room, served as they are."""

import hashlib
import logging
from threading import BoundedSemaphore, Lock

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.media import MediaCache
from awareness.lib.cards.card import Card, Imprint
from awareness.lib.cards.edges import fits_beside_code
from awareness.lib.cards.layout import draw
from awareness.office import notices
from awareness.office.models import Office
from awareness.office.promise import WE_NEVER
from awareness.translation.rows import InLanguage

EDITION = 1  # of the drawing: raise it when a card comes to look different
log = logging.getLogger("awareness.pictures")
_drawing = Lock()
_in_line = BoundedSemaphore(2)  # one draws and one waits; the other threads go on serving pages


class Busy(Exception):
    """As many pictures as may be are being drawn."""


def card_cache() -> MediaCache:
    return MediaCache("cards", settings.SHEET_SPACE_MB * 1_000_000)


def card_imprint(office: Office | None, link: str, dates: tuple[str, ...] = ()) -> Imprint:
    """Who says it; LINK is the whole address that the code leads to."""
    look, address = where_to_read(link)
    return Imprint(
        site=_("防骗站"),
        office=InLanguage(office).name if office else "",
        phone=office.shown_phone if office else "",
        dates=dates,
        hotlines=tuple((line.label, line.number) for line in notices.strip()),
        address=address,
        link=link,
        look=look,
        never=str(WE_NEVER),
    )


def where_to_read(link: str) -> tuple[str, str]:
    """What stands before the address, and the address in words: LINK itself if there is room."""
    own = link.partition("//")[2].rstrip("/")
    if fits_beside_code(own, link):
        return _("扫码看全文，或者打开"), own
    home = settings.SITE_URL.partition("//")[2] + reverse("home").rstrip("/")
    return _("扫码看全文，或者打开网站，找这一篇"), home


def drawn_signs() -> tuple[str, str, str]:
    """停, 查 and 报 as they are drawn in the active language."""
    return "stop", "check", "report-hant" if get_language() == "zh-hant" else "report"


def card_response(card: Card) -> HttpResponse:
    """The picture of CARD; 503 while too many others are being drawn."""
    try:
        return HttpResponse(png(card), content_type="image/png")
    except Busy:
        sentence = _("这张图正在画。请过几秒再打开。")
        return HttpResponse(
            sentence,
            content_type="text/plain; charset=utf-8",
            status=503,
            headers={"Retry-After": "3"},
        )


def png(card: Card) -> bytes:
    """CARD as drawn before, else drawn now. Busy if others are waiting for theirs."""
    name = hashlib.sha256(f"{EDITION}{card!r}".encode()).hexdigest()[:32] + ".png"
    return card_cache().read(name) or _drawn_in_turn(card, name)


def _drawn_in_turn(card: Card, name: str) -> bytes:
    if not _in_line.acquire(blocking=False):
        raise Busy
    try:
        with _drawing:
            return card_cache().read(name) or _put(name, draw(card).png)
    finally:
        _in_line.release()


def _put(name: str, body: bytes) -> bytes:
    try:
        card_cache().put(name, body)
    except OSError as error:
        log.warning("A picture could not be kept: %s", type(error).__name__)
    return body
