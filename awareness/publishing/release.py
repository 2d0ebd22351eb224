"""Who may let a text out: four eyes, and when two are enough."""

from .models import Publishable
from .versions import versions_of


def writers(text: Publishable) -> set[int]:
    """Numbers of the staff who wrote what is not public yet."""
    if text.draft_id is None:
        return set()
    since = text.live_version.number if text.live_version_id else 0
    versions = versions_of(text).filter(number__gt=since, made_by__isnull=False)
    return set(versions.values_list("made_by", flat=True))


def may_publish(text: Publishable, by) -> bool:
    return by.has_perm(f"{text._meta.app_label}.publish_{text._meta.model_name}", text)


def own_words(text: Publishable, by) -> bool:
    """Whether BY would be letting out what they wrote themselves."""
    return by.pk in writers(text)


def refusal(text: Publishable, by) -> str:
    """Why BY may not publish TEXT, in a sentence; '' if they may."""
    if not may_publish(text, by):
        return "发布要由本单位的审核人来做。您可以交审核。"
    if own_words(text, by) and not needs_no_second(text, by):
        return (
            "这一稿有您写的字，要请另一位审核人发布。单位只有一个人的，"
            "管理员可以在“单位”里打开“允许审核人发布自己写的”。"
        )
    return ""


def needs_no_second(text: Publishable, by) -> bool:
    """An urgent warning cannot wait; and an office may trust its own reviewer."""
    office = text.office or by.office
    return getattr(text, "urgent", False) or bool(office and office.own_texts)


def to_look_after(text: Publishable, by) -> bool:
    """Whether a second person must still read TEXT after BY published it."""
    return own_words(text, by) and getattr(text, "urgent", False)
