"""When the site cannot answer: closed for maintenance, or its database is away."""

import logging

from django.conf import settings

from . import errors

log = logging.getLogger("awareness.front")
CLOSED = settings.VAR_DIR / "maintenance"  # this file's presence closes the site


class Fallback:
    """Answers for pages that cannot be made. Django turns a view's exception into a 500 before an
    outer middleware sees it; `process_exception` is asked first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if CLOSED.exists() and request.path_info != "/livez":
            return errors.maintenance(request)
        return self.get_response(request)

    def process_exception(self, request, exception):
        if errors.is_away(exception):
            log.error("The database does not answer: %s", type(exception).__name__)
            return errors.maintenance(request)
        return None
