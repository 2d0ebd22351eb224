"""Style and script, inlined: a page is one request."""

from functools import cache

import rcssmin
import rjsmin
from django import template
from django.conf import settings
from django.utils.safestring import mark_safe

register = template.Library()
STATIC = settings.BASE_DIR / "static"
EVERYWHERE = ("hotline-strip", "header", "language-links", "footer")


@register.simple_tag
def css(components="", also=""):
    """The tokens, the base and the named COMPONENTS and ALSO (space-separated) as one <style>."""
    return mark_safe(f"<style>{_styles(tuple(f'{components} {also}'.split()))}</style>")


@register.simple_tag
def script(name):
    """The script NAME, read by the browser at once: only for what must not flicker."""
    return mark_safe(f"<script>{_script(name)}</script>")


@register.simple_tag
def module(name):
    """The optional script NAME, run when the page stands."""
    return mark_safe(f'<script type="module">{_script(name)}</script>')


@cache
def _styles(components):
    names = ["tokens", "base", *(f"components/{name}" for name in (*EVERYWHERE, *components))]
    text = "\n".join((STATIC / "css" / f"{name}.css").read_text("utf-8") for name in names)
    return rcssmin.cssmin(text)


@cache
def _script(name):
    return rjsmin.jsmin((STATIC / "js" / f"{name}.js").read_text("utf-8"))
