"""What must hold on every public page, in every language, at both type sizes."""

import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, ManyToManyField, OneToOneField
from django.test import Client

from awareness.delivery.addresses import ADDRESSES, AddressKind
from awareness.delivery.languages import HTML_CODES, path_in
from awareness.lib.guards.reading import fold_text
from awareness.lib.guards.staff_notes import find_staff_notes
from awareness.lib.text.typography import typed_spaces
from awareness.lib.text.width import em_width
from awareness.office.models import Office
from awareness.publishing import changes

# With the database all: those without come after those of every file, and fetch once more.
pytestmark = pytest.mark.django_db

BLAMING = re.compile("上当|上當|(?<!不)轻信|(?<!不)輕信|贪心|貪心|贪小便宜|貪小便宜|愚")
BLAMING_ENGLISH = re.compile(
    r"\b(greedy|gullible|foolish|stupid|naive|fell for|your own fault)\b", re.I
)
PROMISES = re.compile("保证追回|一定能追回|保證追回|一定能追回|绝对安全|絕對安全")
VOID = {"meta", "link", "input", "br", "wbr", "img", "hr", "path"}


class Page(HTMLParser):
    """The facts of a page that the rules below speak of."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.lang, self.title, self.headings, self.links, self.ids = "", "", [], [], []
        self.attributes, self.alternates, self.texts, self._open = [], {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.attributes += attrs
        self.ids += [attrs["id"]] if "id" in attrs else []
        if tag == "html":
            self.lang = attrs.get("lang")
        if tag == "link" and attrs.get("rel") == "alternate":
            self.alternates[attrs["hreflang"]] = attrs["href"]
        if tag == "a" and "href" in attrs:
            self.links.append(attrs["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            lang = attrs.get("lang") or (self._open[-1][1] if self._open else self.lang)
            self._open.append((tag, lang))

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, lang = self._open[-1] if self._open else ("", "")
        if tag == "title":
            self.title += data
        elif tag not in {"style", "script"} and data.strip():
            self.texts.append((lang, data.strip()))

    def text(self, lang):
        return "\n".join(text for own, text in self.texts if own == lang)


def pages():
    """Every page of the site, in 简体."""
    whole = [one for one in ADDRESSES.values() if one.kind == AddressKind.PAGE]
    return [path for one in whole for path in one.paths()]


@pytest.fixture(scope="module")
def every_page(django_db_setup, django_db_blocker):
    """(path, response, Page) of every page in every language: fetched once for all the rules."""
    with django_db_blocker.unblock():
        client = Client()
        return [
            (path_in(path, language), response, Page(response.content.decode()))
            for path in pages()
            for language in HTML_CODES
            for response in [client.get(path_in(path, language))]
        ]


def broken(every_page, rule):
    """The addresses of pages that break RULE, with what it says of them."""
    return {
        path: said for path, response, page in every_page if (said := rule(path, response, page))
    }


def language(path):
    return next((code for code in ("zh-hant", "en") if path.startswith(f"/{code}/")), "zh-hans")


def test_there_are_as_many_pages_as_the_content_asks_for(every_page):
    texts = {"scam": 13, "case": 12, "warning": 3, "situation": 6, "audience": 8}
    pictures = texts["scam"] + texts["case"] + texts["warning"] + texts["situation"] + 4 + 1
    alone, districts, sets = 23, 3, 13
    found = alone + sum(texts.values()) + districts + 2 * sets + pictures
    assert len(every_page) == 3 * found


def test_every_page_answers(every_page):
    assert not broken(every_page, lambda path, response, page: response.status_code != 200)


def test_every_page_says_its_language(every_page):
    assert not broken(every_page, lambda path, _r, page: page.lang != HTML_CODES[language(path)])


def test_no_page_tells_residents_what_colleagues_noted_for_each_other(every_page):
    def notes(path, _response, page):
        text = "\n".join(said for _lang, said in page.texts)
        return [find.text for find in find_staff_notes(fold_text(text, language(path), set()))]

    assert not broken(every_page, notes)


def test_no_page_shows_a_sample_value_as_if_it_were_real(db):
    Office.objects.filter(is_main=True).update(phone="0000-0000000")
    for path in ("/", "/about/", "/accessibility/", "/en/", "/scams/fake-prize/leaflet/", "/s/"):
        changes.forget_all()
        page = Client().get(path).content.decode()
        assert "0000-0000000" not in page, path
        assert "ICP" not in page, path


def test_no_link_leads_to_the_page_it_stands_on(every_page):
    assert not broken(
        every_page, lambda path, _r, page: [link for link in page.links if link == path]
    )


def test_every_page_has_one_main_heading_and_skips_no_level(every_page):
    def rule(path, response, page):
        jumps = [b for a, b in zip(page.headings, page.headings[1:], strict=False) if b > a + 1]
        return page.headings.count(1) != 1 or jumps

    assert not broken(every_page, rule)


def test_every_title_is_short_and_its_own(every_page):
    assert not broken(every_page, lambda p, r, page: not page.title or em_width(page.title) > 20)
    for code in HTML_CODES:
        titles = [page.title for path, _r, page in every_page if language(path) == code]
        assert len(titles) == len(set(titles)), sorted(t for t in titles if titles.count(t) > 1)


def test_nothing_is_left_unrendered(every_page):
    wrong = re.compile(r"\{[{%#]|[}%#]\}|\{\d{3,}\}|\{\w+\}|%\(|｜|\bNone\b")
    assert not broken(
        every_page,
        lambda p, r, page: [t for lang, t in page.texts if wrong.search(t)],
    )


def test_every_page_names_itself_in_the_other_languages(every_page):
    def rule(path, response, page):
        bare = path_in(path, "zh-hans")
        wanted = {
            html: settings.SITE_URL + path_in(bare, code) for code, html in HTML_CODES.items()
        }
        return page.alternates != wanted | {"x-default": settings.SITE_URL + bare}

    assert not broken(every_page, rule)


def test_language_links_keep_the_reader_on_the_page(every_page):
    def rule(path, response, page):
        others = {path_in(path, code) for code in HTML_CODES} - {path}
        return not others <= set(page.links)

    assert not broken(every_page, rule)


def test_chinese_has_no_typed_space_beside_latin(every_page):
    assert not broken(
        every_page,
        lambda p, r, page: typed_spaces(page.text("zh-Hans")) + typed_spaces(page.text("zh-Hant")),
    )


def test_quotes_follow_the_script(every_page):
    def rule(path, response, page):
        return (
            re.findall("[「」『』].{0,9}", page.text("zh-Hans"))
            + re.findall("[“”].{0,9}", page.text("zh-Hant"))
            + re.findall('["「」『』].{0,9}', page.text("en"))
        )

    assert not broken(every_page, rule)


def test_nobody_is_blamed_and_nothing_is_promised(every_page):
    def rule(path, response, page):
        text = "\n".join(text for _lang, text in page.texts)
        words = [BLAMING, PROMISES, BLAMING_ENGLISH]
        return [found for pattern in words for found in pattern.findall(text)]

    assert not broken(every_page, rule)


def test_no_chinese_on_an_english_page_but_where_it_is_marked(every_page):
    def rule(path, response, page):
        return language(path) == "en" and re.findall("[\u3400-\u9fff]+", page.text("en"))

    assert not broken(every_page, rule)


def test_no_english_sentence_on_a_chinese_page(every_page):
    def rule(path, response, page):
        if language(path) == "en":
            return None
        text = page.text("zh-Hans") + page.text("zh-Hant")
        return re.findall(r"(?:[A-Za-z]{2,} ){3,}[A-Za-z]+", text)

    assert not broken(every_page, rule)


def test_every_fact_page_says_where_from_and_when_looked_at(every_page):
    def rule(path, response, page):
        facts = r"/(scams|cases|audiences|emergency)/[\w-]+/$|/glossary/$|/emergency/$"
        if not re.search(facts, path) or path.endswith(("/worksheet/", "/after/")):
            return None
        text = "\n".join(text for _lang, text in page.texts)
        said = re.search("来源：|來源：|Source: ", text) and re.search(
            "下次审核|下次審核|Next review", text
        )
        return not said

    assert not broken(every_page, rule)


def test_every_page_carries_doors_hotlines_and_what_we_never_do(every_page):
    def rule(path, response, page):
        doors = {path_in("/check/", language(path)), path_in("/emergency/", language(path))}
        hotlines = [link for link in page.links if link in {"tel:110", "tel:96110"}]
        never = path_in("/verify-us/", language(path))
        return not (
            doors - {path} <= set(page.links)
            and len(hotlines) >= 4
            and {never} - {path} <= set(page.links)
        )

    assert not broken(every_page, rule)


def test_links_inside_the_site_lead_somewhere(every_page, visitor):
    known = {path for path, _r, _p in every_page}
    links = {link.split("#")[0] for _path, _r, page in every_page for link in page.links}
    inside = {link for link in links if link.startswith("/") and "?" not in link}
    assert {link for link in inside - known if visitor.get(link).status_code != 200} == set()


def test_pages_set_no_cookie_vary_on_none_and_may_be_kept(every_page):
    def rule(path, response, page):
        return (
            response.cookies
            or "Cookie" in response.get("Vary", "")
            or "Accept-Language" in response.get("Vary", "")
            or not response["Cache-Control"].startswith("public")
            or not response["ETag"].startswith('"')
        )

    assert not broken(every_page, rule)


def test_no_page_names_another_host_or_styles_an_element(every_page):
    def rule(path, response, page):
        outside = [link for link in page.links if re.match("https?://|//", link)]
        return (
            outside
            or "style" in page.attributes
            or any(a.startswith("on") for a in page.attributes)
        )

    assert not broken(every_page, rule)


def test_ids_are_unique(every_page):
    assert not broken(every_page, lambda p, r, page: len(page.ids) != len(set(page.ids)))


def test_the_large_page_is_the_same_page_and_stays_large(visitor, every_page):
    for path, _response, page in every_page:
        large = Page(visitor.get(path, {"size": "large"}).content.decode())
        inside = [link for link in large.links if link.startswith("/")]
        assert all("size=" in link for link in inside), path
        assert large.headings == page.headings, path


ROOMS = [
    "delivery",
    "page_views",
    "audit",
    "publishing",
    "office",
    "entry",
    "pictures",
    "guide",
    "emergency",
    "cases",
    "check",
    "quiz",
    "sheets",
    "front",
    "dashboard",
]


def test_foreign_keys_point_down_and_content_outlives_its_author():
    for model in apps.get_models():
        if not model.__module__.startswith("awareness."):
            continue
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            if not isinstance(field, (ForeignKey, OneToOneField, ManyToManyField)):
                continue
            target = field.related_model
            # The staff are named by a setting, not by their room: every room may say who did it.
            if target._meta.app_label in ROOMS and target is not get_user_model():
                own, theirs = model._meta.app_label, target._meta.app_label
                assert ROOMS.index(own) >= ROOMS.index(theirs), f"{model.__name__}.{field.name}"
            if target is get_user_model():
                assert field.remote_field.on_delete.__name__ in {"PROTECT", "SET_NULL"}


def test_every_app_with_tables_has_migrations():
    for config in apps.get_app_configs():
        if config.name.startswith("awareness.") and list(config.get_models()):
            assert (
                settings.BASE_DIR / config.name.replace(".", "/") / "migrations/0001_initial.py"
            ).exists()
