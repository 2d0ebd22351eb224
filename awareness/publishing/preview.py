"""A text as the visitor will see it, before it is public: the same view, the same template.

The address is signed and works for seven days, also logged out: it goes to a phone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache

import rcssmin
from django.apps import apps
from django.conf import settings
from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from awareness.delivery.languages import HTML_CODES, path_in
from awareness.delivery.pages import render_page
from awareness.lib.files.process_lock import the_only_one

from .models import PublicState, Publishable
from .versions import apply_version, rolled_back, versions_of

DAYS = 7
SALT = "awareness.preview"
LONGEST_QUEUE = 5.0  # seconds

# Where a kind of text is seen that has no page of its own, by its label.
SHOWN_AT: dict[str, Callable[[Publishable], str]] = {}

# The sheet of a kind of text that has one, by its label: what `?paper=1` shows instead of the page.
PAPER: dict[str, Callable[[HttpRequest, Publishable], HttpResponse]] = {}


def preview_address(text: Publishable) -> str:
    """The public address that shows TEXT, with its query; '' if none does."""
    if text._meta.label_lower in SHOWN_AT:
        return SHOWN_AT[text._meta.label_lower](text)
    return text.get_absolute_url() if hasattr(text, "get_absolute_url") else ""


def preview_path(text: Publishable) -> str:
    """A signed address that shows TEXT at its newest version, until it is withdrawn or put away."""
    newest = versions_of(text).first()
    said = [text._meta.label_lower, text.pk, newest.number if newest else 0, put_away(text)]
    token = signing.dumps(said, salt=SALT, compress=True)
    return path_in(reverse("preview", args=[token]), "zh-hans")


@require_safe
@xframe_options_sameorigin
def preview(request, token):
    try:
        said = signing.loads(token, salt=SALT, max_age=DAYS * 24 * 3600)
        label, key, number, away = said
        text = apps.get_model(label)._base_manager.get(pk=key)
        if put_away(text) != away:
            raise LookupError
        data = _data(text, number)
    except (signing.BadSignature, ObjectDoesNotExist, LookupError, ValueError):
        return mark_preview(render_page(request, "publishing/preview_over.html", status=410))
    words = ribbon(text)
    with one_at_a_time(), rolled_back():
        if data:
            apply_version(text, data)
        open_now(text)
        sheet = PAPER.get(label) if "paper" in request.GET else None
        response = mark_preview(sheet(request, text) if sheet else preview_response(request, text))
    return with_ribbon(request, response, text, words)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """On SQLite a preview takes the only place of a writer while its page is made: previews queue
    outside, so that who saves waits for one of them at most."""
    if connection.vendor != "sqlite":
        yield
        return
    with the_only_one(settings.VAR_DIR / "preview.lock", LONGEST_QUEUE):
        yield


def ribbon(text: Publishable) -> str:
    """What stands over the preview of TEXT: how it is to what the public sees now."""
    state = text.state()
    if state == PublicState.WITHDRAWN:
        return _("预览：已撤回，居民现在看到的是撤回说明")
    if state == PublicState.LIVE:
        return _("预览：这是新稿，还没有换上") if text.draft_id else _("这是公开的样子")
    return _("预览：还没有公开，请不要转发")


def put_away(text: Publishable) -> bool:
    """Whether TEXT is withdrawn or in the bin: an address from before shows it no more."""
    return bool(text.withdrawn_at or text.binned_at)


def _data(text, number: int) -> dict | None:
    if number:
        return versions_of(text).get(number=number).data
    return text.draft.data if text.draft else None


def open_now(text: Publishable) -> None:
    """TEXT as if it were published at this moment; only inside `rolled_back`."""
    now = timezone.now()
    rows = type(text)._base_manager.filter(pk=text.pk)
    rows.update(
        published_at=now,
        starts_at=min(text.starts_at or now, now),
        ends_at=text.ends_at if text.ends_at and text.ends_at > now else None,
        withdrawn_at=None,
        withdrawn_by=None,
        binned_at=None,
        binned_by=None,
    )
    text.refresh_from_db()


def preview_response(request, text: Publishable) -> HttpResponse:
    """What the public address of TEXT answers, in the language of REQUEST."""
    path, _, query = preview_address(text).partition("?")
    asked = copy(request)
    asked.path = asked.path_info = path_in(path, get_language())
    asked.GET = QueryDict(query, mutable=True)
    if request.GET.get("size") == "large":
        asked.GET["size"] = "large"
    asked.resolver_match = match = resolve(asked.path_info)
    return match.func(asked, *match.args, **match.kwargs)


def mark_preview(response: HttpResponse) -> HttpResponse:
    """RESPONSE kept by nobody, listed by nobody, shown in the desk's own frame."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.framed_by = "'self'"
    return response


def with_ribbon(request, response, text, words: str) -> HttpResponse:
    """A line over the page says that it is a preview; its language links stay in the preview."""
    html = response.content.decode()
    own, shown = preview_address(text).partition("?")[0], request.path
    for language in HTML_CODES:
        html = html.replace(
            f'href="{path_in(own, language)}"', f'href="{path_in(shown, language)}"'
        )
    if "paper" in request.GET:
        response.content = as_printed(html)
        return response
    line = f'<p class="preview" role="note">{words}</p>'
    html = html.replace("</head>", f"<style>{_style('preview')}</style>\n</head>", 1)
    response.content = html.replace("<body>", f"<body>\n{line}", 1)
    return response


def as_printed(html: str) -> str:
    """HTML as a printer lays it out, on the screen: so the desk can count its lines (paper.js)."""
    html = html.replace("@media print", "@media all").replace("@media screen", "@media speech")
    return html.replace("</head>", f"<style>{_style('paper-proof')}</style>\n</head>", 1)


@cache
def _style(component: str) -> str:
    path = settings.BASE_DIR / "static" / "css" / "components" / f"{component}.css"
    return rcssmin.cssmin(path.read_text("utf-8"))
