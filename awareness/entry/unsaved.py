"""What somebody typed into a form of the desk while their session ended: carried through the
login and offered again. Before the login it travels sealed in the page itself, so that strangers
can store nothing here; afterwards it waits in their session."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.core import signing

from awareness.delivery.middleware import is_desk

SALT = "awareness.entry.unsaved"
IN_SESSION = "unsaved"
ANOTHERS = "登录到期的时候，没存上的字是另一位同事写的，没有带到您这里。"
KEPT_SECONDS = 12 * 3600


def came_from_here(request) -> bool:
    """Whether a page of this very site sent REQUEST, as the browser says."""
    sender = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(sender).netloc == request.get_host()


def posted(request, writer: int | None = None) -> dict | None:
    """What REQUEST posts, without files and passwords; None if that is nothing of ours.

    WRITER is the number of who wrote it. A session that was deleted tells nobody's: then None,
    and it is offered to whoever comes in next in that browser page.
    """
    if request.method != "POST" or not came_from_here(request):
        return None
    fields = [
        [name, values]
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
    if not fields:
        return None
    return {
        "path": request.get_full_path(),
        "fields": fields,
        "files": bool(request.FILES),
        "by": writer,
    }


def seal_form(form: dict) -> str:
    return signing.dumps(form, salt=SALT, compress=True)


def unseal_form(text: str) -> dict | None:
    try:
        return signing.loads(text, salt=SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return None


def keep_unsaved(request, form: dict | None) -> None:
    """FORM waits in the session of who is now logged in, unless somebody else wrote it."""
    if not form or not is_desk(urlsplit(form["path"]).path):
        return
    if form.get("by") in (None, request.user.pk):
        request.session[IN_SESSION] = form
    else:
        messages.warning(request, ANOTHERS)


def kept_form(request) -> dict | None:
    return request.session.get(IN_SESSION)


def forget_unsaved(request) -> dict | None:
    return request.session.pop(IN_SESSION, None)
