"""Case studies."""

import re

import pytest

from awareness.cases.models import Case


def test_every_case_is_listed_with_its_outcome(visitor):
    page = visitor.get("/cases/").content.decode()
    for case in Case.objects.all():
        assert case.get_absolute_url() in page
    assert "拦住了" in page


def test_outcome_and_type_narrow_the_list(visitor):
    page = visitor.get("/cases/", {"outcome": "prevented"}).content.decode()
    assert "/cases/drug-making-threat-70000/" in page
    assert "/cases/flight-refund-17000/" not in page
    page = visitor.get("/cases/", {"type": "fake-bank-service"}).content.decode()
    assert "/cases/flight-refund-17000/" in page
    assert "/cases/son-sms-20000/" not in page


def test_filters_stay_in_the_other_languages(visitor):
    page = visitor.get("/cases/", {"outcome": "loss"}).content.decode()
    assert 'href="/en/cases/?outcome=loss"' in page


def test_nothing_found_is_said(visitor):
    page = visitor.get("/cases/", {"type": "online-romance"}).content.decode()
    assert "这样的案例，现在还没有" in page


def test_a_case_shows_all_its_parts_but_never_the_editors_doubts(visitor):
    case = Case.objects.get(slug="social-security-pension-call")
    page = visitor.get(case.get_absolute_url()).content.decode()
    for part in ["经过", "分析", "启示", "给柜台的同事", "哪里不对", "您要是也碰上这些", "来源"]:
        assert part in page
    assert case.doubts
    assert case.doubts[:12] not in page


@pytest.mark.parametrize("slug", ["nope", "a" * 300, "%00", "..", "UPPER_case"])
def test_an_unknown_case_is_a_404_with_help(visitor, slug):
    response = visitor.get(f"/cases/{slug}/")
    assert response.status_code == 404
    assert "tel:96110" in response.content.decode()


def facts(visitor, path):
    return visitor.get(path).content.decode().split('<dl class="facts">')[1].split("</dl>")[0]


@pytest.mark.parametrize(
    ("prefix", "amount"),
    [("", "37.8万元"), ("/zh-hant", "37.8萬元"), ("/en", "378,000 yuan")],
)
def test_an_amount_is_said_once_and_as_people_say_it(visitor, prefix, amount):
    said = facts(visitor, f"{prefix}/cases/fake-police-378000/")
    assert said.count(amount) == 1
    assert "378000" not in said


@pytest.mark.parametrize(
    ("amount", "note", "says"),
    [
        (17000, "", "1.7万元。"),
        (29877, "", "29877元。"),
        (9900, "没有转出。", "9900元。没有转出。"),
        (120_000_000, "", "1.2亿元。"),
        (70000, "是现金，没有转出。", "7万元。是现金，没有转出。"),
        (40000, "对方要5万元，老人凑了4万元。", "对方要5万元，老人凑了4万元。"),
        (5_000_000, "一共500多万元，许多人加起来的。", "一共500多万元，许多人加起来的。"),
        (80000, "止付98万元。", "8万元。止付98万元。"),
        (20000, "另有20000.50元。", "2万元。另有20000.50元。"),
        (None, "没有转出。", "没有转出。"),
    ],
)
def test_a_note_that_names_the_amount_is_enough(visitor, amount, note, says):
    case = Case.objects.get(slug="leader-call-20000")
    case.amount_yuan, case.amount_note_zh_hans = amount, note
    case.save()
    assert f"<dd>{says}</dd>" in facts(visitor, case.get_absolute_url())


@pytest.mark.parametrize(
    ("amount", "note", "says"),
    [
        (17000, "", "17,000 yuan."),
        (4_300_000, "", "4.3 million yuan."),
        (3_368_400, "", "3,368,400 yuan."),
        (70000, "Nothing was sent.", "70,000 yuan. Nothing was sent."),
        (20000, "20,000 was sent.", "20,000 was sent."),
        (20000, "120,000 was sent.", "20,000 yuan. 120,000 was sent."),
        (5_000_000, "More than 5 million yuan.", "More than 5 million yuan."),
    ],
)
def test_an_english_amount_has_its_thousands_apart(visitor, amount, note, says):
    case = Case.objects.get(slug="leader-call-20000")
    case.amount_yuan, case.amount_note_en = amount, note
    case.save()
    assert f"<dd>{says}</dd>" in facts(visitor, "/en" + case.get_absolute_url())


@pytest.mark.parametrize("prefix", ["", "/zh-hant", "/en"])
def test_no_page_of_a_case_has_an_amount_without_its_thousands_apart_or_in_ten_thousands(
    visitor, prefix
):
    for case in Case.objects.exclude(amount_yuan=None):
        page = visitor.get(prefix + case.get_absolute_url()).content.decode()
        text = page.split('<main id="main"')[1].split("</main>")[0]
        assert not re.search(rf"(?<![\d-]){case.amount_yuan}(?!\d)", text), case.slug
