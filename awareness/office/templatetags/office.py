"""What every page shows of the office: hotlines, name, phone; and hotline numbers in sentences."""

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe

from awareness.lib.text.placeholders import find_placeholders
from awareness.translation.rows import InLanguage

from .. import notices
from ..promise import NEVER_ONE_BY_ONE

register = template.Library()


@register.simple_tag
def main_office():
    office = notices.current().office
    return InLanguage(office) if office else None


@register.simple_tag
def never_one_by_one():
    return NEVER_ONE_BY_ONE


@register.simple_tag
def hotline_strip():
    return notices.strip()


@register.simple_tag
def hotline(slug):
    return notices.hotline_by_slug(slug)


@register.simple_tag
def hotline_table():
    return [InLanguage(line) for line in notices.current().hotlines]


@register.filter
def numbers(text):
    """The text with every {110} as the number that the table holds now. Escapes."""
    return mark_safe(conditional_escape(notices.with_numbers(str(text or ""))))


@register.filter
def spoken(text, language):
    """The text with every {110} as it is said aloud in LANGUAGE, never broken over two lines."""
    said = notices.spoken_keys(language)
    return with_marks(text, lambda key: format_html('<b class="number">{}</b>', said.get(key, key)))


@register.filter
def dialled(text):
    """As `numbers`, and each number of the table as a link that dials it."""
    table = notices.current().numbers()

    def link(key):
        number = table.get(key)
        return format_html('<a href="tel:{}">{}</a>', number, number) if number else key

    return with_marks(text, link)


def with_marks(text, mark):
    """TEXT, escaped, with MARK(key) in the place of every {key}."""
    text = str(text or "")
    pieces, at = [], 0
    for start, end, key in find_placeholders(text):
        pieces += [conditional_escape(text[at:start]), mark(key)]
        at = end
    pieces.append(conditional_escape(text[at:]))
    return mark_safe("".join(pieces))


@register.simple_tag
def dial_row(line):
    """A list row for whom to ask: one link that dials, if the line names a number."""
    table = notices.current().numbers()
    keys = [key for _start, _end, key in find_placeholders(str(line)) if key in table]
    text = numbers(line)
    if not keys:
        return format_html("<li><span>{}</span></li>", text)
    return format_html('<li><a href="tel:{}">{}</a></li>', table[keys[0]], text)


@register.simple_tag
def dont(line):
    """A line of a don't-list: its 不要 (or 'Do not') is what the eye must catch."""
    for words in ("不要", "Do not"):
        if str(line).startswith(words):
            return format_html("<b>{}</b>{}", words, numbers(line[len(words) :]))
    return numbers(line)
