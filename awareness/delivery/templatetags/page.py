"""What a page says of itself: its address in each language, its size link, its place in the site."""

from django import template
from django.conf import settings
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..languages import HTML_CODES, path_in
from ..pages import kept_query

register = template.Library()


@register.simple_tag(takes_context=True)
def languages(context):
    """(html code, name, short name, address, current) of this page in each language."""
    request = context["request"]
    names = {
        "zh-hans": ("简体中文", "简体"),
        "zh-hant": ("繁體中文", "繁體"),
        "en": ("English", "English"),
    }
    return [
        {
            "code": HTML_CODES[code],
            "name": name,
            "short": short,
            "href": single_slash(path_in(request.path, code)) + kept_query(request),
            "current": code == get_language(),
        }
        for code, (name, short) in names.items()
    ]


@register.simple_tag(takes_context=True)
def size_link(context, size):
    return single_slash(context["request"].path) + kept_query(context["request"], size=size)


def single_slash(path):
    """PATH as an address of this site: '//host/' would be one of another."""
    return "/" + path.lstrip("/")


@register.simple_tag(takes_context=True)
def again(context, name):
    """What the block NAME of the page says, said once more."""
    blocks = context.render_context[BLOCK_CONTEXT_KEY]
    return blocks.get_block(name).render(context)


@register.simple_tag
def site_url():
    return settings.SITE_URL


@register.simple_tag(takes_context=True)
def sections(context):
    """The six words of the site's navigation."""
    path = context["request"].path
    words = [
        (_("骗局"), "scams"),
        (_("案例"), "cases"),
        (_("预警"), "warnings"),
        (_("测验"), "quiz"),
        (_("人群"), "audiences"),
        (_("词语"), "glossary"),
    ]
    return [
        {"word": word, "href": reverse(name), "current": path.startswith(reverse(name))}
        for word, name in words
    ]


@register.simple_tag
def html_code():
    return HTML_CODES[get_language()]


@register.simple_tag(takes_context=True)
def page_link(context, number):
    return context["request"].path + kept_query(context["request"], page=number)
