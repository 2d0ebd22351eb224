"""A robot that follows every link, picture and form of the public site makes no PDF."""

from collections import Counter, deque
from html.parser import HTMLParser
from unittest.mock import Mock
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve

from awareness.delivery.languages import HTML_CODES, SOURCE, language_of, path_in
from awareness.pdf import requests

HOST = "http://testserver"
OWN = {"testserver", "127.0.0.1:8000"}  # a page names itself by SITE_URL
# So many addresses of a kind: the kinds are few, while papers of a quiz alone have thousands.
MOST = dict.fromkeys(HTML_CODES, 1) | {SOURCE: 2}


class Addresses(HTMLParser):
    """Where a robot may go from HTML: links and sources; forms too, by GET whatever they say, as
    they stand, with each choice alone and with two."""

    def __init__(self, html: str):
        super().__init__()
        self.found, self._form = [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.found += [given[name] for name in ("href", "src") if given.get(name)]
        if tag == "form":
            self._form = (given.get("action", ""), [], [])
        elif self._form and given.get("name") and given.get("value"):
            ticked = given.get("type") in {"radio", "checkbox"}
            self._form[2 if ticked else 1].append((given["name"], given["value"]))

    def handle_endtag(self, tag):
        if tag == "form" and self._form:
            (action, always, choices), self._form = self._form, None
            path, _, query = action.partition("?")
            always = parse_qsl(query) + always
            for choice in [[], choices[:2], *([one] for one in choices)]:
                self.found.append(f"{path}?{urlencode(always + choice)}")


def crawled(visitor) -> dict[str, int]:
    """Status of each address that a robot comes to from the home page."""
    statuses, counts, queue = {}, Counter(), deque(["/"])
    while queue:
        address = queue.popleft()
        language, kind = language_of(address), kind_of(address)
        if address in statuses or counts[language, kind] >= MOST[language]:
            continue
        counts[language, kind] += 1
        answer = visitor.get(address)
        statuses[address] = answer.status_code
        queue += [one for link in links_of(answer) if (one := inside(address, link))]
    return statuses


def kind_of(address: str) -> tuple:
    """The name of the page and what its query asks for, a sheet's shape included."""
    parts = urlsplit(address)
    query = parse_qsl(parts.query)
    try:
        name = resolve(path_in(parts.path, SOURCE)).url_name or parts.path
    except Resolver404:
        name = parts.path
    shape = [value for key, value in query if key == "format"]
    return name, *sorted({key for key, _value in query} - {"size"}), *shape


def links_of(answer) -> list[str]:
    if "Location" in answer:
        return [answer["Location"]]
    is_page = answer["Content-Type"].startswith("text/html")
    return Addresses(answer.content.decode()).found if is_page else []


def inside(address: str, link: str) -> str:
    """LINK, found at ADDRESS, as an address of this site; '' if it is none."""
    parts = urlsplit(urljoin(HOST + address, link))
    if parts.scheme not in {"http", "https"} or parts.netloc not in OWN:
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


@pytest.mark.files
def test_a_robot_that_goes_everywhere_makes_no_pdf(visitor, settings, tmp_path, monkeypatch):
    start = Mock()
    settings.VAR_DIR = settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(requests.subprocess, "Popen", start)
    statuses = crawled(visitor)
    assert not start.called
    assert not requests.room().exists()
    assert {status for status in statuses.values() if status >= 400} == {400}  # nothing was chosen
    names = {kind_of(address)[0] for address in statuses}
    sheets = {name for name in names if name.endswith("-leaflet") or name == "leaflet-together"}
    assert len(sheets) == 9 and {f"{name}-pdf" for name in sheets} <= names
