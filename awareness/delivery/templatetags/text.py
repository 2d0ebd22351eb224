"""Showing the site's plain-text fields: lists, pairs, titles with phrase breaks."""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from awareness.lib.text import lines as text_lines
from awareness.lib.text import phrase_breaks as title_phrases

register = template.Library()


@register.filter
def lines(text):
    return text_lines.split_lines(str(text or ""))


@register.filter
def pairs(text):
    return text_lines.split_pairs(str(text or ""))


@register.filter
def phrases(title):
    """A title that breaks only between its phrases. Escapes."""
    parts = title_phrases.title_phrases(str(title or ""))
    return mark_safe("<wbr>".join(conditional_escape(part) for part in parts))


@register.filter
def plain(title):
    return title_phrases.without_breaks(str(title or ""))
