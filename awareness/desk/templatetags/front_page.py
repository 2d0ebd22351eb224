from django import template

from awareness.desk import front

register = template.Library()


@register.simple_tag(takes_context=True)
def front_page(context):
    """What the one who has come in sees first."""
    return front.front_page(context["request"].user)
