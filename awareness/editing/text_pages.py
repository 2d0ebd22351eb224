"""Pages of one text at the desk: publishing, the verbs, the history."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.utils.html import format_html

from awareness.audit.models import AuditEntry
from awareness.publishing import permissions
from awareness.publishing.comparing import changes
from awareness.publishing.versions import versions_of

from . import publish_page
from .badges import public_version_note
from .draft_form import number_in
from .frame import render_text_page, where_to
from .verbs import VERBS, possible


def publish_view(request, desk, text):
    """The publishing page, and what its buttons do."""
    if request.method == "POST" and (
        answer := publish_page.publish_page_response(request, desk, text)
    ):
        return answer
    return publish_page.render_publish_page(request, desk, text)


def verb(request, desk, text, verb):
    """One page a verb: what will happen, the remark it needs, one button."""
    asked = VERBS.get(verb)
    if asked is None:
        raise Http404
    remark = request.POST.get("remark", "")
    if verb not in possible(text, request.user):
        return _cannot(request, desk, text, asked, remark)
    if request.method != "POST":
        return _asking(request, desk, text, asked)
    try:
        asked.act(text=text, by=request.user, **_remark(asked, remark))
    except ValidationError as refusal:
        if verb not in possible(text, request.user):  # somebody was quicker by a moment
            return _cannot(request, desk, text, asked, remark)
        return _asking(request, desk, text, asked, remark, refusal.message)
    messages.success(request, done_message(desk, text, asked, verb))
    return HttpResponseRedirect(where_to(desk, text, asked.lands))


def _asking(request, desk, text, asked, remark="", refusal=""):
    more = {"asked": asked, "remark": remark, "refusal": refusal, "title": asked.button}
    return render_text_page(request, desk, text, "ask", more, status=400 if refusal else 200)


def done_message(desk, text, asked, verb) -> str:
    """What was done, and who or what comes next."""
    if verb == "submit":
        names = "、".join(str(one) for one in permissions.reviewers(text)[:5])
        return f"“{text}”：{asked.done}" + (f"现在能审的：{names}。" if names else "")
    if verb == "bin":
        back = desk.page_of("verb", text.pk, "unbin")
        return format_html('“{}”：{}<a href="{}">取回</a>', text, asked.done, back)
    return f"“{text}”：{asked.done}"


def _remark(asked, remark) -> dict:
    return {asked.argument: remark} if asked.argument else {}


def _cannot(request, desk, text, asked, remark):
    """The verb does not fit the text as it stands, or not this person. A REMARK is given back."""
    if not request.user.has_perm(
        f"{text._meta.app_label}.{asked.permission}_{text._meta.model_name}", text
    ):
        raise PermissionDenied
    says = f"“{text}”现在是“{text.badge()}”，不能{asked.button}。"
    if remark.strip():
        more = {"asked": asked, "remark": remark, "says": says, "title": asked.button}
        return render_text_page(request, desk, text, "too_late", more, status=409)
    messages.error(request, says)
    return HttpResponseRedirect(desk.page_of("change", text.pk))


def history(request, desk, row):
    """Every version with what it changed, and the deeds; an old version can be taken back."""
    if request.method == "POST":
        return _restored(request, desk, row)
    versions = list(versions_of(row).select_related("made_by"))
    pairs = zip(versions, [*versions, None][1:], strict=True)
    more = {
        "title": f"历史：{row}",
        "versions": [
            (made, changes(type(row), before.data, made.data) if before else None)
            for made, before in pairs
        ],
        "deeds": AuditEntry.objects.filter(label=row._meta.label_lower, row=row.pk).select_related(
            "by"
        ),
    }
    return render_text_page(request, desk, row, "history", more)


def _restored(request, desk, row):
    if not desk.has_change_permission(request, row):
        raise PermissionDenied
    number = request.POST.get("version", "")
    version = versions_of(row).filter(number=number_in(number)).first()
    if version is None:
        raise Http404
    try:
        desk.restore(request, row, version)
        stays = public_version_note(row) if hasattr(row, "badge") else ""
        messages.success(request, f"“{row}”：{version}取回来了。{stays}")
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return HttpResponseRedirect(desk.page_of("change", row.pk))
