"""How long a session at the desk lasts, and ending the sessions of one person."""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

BEGAN, SEEN = "began_at", "seen_at"  # in a session, in seconds since 1970
LONGEST = 12 * 3600
GRAIN = 60  # a session is written at most this often; nobody's time gets shorter by it


def begin_session(sender, request, user, **kwargs) -> None:
    """On coming in: the clocks of this session start."""
    now = int(time.time())
    request.session[BEGAN] = request.session[SEEN] = now


def is_over(request) -> bool:
    """Whether nothing was done for too long, or the day is over."""
    now = time.time()
    idle = now - request.session.get(SEEN, 0)
    whole = now - request.session.get(BEGAN, 0)
    return idle > settings.DESK_TIMEOUT_MINUTES * 60 + GRAIN or whole > LONGEST


def touch(request) -> None:
    now = int(time.time())
    if now - request.session.get(SEEN, 0) >= GRAIN:
        request.session[SEEN] = now


def end_all(staff) -> None:
    """End every session of STAFF, wherever they are logged in."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get(SESSION_KEY) == str(staff.pk):
            session.delete()
