"""How a public page is made: rendered once, plain, carrying the reader's choice of type size."""

from django.shortcuts import render

from awareness.lib.links import carry_size


def page(request, template, context=None, status=200):
    """Render a public page. `?size=large` gives 大字版 and stays on every link of the page."""
    large = request.GET.get("size") == "large"
    response = render(request, template, {**(context or {}), "large": large}, status=status)
    if large:
        response.content = carry_size(response.content.decode()).encode()
    return response
