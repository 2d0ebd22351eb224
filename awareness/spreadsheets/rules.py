"""What is wrong with a row that a table would make of a text, in the columns that it touches."""

from collections.abc import Iterator

from django.utils import timezone

from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width
from awareness.office.roles import Role
from awareness.publishing.checklist import TITLE_LIMIT
from awareness.publishing.models import Publishable
from awareness.translation.rows import SOURCE, column

WHOLE_ROW = "整行"  # where the fault is not in one column
Fault = tuple[str, str]  # the attribute that a column writes, or WHOLE_ROW; and a sentence


def faults(row: Publishable, columns: list, by) -> Iterator[Fault]:
    """Why ROW, with a table laid over it by BY, cannot be kept as a draft."""
    touched = {one.attribute for one in columns if one.column_name in row.held.touched}
    yield from _missing(row, columns, touched)
    yield from _title(row, touched)
    yield from _times(row, touched)
    yield from _published(row, touched)
    yield from _own(row, by)


def over_limit(row: Publishable) -> Iterator[Fault]:
    """What no longer fits after saving has settled it."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.max_length and isinstance(value, str) and len(value) > field.max_length:
            yield field.attname, f"最多{field.max_length}个字符，自动转换以后有{len(value)}个。"


def _missing(row, columns, touched):
    for one in columns:
        empty = getattr(row, one.attribute, None) in ("", None)
        if one.needed and empty and (row.held.is_new or one.attribute in touched):
            yield one.attribute, "这一格要填。"


def _title(row, touched):
    place = column(row.short_title, SOURCE)
    width = em_width(without_breaks(getattr(row, place) or ""))
    if place in touched and width > TITLE_LIMIT:
        yield place, f"最多{TITLE_LIMIT}个字，现在{width:g}个字，请再短一点。"


def _times(row, touched):
    if not touched & {"starts_at", "ends_at", "urgent"}:
        return
    if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
        yield "ends_at", "结束时间要在开始时间之后。"
    if getattr(row, "urgent", False) and not row.ends_at:
        yield "ends_at", "紧急预警要写结束时间，不然会一直挂在每一页顶上。"


def _published(row, touched):
    if not row.never_public and "starts_at" in touched:
        now = timezone.localtime(row.held.life["starts_at"])
        yield "starts_at", f"已经发布过的，开始时间不能改（{now:%Y-%m-%d %H:%M}）。"
    if row.binned_at and touched:
        yield WHOLE_ROW, "这一条在回收站里。请先取回，再导入。"


def _own(row, by):
    """Who works for one office writes for that office; a row of another stays as it is."""
    verb = "add" if row.held.is_new else "change"
    may = f"{row._meta.app_label}.{verb}_{row._meta.model_name}"
    if not by.has_perm(may):
        yield WHOLE_ROW, "您的账号不能写这里的内容。"
    elif by.part == Role.ADMINISTRATOR or not (row.held.touched or row.held.is_new):
        return
    elif not row.held.is_new and not by.has_perm(may, _as_it_was(row)):
        yield WHOLE_ROW, "这一条不是您单位的，只有它的单位能改。"
    elif not by.has_perm(may, row):
        yield "office_id", f"您只能写本单位（{by.office or '还没有单位'}）的。"


def _as_it_was(row):
    return type(row)(office_id=row.held.office)
