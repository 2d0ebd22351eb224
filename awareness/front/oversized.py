"""More was sent than a form of the site takes: said in a sentence that the sender gets to read."""

from contextlib import suppress

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import UnreadablePostError

TOO_LONG, TOO_MANY = "413", "too_many"  # names of the pages
STATUS = {TOO_LONG: 413, TOO_MANY: 400}
CHUNK, MOST_DROPPED = 1 << 16, 50 * 1024 * 1024  # bytes


def what_of(error) -> str:
    """Which page says what ERROR means; '' if it is about something else."""
    if isinstance(error, RequestDataTooBig):
        return TOO_LONG
    return TOO_MANY if isinstance(error, TooManyFieldsSent | TooManyFilesSent) else ""


def drop_rest(request) -> None:
    """Read what REQUEST still sends: a browser whose connection is cut shows no page."""
    with suppress(UnreadablePostError, ValueError):
        for _ in range(MOST_DROPPED // CHUNK):
            if not request.read(CHUNK):
                return
