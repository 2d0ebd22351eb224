"""PDFs as the public gets them; a web server in front may serve the folder instead."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from .press import shelf

FOR_EVER = "public, max-age=31536000, immutable"  # another text has another address


@require_safe
def sheet_file(request, key, name):
    path = shelf().find(f"{key}/{name}")
    try:
        body = path.read_bytes() if path else None
    except OSError as error:  # it has just made room for another
        raise Http404 from error
    if body is None:
        raise Http404
    headers = {
        "Cache-Control": FOR_EVER,
        "Content-Disposition": content_disposition_header(False, name),
    }
    return HttpResponse(body, content_type="application/pdf", headers=headers)
