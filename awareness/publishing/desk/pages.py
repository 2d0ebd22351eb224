"""Pages of one text at the desk: publishing, the verbs, the history."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from awareness.delivery.hosts import site_of
from awareness.publishing import release
from awareness.publishing.comparing import changes
from awareness.publishing.records import Deed
from awareness.publishing.versions import versions_of

from . import releasing
from .editing import number_in
from .marks import badge_kind, beside
from .verbs import VERBS, possible


def publish(request, desk, text):
    """The publishing page, and what its buttons do."""
    if request.method == "POST" and (answer := releasing.answer(request, desk, text)):
        return answer
    return releasing.page(request, desk, text)


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
    messages.success(request, done(desk, text, asked, verb))
    return HttpResponseRedirect(where_to(desk, text, asked.lands))


def _asking(request, desk, text, asked, remark="", refusal=""):
    more = {"asked": asked, "remark": remark, "refusal": refusal, "title": asked.button}
    return shown(request, desk, text, "ask", more, status=400 if refusal else 200)


def done(desk, text, asked, verb) -> str:
    """What was done, and who or what comes next."""
    if verb == "submit":
        names = "、".join(str(one) for one in release.reviewers(text)[:5])
        return f"“{text}”：{asked.done}" + (f"现在能审的：{names}。" if names else "")
    if verb == "bin":
        back = desk.page_of("verb", text.pk, "unbin")
        return format_html('“{}”：{}<a href="{}">取回</a>', text, asked.done, back)
    return f"“{text}”：{asked.done}"


def where_to(desk, text, place: str) -> str:
    """Address of the PLACE (of verbs.Asked) where one goes on after TEXT."""
    if place == "text":
        return desk.page_of("change", text.pk)
    return desk.list_page() if place == "list" else reverse("admin:index")


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
        return shown(request, desk, text, "too_late", more, status=409)
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
        "deeds": Deed.objects.filter(label=row._meta.label_lower, row=row.pk).select_related("by"),
    }
    return shown(request, desk, row, "history", more)


def _restored(request, desk, row):
    if not desk.has_change_permission(request, row):
        raise PermissionDenied
    number = request.POST.get("version", "")
    version = versions_of(row).filter(number=number_in(number)).first()
    if version is None:
        raise Http404
    try:
        desk.restore(request, row, version)
        stays = beside(row) if hasattr(row, "badge") else ""
        messages.success(request, f"“{row}”：{version}取回来了。{stays}")
    except ValidationError as refusal:
        messages.error(request, refusal.message)
    return HttpResponseRedirect(desk.page_of("change", row.pk))


def missing(request, desk, key):
    """There is no row KEY of DESK, or no longer."""
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "title": f"没有这一条{desk.opts.verbose_name}",
        "key": key,
        "list_url": desk.list_page(),
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, "admin/text/missing.html", context, status=404)


def shown(request, desk, row, name, more, status=200):
    """The page NAME about ROW in the desk's frame."""
    context = {
        **desk.admin_site.each_context(request),
        "opts": desk.opts,
        "text": row,
        "now": timezone.now(),
        "site_origin": site_of(request),
        "change_url": desk.page_of("change", row.pk),
        "badge_kind": badge_kind(row) if hasattr(row, "badge") else "",
        **more,
    }
    request.current_app = desk.admin_site.name
    return TemplateResponse(request, f"admin/text/{name}.html", context, status=status)
