from django import template

from .. import contents
from .. import front_page as front

register = template.Library()


@register.simple_tag(takes_context=True)
def front_page(context):
    """What the one who has come in sees first."""
    return front.front_page_context(context["request"].user)


@register.simple_tag(takes_context=True)
def all_contents(context):
    """The lists that they may open."""
    return contents.contents(context["app_list"])
