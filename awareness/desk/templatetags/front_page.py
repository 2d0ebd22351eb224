from django import template

from awareness.desk import contents, front

register = template.Library()


@register.simple_tag(takes_context=True)
def front_page(context):
    """What the one who has come in sees first."""
    return front.front_page(context["request"].user)


@register.simple_tag(takes_context=True)
def all_contents(context):
    """The lists that they may open."""
    return contents.contents(context["app_list"])
