"""The publishing page: the text as it will be seen, what stands in the way, one button."""

from contextlib import nullcontext
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.content_checks.finds import Found, finds, remedied
from awareness.delivery.languages import HTML_CODES, path_in
from awareness.publishing import actions, permissions
from awareness.publishing.checklist import blocked, checklist
from awareness.publishing.comparing import changes
from awareness.publishing.models import PublicState, Publishable
from awareness.publishing.preview import PAPER, preview_address, preview_path
from awareness.publishing.records import VersionOrigin
from awareness.publishing.versions import (
    apply_version,
    newest_data,
    rolled_back,
    snapshot,
    versions_of,
)

from .forms import REASON_AT_LEAST
from .frame import render_text_page
from .verbs import possible

REMEDIED = "按提示改了一处"


def checked_draft(text: Publishable) -> tuple[list[Found], list]:
    """What the guards find in TEXT's newest version, and its checklist. TEXT then says what the
    draft says; the database is left before the guards begin, so that nobody waits for them."""
    with rolled_back() if text.draft else nullcontext():
        if text.draft:
            apply_version(text, text.draft.data)
        prefetch_related_objects([text], *getattr(text, "pieces", ()))
    found = finds(text)
    return found, checklist(text, found)


def render_publish_page(request, desk, text, refusal="", status=200):
    before = None if text.never_public else snapshot(text)
    found, lines = checked_draft(text)
    text.refresh_from_db()
    newest = versions_of(text).first()
    more = {
        "title": title(text, request.user),
        "heading": "和定好的那一份的不同"
        if text.state() == PublicState.SCHEDULED
        else "和公开的不同",
        "own_urgent": permissions.needs_second_read(text, request.user),
        "lines": lines,
        "found": found,
        "blocked": blocked(lines),
        "only_personal": all(one.find.personal for one in found if one.blocks),
        "refusal": refusal,
        "not_you": permissions.refusal(text, request.user),
        "reviewer": permissions.may_publish(text, request.user),
        "version": newest.number if newest else 0,
        "something_new": permissions.something_new(text),
        "previews": previews(text),
        "has_sheet": text._meta.label_lower in PAPER,
        "changes": changes(type(text), before, text.draft.data) if before and text.draft else [],
        "verbs": possible(text, request.user),
        "may_change": desk.has_change_permission(request, text),
        "opens": text.starts_at if text.starts_at and text.starts_at > timezone.now() else None,
        "posted": {name: request.POST.get(name, "") for name in ("reason", "moment", "when")},
    }
    more["asks_why"] = asks_why(more)
    more["unsaved"] = "" if more["asks_why"] else more["posted"]["reason"]
    return render_text_page(request, desk, text, "publish", more, status)


def asks_why(more: dict) -> bool:
    """Whether the page has a box for the reason why what was found may be public."""
    may_now = more["reviewer"] and not more["not_you"] and more["something_new"]
    return bool(may_now and more["found"] and more["blocked"] and more["only_personal"])


def title(text, by) -> str:
    if not permissions.something_new(text):
        return "公开的样子"
    return "检查并发布" if permissions.may_publish(text, by) else "检查，交审核"


def previews(text) -> list[dict]:
    """Address of TEXT's preview in each language; none for what has no page of its own."""
    if not preview_address(text):
        return []
    shown = preview_path(text)
    names = {"zh-hans": "简体", "zh-hant": "繁體", "en": "English"}
    return [{"name": names[code], "href": path_in(shown, code)} for code in HTML_CODES]


def publish_page_response(request, desk, text):
    """What the posted button does; None where the page must be shown again as it is."""
    if "remedy" in request.POST:
        return _remedy(request, desk, text)
    if not permissions.may_publish(text, request.user):
        raise PermissionDenied
    try:
        _release(request, text)
    except ValidationError as refusal:
        text.refresh_from_db()
        return render_publish_page(
            request, desk, text, refusal.message, status=409 if is_stale(refusal) else 400
        )
    seen = desk.get_view_on_site_url(text)
    link = format_html('<a href="{}">看网站上的样子</a>', seen) if seen else ""
    messages.success(request, format_html("“{}”：{}{}", text, outcome_message(text), link))
    return HttpResponseRedirect(reverse("admin:index"))


def is_stale(refusal: ValidationError) -> bool:
    return refusal.code == "newer"


def outcome_message(text) -> str:
    """What has become of TEXT, in a sentence."""
    if text.due_at:
        return f"新稿定于{timezone.localtime(text.due_at):%-m月%-d日%H:%M}换上，到时候公开的才变。"
    if text.state() == PublicState.SCHEDULED:
        return f"定于{timezone.localtime(text.starts_at):%-m月%-d日%H:%M}公开。"
    if text.look_after:
        return "已经在线上。没有等第二个人看，已记入“发布后待复核”。"
    return "已经在线上，两秒内每一页都会换过来。"


@transaction.atomic
def _release(request, text) -> None:
    """Publish or schedule what the page showed. ValidationError says what stands in the way."""
    actions.locked(text)
    newest = versions_of(text).first()
    if str(newest.number if newest else 0) != request.POST.get("version"):
        raise ValidationError("您打开以后又有人改过。请再看一遍下面的，再按一次。", code="newer")
    if refusal := permissions.refusal(text, request.user):
        raise ValidationError(refusal)
    if not permissions.something_new(text):
        raise ValidationError("公开的就是最新的，没有要发布的。", code="newer")
    found, lines = checked_draft(text)
    text.refresh_from_db()
    _allow(request, text, found, lines)
    look_after = permissions.needs_second_read(text, request.user)
    if request.POST.get("when") == "later":
        if look_after:
            raise ValidationError("自己写的紧急预警可以马上发布；要定时，请另一位审核人来定。")
        actions.schedule(
            text=text, by=request.user, moment=parse_moment(request.POST.get("moment", ""))
        )
    else:
        actions.publish(text=text, by=request.user, look_after=look_after)


def _allow(request, text, found: list[Found], lines) -> None:
    """Pass if nothing blocks, or only finds of personal data that a reviewer answers for in writing."""
    if not blocked(lines):
        return
    personal = [one for one in found if one.blocks and one.find.personal]
    others = sum(line.sign == "block" for line in lines) - 1
    if others or not personal or any(one.blocks and not one.find.personal for one in found):
        raise ValidationError("还有挡住发布的地方，请先改好。")
    reason = request.POST.get("reason", "").strip()
    if len(reason) < REASON_AT_LEAST:
        raise ValidationError(
            "像是个人信息的地方要么改掉，要么写明为什么可以公开。原因会留在记录里。"
        )
    kinds = "、".join(sorted({f"{one.field}（{one.language}）" for one in personal}))
    detail = f"{kinds}共{len(personal)}处。原因：{reason}"
    record(verb=AuditAction.OVERRIDDEN, by=request.user, about=text, detail=detail)


def parse_moment(typed: str) -> datetime:
    """A moment typed as 2026-08-30T09:00, in the site's time zone. ValidationError if it is none."""
    try:
        found = parse_datetime(typed)
    except ValueError:
        found = None
    if found is None:
        raise ValidationError("请写清楚哪一天几点发布，例如：2026-08-30 09:00。")
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _remedy(request, desk, text):
    """Put one find's remedy in its place; the page comes again with the new draft."""
    if not desk.has_change_permission(request, text):
        raise PermissionDenied
    with transaction.atomic():
        actions.locked(text)
        found, _lines = checked_draft(text)
        text.refresh_from_db()
        chosen = next((one for one in found if one.key == request.POST["remedy"]), None)
        if chosen and chosen.find.remedy is not None:
            data = remedied(newest_data(text), chosen)
            more = {"remark": REMEDIED, "origin": VersionOrigin.REMEDY}
            actions.keep_draft(text=text, data=data, by=request.user, **more)
            messages.success(request, f"“{chosen.find.text}”改好了，存成了新草稿。")
        else:
            messages.error(request, "这一处已经变了，请看下面现在的。")
    return HttpResponseRedirect(desk.page_of("publish", text.pk))
