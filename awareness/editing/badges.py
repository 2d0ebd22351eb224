"""Small signs of the desk: a text's state in words, and how its languages stand."""

from django.conf import settings
from django.utils.html import format_html, format_html_join

from awareness.publishing.models import PublicState, Publishable, Work
from awareness.translation.rows import TranslationState, standing

SHORT_NAMES = {"zh-hans": "简", "zh-hant": "繁", "en": "英"}
DOTS = {
    TranslationState.THERE: "there",
    TranslationState.AUTOMATIC: "automatic",
    TranslationState.OLD: "old",
    TranslationState.MISSING: "missing",
}


def badge(text: Publishable) -> str:
    """The state of TEXT as a badge."""
    return format_html('<span class="badge badge-{}">{}</span>', badge_kind(text), text.badge())


def public_version_note(text: Publishable) -> str:
    """What becomes of the text that is there while TEXT is being changed; '' where there is none."""
    if text.never_public or text.withdrawn_at:
        return ""
    if text.state() == PublicState.SCHEDULED:
        return "定好的那一份没有变，再发布一次才换上。"
    return "公开的没有变，发布以后才换上。"


def badge_kind(text: Publishable) -> str:
    if text.binned_at:
        return "binned"
    work = text.work()
    if work in (Work.SUBMITTED, Work.RETURNED):
        return work.value
    state = text.state()
    return "draft" if state == PublicState.DRAFT else state.value


def dots(row) -> str:
    """Three dots with their words: 简有 繁自动转换 英缺."""
    return format_html(
        '<span class="dots">{}</span>',
        format_html_join(
            " ",
            '<span class="dot dot-{}">{}{}</span>',
            (
                (DOTS[state], SHORT_NAMES[code], state.value)
                for code, _name in settings.LANGUAGES
                for state in [standing(row, code)]
            ),
        ),
    )
