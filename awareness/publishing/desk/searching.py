"""Searching a list of the desk."""

LONGEST_SEARCH = 100  # characters: each word is one more condition on every field searched


class ShortSearch:
    """A list whose search reads the beginning of what was typed: nobody searches for a whole page."""

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])
