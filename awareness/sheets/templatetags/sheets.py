"""Lines that were broken beforehand, and the style of a sheet alone."""

from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from awareness.delivery.templatetags.assets import bare_style
from awareness.lib.text.cues import CuePiece

register = template.Library()


@register.filter
def set_lines(lines: Iterable[str]) -> SafeString:
    """LINES as they stand on paper; where a screen is narrow they run on. Escapes."""
    return mark_safe("<br>".join(conditional_escape(line) for line in lines))


@register.filter
def set_pieces(lines: Iterable[Iterable[CuePiece]]) -> SafeString:
    """A message's lines with its telling places marked. Escapes."""
    return mark_safe("<br>".join("".join(_piece(piece) for piece in line) for line in lines))


def _piece(piece: CuePiece) -> SafeString:
    return format_html("<mark>{}</mark>" if piece.number else "{}", piece.text)


@register.simple_tag
def sheet_style(components: str, more: str = "") -> SafeString:
    """COMPONENTS and the rules MORE in one <style>."""
    return mark_safe(bare_style(components).replace("</style>", f"{more}</style>"))
