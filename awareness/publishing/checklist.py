"""What must be right before a text goes out, each line with its reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from awareness.content_checks.finds import Found
from awareness.delivery.languages import ENGLISH, SOURCE, TRADITIONAL
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width
from awareness.translation.rows import TranslationState, column, required_fields, standing

from .models import Publishable

TITLE_LIMIT = 20  # em; WeChat shows no more of a title
TITLE_TOO_LONG = f"标题最多{TITLE_LIMIT}个字，现在%(show_value)d个字符，请再短一点。"


class ChecklistSign(StrEnum):
    OK = "ok"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class ChecklistLine:
    """One line of the checklist: a sign and a sentence."""

    sign: ChecklistSign
    says: str


# More lines for a kind of text, brought by the room that knows it.
MORE: list[Callable[[Publishable], Iterator[ChecklistLine]]] = []


def checklist(text: Publishable, found: list[Found]) -> list[ChecklistLine]:
    """The lines for TEXT as it would go out, with FOUND by the guards; those that block first."""
    lines = [
        *_required(text),
        *_title(text),
        *_dates(text),
        *_picture(text),
        *_guards(found),
        *_languages(text),
        *(line for more in MORE for line in more(text)),
    ]
    return sorted(lines, key=lambda line: list(ChecklistSign)[::-1].index(line.sign))


def _required(text) -> Iterator[ChecklistLine]:
    missing = [
        str(text._meta.get_field(field).verbose_name)
        for field in required_fields(type(text))
        if not getattr(text, column(field, SOURCE))
    ]
    if missing:
        yield ChecklistLine(ChecklistSign.BLOCK, f"还没有写：{'、'.join(missing)}。")


def _title(text) -> Iterator[ChecklistLine]:
    if not text.short_title:
        return
    field = text._meta.get_field(text.short_title)
    width = em_width(without_breaks(getattr(text, column(text.short_title, SOURCE)) or ""))
    if width > TITLE_LIMIT:
        says = f"“{field.verbose_name}”{width:g}个字，最多{TITLE_LIMIT}个字，再长微信里看不全。"
        yield ChecklistLine(ChecklistSign.BLOCK, says)
    else:
        yield ChecklistLine(
            ChecklistSign.OK, f"“{field.verbose_name}”{width:g}个字，不超过{TITLE_LIMIT}个字。"
        )


def _dates(text) -> Iterator[ChecklistLine]:
    now = timezone.now()
    if text.ends_at and text.ends_at <= now:
        yield ChecklistLine(
            ChecklistSign.BLOCK, "结束时间已经过了，发布了居民也看不到。请改结束时间。"
        )
    elif text.ends_at and text.starts_at and text.ends_at <= text.starts_at:
        yield ChecklistLine(ChecklistSign.BLOCK, "结束时间要在开始时间之后。")
    elif getattr(text, "urgent", False) and not text.ends_at:
        yield ChecklistLine(ChecklistSign.BLOCK, "紧急预警要有结束时间，不然会一直挂在每一页顶上。")
    elif text.ends_at:
        yield ChecklistLine(ChecklistSign.OK, f"{_moment(text.ends_at)}自动下线。")
    else:
        due = text.review_due or timezone.localdate(now + text.review_every)
        says = f"没有写结束时间，会一直公开；{due:%Y年%-m月%-d日}前会提醒再看一遍。"
        yield ChecklistLine(
            ChecklistSign.WARN if text.review_every.days < 90 else ChecklistSign.OK, says
        )


def _moment(at) -> str:
    local = timezone.localtime(at)
    return f"{local:%-m月%-d日%H:%M}"


def _picture(text) -> Iterator[ChecklistLine]:
    picture = getattr(text, "picture", None)
    if picture is None:
        return
    if picture.decorative or picture.description_zh_hans:
        yield ChecklistLine(ChecklistSign.OK, "图片写了说明，或是装饰图。")
    else:
        yield ChecklistLine(ChecklistSign.BLOCK, "图片还没有说明：看不见图的人不知道画的是什么。")


def _guards(found: list[Found]) -> Iterator[ChecklistLine]:
    blocking = sum(one.blocks for one in found)
    if blocking:
        yield ChecklistLine(ChecklistSign.BLOCK, f"文字里有{blocking}处不能这样发布，见下面。")
    if len(found) > blocking:
        yield ChecklistLine(
            ChecklistSign.WARN, f"文字里有{len(found) - blocking}处请再看一眼，见下面。"
        )
    if not found:
        yield ChecklistLine(ChecklistSign.OK, "没有找到个人信息、责怪的话、不认识的号码和网址。")


def _languages(text) -> Iterator[ChecklistLine]:
    english, traditional = standing(text, ENGLISH), standing(text, TRADITIONAL)
    if english == TranslationState.MISSING:
        yield ChecklistLine(ChecklistSign.WARN, "英文还缺，英文页会说明，并显示中文。")
    if english == TranslationState.OLD:
        yield ChecklistLine(ChecklistSign.WARN, "英文比简体旧，英文页会说明。")
    if traditional == TranslationState.OLD:
        yield ChecklistLine(ChecklistSign.WARN, "繁體比简体旧，页面会说明。")
    if traditional == TranslationState.AUTOMATIC:
        yield ChecklistLine(ChecklistSign.WARN, "繁體是自动转换的，还没有人看过，请看一眼。")


def blocked(lines: list[ChecklistLine]) -> bool:
    return any(line.sign == ChecklistSign.BLOCK for line in lines)
