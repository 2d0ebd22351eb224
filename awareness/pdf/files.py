"""PDFs as the public gets them; a web server in front may serve the folder instead."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from awareness.delivery.middleware import etag_of
from awareness.lib.files.byte_range import Beyond, part_asked_for

from .requests import pdf_cache

FOR_EVER = "public, max-age=31536000, immutable"  # another text has another address


@require_safe
def sheet_file(request, key, name):
    body = pdf_cache().read(f"{key}/{name}")
    if body is None:
        raise Http404
    answer = whole_or_part(request, body)
    if answer.status_code != 416:
        answer.headers["Cache-Control"] = FOR_EVER
        answer.headers["Content-Disposition"] = content_disposition_header(False, name)
    return answer


def whole_or_part(request, body: bytes) -> HttpResponse:
    """206 for who goes on with a broken download or leafs through a large file."""
    headers = {"Accept-Ranges": "bytes"}
    try:
        part = part_asked_for(range_header(request, body), len(body))
    except Beyond:
        headers |= {"Content-Range": f"bytes */{len(body)}", "Cache-Control": "no-store"}
        return HttpResponse(status=416, headers=headers)
    if part is None:
        return HttpResponse(body, content_type="application/pdf", headers=headers)
    headers |= {
        "Content-Range": f"bytes {part[0]}-{part[-1]}/{len(body)}",
        "ETag": etag_of(body),
    }
    some = body[part.start : part.stop]
    return HttpResponse(some, status=206, content_type="application/pdf", headers=headers)


def range_header(request, body: bytes) -> str:
    """'' where the whole file is due: it is another one by now, or a 304 may do."""
    if request.method != "GET" or "If-None-Match" in request.headers:
        return ""
    if request.headers.get("If-Range") not in (None, etag_of(body)):
        return ""
    return request.headers.get("Range", "")
