"""A date to come back: practice is worth most when it is repeated after months."""

from calendar import monthrange
from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _


def three_months_later(day: date) -> date:
    """The same day three months on, or that month's last."""
    months = day.month - 1 + 3
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def to_ics(question_set, set_slug: str, today: date) -> str:
    """An all-day entry (RFC 5545) three months after TODAY that leads back to the set."""
    start = three_months_later(today)
    url = settings.SITE_URL + reverse("quiz-set", args=[set_slug])
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//fangpian//quiz//ZH",
        "BEGIN:VEVENT",
        f"UID:{set_slug}-{start:%Y%m%d}@{settings.SITE_URL.partition('//')[2]}",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}",
        "SUMMARY:" + escaped(_("再做一次防骗测验：%(title)s") % {"title": question_set.title}),
        "DESCRIPTION:" + escaped(_("三个月过去了，再练四分钟。") + url),
        f"URL:{url}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(fold_line(line) for line in lines)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """LINE in pieces of at most 75 bytes, never cutting a character; CRLF at the end."""
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += sign
    return "\r\n ".join([*pieces, piece]) + "\r\n"
