"""/check/paste/: the page carries the words; the message never leaves the browser."""

import html
import re

import pytest

from awareness.check.models import PasteSign
from awareness.guide.models import ScamType

PREFIXES = ["", "/zh-hant", "/en"]


def terms(page):
    found = re.findall(r'data-terms="([^"]*)"', page)
    return {term for terms in found for term in html.unescape(terms).split("|")}


def test_there_is_nothing_that_could_send_the_message(visitor):
    head, main = visitor.get("/check/paste/").content.decode().split("<main")
    assert "<form" not in main
    assert " name=" not in main
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', head)
    assert policy[1] == "connect-src 'none'; form-action 'none'; img-src data:"
    assert policy.start() < head.index("<script")


def test_without_scripts_it_says_so_and_gives_traits_and_hotlines(visitor):
    page = visitor.get("/check/paste/").content.decode()
    assert "<noscript><style>.here{display:none}</style></noscript>" in page
    told = "".join(re.findall(r"<noscript>(.*?)</noscript>", page.split("<main")[1], re.S))
    assert "这部手机没有开" in told
    assert "tel:96110" in told and "tel:110" in told
    assert all(trait in page for trait in ("催得急", "来头大", "路子不对", "只有他知道"))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_both_chinese_scripts_are_looked_for_in_every_language(visitor, prefix):
    carried = terms(visitor.get(f"{prefix}/check/paste/").content.decode())
    assert {"安全账户", "安全帳戶", "稳赚", "穩賺"} <= carried


def test_english_words_are_looked_for_on_the_english_page(visitor):
    assert "safe account" in terms(visitor.get("/en/check/paste/").content.decode())


def test_every_type_and_every_trait_has_words(db):
    assert set(
        PasteSign.objects.exclude(scam_type=None).values_list("scam_type__slug", flat=True)
    ) == set(ScamType.objects.values_list("slug", flat=True))
    assert PasteSign.objects.exclude(trait=None).values("trait").distinct().count() == 4
    assert PasteSign.objects.count() >= 45


def test_words_are_long_enough_to_mean_something(db):
    for sign in PasteSign.objects.all():
        for text in (sign.terms_zh_hans, sign.terms_zh_hant, sign.terms_en):
            assert [term for term in text.splitlines() if len(term) < 2] == []


def test_a_type_that_is_not_public_gets_no_link(visitor):
    ScamType.objects.filter(slug="fake-prize").update(published_at=None, starts_at=None)
    page = visitor.get("/check/paste/").content.decode()
    assert "fake-prize" not in page
    assert "幸运观众" in page
