"""The rules of every public answer."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256

import brotli
import pytest


def test_an_unchanged_page_is_not_sent_again(visitor):
    first = visitor.get("/rules/", headers={"accept-encoding": "br"})
    again = visitor.get(
        "/rules/", headers={"accept-encoding": "br", "if-none-match": first["ETag"]}
    )
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]


def test_each_encoding_has_its_own_strong_etag_and_the_same_page_inside(visitor):
    plain = visitor.get("/rules/")
    br = visitor.get("/rules/", headers={"accept-encoding": "gzip, br"})
    gz = visitor.get("/rules/", headers={"accept-encoding": "gzip, br;q=0"})
    assert brotli.decompress(br.content) == gzip.decompress(gz.content) == plain.content
    assert len({plain["ETag"], br["ETag"], gz["ETag"]}) == 3
    assert br["Vary"] == "Accept-Encoding"


def test_a_changed_text_changes_the_etag(visitor):
    from awareness.guide.models import Rule

    before = visitor.get("/rules/")["ETag"]
    rule = Rule.objects.get(slug="buqingxin")
    rule.plain_zh_hans = "先核实，再说别的。"
    rule.save()
    assert visitor.get("/rules/")["ETag"] != before


def test_head_answers_as_get_without_the_page(visitor):
    get, head = visitor.get("/"), visitor.head("/")
    assert head.status_code == 200
    assert head["ETag"] == get["ETag"]


def test_the_policy_allows_exactly_what_is_inlined(visitor):
    response = visitor.get("/emergency/worksheet/")
    policy = response["Content-Security-Policy"]
    inlined = re.findall(
        rb"<(?:style|script)[^>]*>(.*?)</(?:style|script)>", response.content, re.S
    )
    assert len(inlined) == 3
    for text in inlined:
        assert f"'sha256-{b64encode(sha256(text).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_a_page_takes_no_notice_of_cookies(visitor, desk):
    assert desk.get("/").content == visitor.get("/").content
    assert not desk.get("/").cookies


def test_the_desk_is_never_kept_by_a_cache(desk):
    response = desk.get("/admin/")
    assert response["Cache-Control"] == "private, no-store"
    assert "'unsafe" not in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    "query",
    [
        "type=" + "x" * 5000,
        "type=%00",
        "outcome=%F0%28",
        "size=large&size=%3Cscript%3E",
        "a[]=1&&&=",
        "%E0%A4%A",
        "type=../../etc",
        "utm_source=wechat",
    ],
)
@pytest.mark.parametrize("path", ["/", "/cases/", "/warnings/", "/scams/", "/en/emergency/"])
def test_odd_query_strings_are_passed_over(visitor, path, query):
    response = visitor.get(f"{path}?{query}")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize("accept", ["", "identity", "zstd", "*", "br;q=oops", ";;;,,,", "br" * 900])
def test_odd_encodings_get_a_page(visitor, accept):
    assert visitor.get("/rules/", headers={"accept-encoding": accept}).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_other_methods_break_nothing(visitor, method):
    assert getattr(visitor, method)("/scams/").status_code < 500


@pytest.mark.parametrize("tags", ["W/{0}", '"x", {0}', '"x", W/{0}, "y"', "*"])
def test_a_tag_made_weak_or_listed_among_others_is_still_known(visitor, tags):
    etag = visitor.get("/rules/")["ETag"]
    again = visitor.get("/rules/", headers={"if-none-match": tags.format(etag)})
    assert again.status_code == 304
    assert again["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/en/cases/", "/nope/", "/quiz/", "/check/"])
def test_thousands_of_query_keys_are_as_none(visitor, path):
    plain, flooded = visitor.get(path), visitor.get(f"{path}?{'a=1&' * 3000}")
    assert flooded.status_code == plain.status_code
    assert flooded.content == plain.content
    assert flooded["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/scams/fake-prize/", "/cases/", "/warnings/"])
def test_values_that_mean_nothing_make_no_other_page(visitor, path):
    plain = visitor.get(path)
    for query in ["type=zz1", "outcome=zz", "x=1", "type=&outcome=", "page=1"]:
        assert visitor.get(f"{path}?{query}")["ETag"] == plain["ETag"], query


def test_no_address_leads_to_another_host(visitor):
    for path in ["//evil.example/", "/en//evil.example/", "/zh-hant///evil.example/"]:
        for query in ["", "?size=large"]:
            page = visitor.get(path + query).content.decode()
            assert 'href="//' not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_page_that_takes_nothing_says_so(visitor, method):
    assert getattr(visitor, method)("/scams/").status_code == 405
