"""The files as the public gets them; a web server in front may serve the folder instead."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from . import store
from .models import TYPES

FOR_EVER = "public, max-age=31536000, immutable"  # another photo has another address


@require_safe
def picture_file(request, key, width, kind):
    try:
        body = (store.root() / key / f"{width}.{kind}").read_bytes()
    except OSError as error:
        raise Http404 from error
    return HttpResponse(body, content_type=TYPES[kind], headers={"Cache-Control": FOR_EVER})
