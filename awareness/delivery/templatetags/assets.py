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


def bare_style(components: str) -> str:
    """The tokens and the named COMPONENTS alone: for a page that is nothing but a sheet or a screen."""
    return mark_safe(f"<style>{_styles(tuple(components.split()), bare=True)}</style>")


@cache
def _styles(components, bare=False):
    everywhere = () if bare else EVERYWHERE
    names = ["tokens"] if bare else ["tokens", "base"]
    names += [f"components/{name}" for name in (*everywhere, *components)]
    text = "\n".join((STATIC / "css" / f"{name}.css").read_text("utf-8") for name in names)
    return rcssmin.cssmin(text)


@cache
def _script(name):
    return rjsmin.jsmin((STATIC / "js" / f"{name}.js").read_text("utf-8"))
