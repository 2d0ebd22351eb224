"""The files as the public gets them; a web server in front may serve the folder instead."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from . import store
from .models import TYPES

FOR_EVER = "public, max-age=31536000, immutable"  # another photo has another address


@require_safe
def picture_file(request, key, width, kind):
    body = store.picture_body(key, width, kind)
    if body is None:
        raise Http404
    return HttpResponse(body, content_type=TYPES[kind], headers={"Cache-Control": FOR_EVER})
