from .counter import count_view
from .rules import page_read


def count_reads(get_response):
    """Counts pages that were read, whoever made the answer: a view, a cache or a 304."""

    def middleware(request):
        response = get_response(request)
        if page := page_read(request, response):
            count_view(*page)
        return response

    return middleware
