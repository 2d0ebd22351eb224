from django import template
from django.conf import settings

register = template.Library()


@register.inclusion_tag("entry/in_the_clear.html")
def in_the_clear():
    """Says it to who writes or types a password, while others in the network can read along."""
    return {"readable": settings.IN_THE_CLEAR}
