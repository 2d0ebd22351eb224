"""Who may let a text out: four eyes, and when two are enough."""

from copy import copy
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from .models import PublicState, Publishable
from .records import VersionOrigin
from .versions import versions_of


def writers(text: Publishable) -> set[int | None]:
    """Numbers of the staff who wrote what is not public yet; a guard's remedy is nobody's writing."""
    if text.draft_id is None:
        return {text.submitted_by_id} - {None}
    since = text.live_version.number if text.live_version_id else 0
    versions = versions_of(text).filter(number__gt=since, made_by__isnull=False)
    return set(versions.exclude(origin=VersionOrigin.REMEDY).values_list("made_by", flat=True))


def may_publish(text: Publishable, by) -> bool:
    """Whether BY publishes for the office of TEXT, as it is and as it would be."""
    permission = f"{text._meta.app_label}.publish_{text._meta.model_name}"
    if not by.has_perm(permission, text):
        return False
    if text.draft_id is None:
        return True
    drafted = copy(text)
    drafted.office_id = text.draft.data["fields"].get("office_id", text.office_id)
    return by.has_perm(permission, drafted)


def reviewers(text: Publishable) -> list:
    """The staff who may let TEXT out as it stands."""
    people = get_user_model().objects.filter(is_active=True, is_staff=True).select_related("office")
    return [one for one in people if not refusal(text, one)]


def own_words(text: Publishable, by) -> bool:
    """Whether BY would be letting out what they wrote themselves."""
    return by.pk in writers(text)


def refusal(text: Publishable, by) -> str:
    """Why BY may not publish TEXT, in a sentence; '' if they may."""
    if text.binned_at:
        return "这一条在回收站里。要用它，先取回来。"
    if not may_publish(text, by):
        writes = by.has_perm(f"{text._meta.app_label}.change_{text._meta.model_name}", text)
        return "发布由本单位的审核人来做。" + ("您可以交审核。" if writes else "您只能看。")
    if own_words(text, by) and not needs_no_second(text, by):
        return (
            "这一稿有您写的字，要请另一位审核人发布。单位只有一个人的，"
            "管理员可以在“单位”里打开“允许审核人发布自己写的”。"
        )
    return ""


def needs_no_second(text: Publishable, by) -> bool:
    """An urgent warning cannot wait; and an office may trust its own reviewer.

    What is public and what would be public must both be so.
    """
    return is_urgent(text) or all(office and office.own_texts for office in offices(text))


def is_urgent(text: Publishable) -> bool:
    """Whether TEXT is urgent, as it is and as it would be."""
    drafted = text.draft.data["fields"].get("urgent", False) if text.draft_id else True
    return bool(getattr(text, "urgent", False) and drafted)


def offices(text: Publishable) -> list:
    """The offices in whose name TEXT stands and would stand; none named is the main one."""
    keys = {text.office_id}
    if text.draft_id:
        keys.add(text.draft.data["fields"].get("office_id"))
    rows = text._meta.get_field("office").related_model._base_manager
    found: dict[int | None, Any] = {}
    found |= {
        office.pk: office for office in rows.filter(Q(pk__in=keys - {None}) | Q(is_main=True))
    }
    main = next((office for office in found.values() if office.is_main), None)
    return [found.get(key, main) for key in keys]


def something_new(text: Publishable) -> bool:
    """Whether publishing TEXT would change what the public sees."""
    return bool(text.never_public or text.draft_id or text.state() != PublicState.LIVE)


def needs_second_read(text: Publishable, by) -> bool:
    """Whether a second person must still read TEXT after BY published it."""
    return own_words(text, by) and is_urgent(text)
