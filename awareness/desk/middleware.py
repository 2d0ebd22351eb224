from .counting import page_read
from .reads import note


def count_reads(get_response):
    """Counts pages that were read, whoever made the answer: a view, a cache or a 304."""

    def middleware(request):
        response = get_response(request)
        if page := page_read(request, response):
            note(*page)
        return response

    return middleware
