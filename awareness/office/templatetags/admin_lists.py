"""Lists at the desk: each cell knows the name of its column, so that a row can be a card."""

import re

from django import template
from django.contrib.admin.templatetags.admin_list import result_headers
from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

register = template.Library()

_ICON = re.compile(r'<img src="[^"]*" alt="(True|False|None)">')
_EMPTY = re.compile(r">(-|&nbsp;)</t[dh]>$")
_WORDS = {"True": "是", "False": "否", "None": "不知道"}


@register.filter
def in_words(html: str) -> SafeString:
    """Django's green and red signs for yes and no as words."""
    return mark_safe(_ICON.sub(lambda icon: _WORDS[icon[1]], html))


@register.filter
def labelled(cells, headers) -> list[SafeString]:
    """A row's CELLS, each with the text of its header in `data-label`; what says nothing is marked
    `data-empty`, so that a card leaves it out."""
    return [_labelled(str(cell), header) for cell, header in zip(cells, headers, strict=False)]


def _labelled(cell: str, header: dict) -> SafeString:
    name = escape(capfirst(strip_tags(header["text"])))
    role = "rowheader" if cell.startswith("<th") else "cell"
    empty = " data-empty" if _EMPTY.search(cell) else ""
    said = rf'\g<0> role="{role}" data-label="{name}"{empty}'
    return in_words(re.sub(r"^<t[dh]", said, cell))


@register.filter
def sorting(changelist) -> list[dict]:
    """The columns by which CHANGELIST can be sorted, as Django's own headers say it."""
    return [header for header in result_headers(changelist) if header["sortable"]]
