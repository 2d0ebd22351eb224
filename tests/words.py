"""The words that stand on a page of the desk."""

import re
from html import unescape

# Names for whoever runs the server, SITE_URL, are in no language.
_ALL_BUT_WORDS = re.compile(
    r'<(script|style|svg).*?</\1>|<span translate="no">.*?</span>|<[^>]+>', re.DOTALL
)


def latin_words(page) -> set[str]:
    """Words in Latin letters, three and more, on the answer PAGE."""
    text = unescape(_ALL_BUT_WORDS.sub(" ", page.content.decode()))
    return set(re.findall(r"[A-Za-z]{3,}", text))
