"""What a reader sees of a part of a page: its text without what is hidden."""

import re
from html.parser import HTMLParser

VOID = {"input", "br", "wbr", "path", "meta", "link"}


class Seen(HTMLParser):
    def __init__(self, html, part):
        super().__init__(convert_charrefs=True)
        self.part, self.texts, self._open = part, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        attrs = dict(attrs)
        inside, shown = self._open[-1] if self._open else (False, True)
        inside = inside or attrs.get("id") == self.part
        shown = shown and "hidden" not in attrs and attrs.get("class") != "points"
        self._open.append((inside, shown))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data):
        if self._open and self._open[-1] == (True, True):
            self.texts.append(data)


def seen(response, part: str) -> str:
    """The text of the element whose id is PART, as RESPONSE shows it."""
    texts = Seen(response.content.decode(), part).texts
    return re.sub(r"\s+", " ", "".join(texts)).strip()
