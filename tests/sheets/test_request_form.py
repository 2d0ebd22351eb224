"""The leaflet desk: what is chosen leads to its sheet; what cannot be had is said, nothing is lost."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from awareness.office.models import Office
from awareness.publishing import changes
from awareness.sheets.subjects import Shape
from tests.make import a_warning

PRIZE, LOAN, TAX, BANK = (
    f"scam.{slug}"
    for slug in ("fake-prize", "no-collateral-loan", "tax-refund-scam", "fake-bank-service")
)


def ask(visitor, prefix="", **values):
    return visitor.get(f"{prefix}/leaflets/", {"go": "1"} | values)


def address(visitor, prefix="", **values):
    response = ask(visitor, prefix, **values)
    assert response.status_code == 302, said(response)
    return response["Location"]


def said(response):
    """What the desk says is wrong."""
    found = re.search(r'role="alert">(.*?)</p>', response.content.decode())
    return found[1] if found else ""


def ticked(response):
    html = response.content.decode()
    return re.findall(r'name="page" value="([^"]+)" checked', html)


def selected(response, name):
    select = re.search(rf'<select id="{name}".*?</select>', response.content.decode(), re.S)[0]
    return re.findall(r'<option value="([^"]*)"[^>]* selected', select)


def another_office():
    office = Office.objects.create(slug="hekou-bank", name_zh_hans="河口支行", phone="0000-1111111")
    changes.forget_all()
    return office


# What leads to a sheet


def test_one_page_leads_to_its_own_sheet(visitor):
    assert address(visitor, page=PRIZE) == "/scams/fake-prize/leaflet/"
    assert address(visitor, page="rules") == "/rules/leaflet/"
    assert address(visitor, page="family") == "/family/leaflet/"
    assert address(visitor, page="quiz.basic-1") == "/quiz/basic-1/sheet/leaflet/"
    assert address(visitor, page="situation.gave-code") == "/emergency/gave-code/leaflet/"
    warning = a_warning()
    assert address(visitor, page=f"warning.{warning.slug}") == (
        f"/warnings/{warning.slug}/leaflet/"
    )


def test_a_group_without_pages_leads_to_the_sheet_of_that_group(visitor):
    assert address(visitor, audience="elders") == "/audiences/elders/leaflet/"


def test_two_or_three_lead_to_a_sheet_together_in_the_order_of_the_list(visitor):
    both = urlencode([("page", PRIZE), ("page", LOAN)])
    assert address(visitor, page=[PRIZE, LOAN]) == f"/leaflets/sheet/?{both}"
    three = address(visitor, page=[PRIZE, LOAN, TAX], format="trifold")
    assert three.count("page=") == 3 and three.endswith("&format=trifold")


def test_a_page_ticked_twice_counts_once(visitor):
    assert address(visitor, page=[PRIZE, PRIZE]) == "/scams/fake-prize/leaflet/"


@pytest.mark.parametrize("form", Shape)
def test_the_form_stands_in_the_address_unless_it_is_the_usual(visitor, form):
    query = "" if form is Shape.A4 else f"?format={form.slug}"
    assert address(visitor, page=PRIZE, format=form.slug) == f"/scams/fake-prize/leaflet/{query}"


def test_the_sheet_is_in_the_chosen_language_whatever_the_page_is_in(visitor):
    assert address(visitor, page=PRIZE, language="en") == "/en/scams/fake-prize/leaflet/"
    assert address(visitor, "/en", page=PRIZE) == "/en/scams/fake-prize/leaflet/"
    assert address(visitor, "/en", page=PRIZE, language="zh-hans") == "/scams/fake-prize/leaflet/"
    both = address(visitor, page=[PRIZE, LOAN], language="zh-hant")
    assert both.startswith("/zh-hant/leaflets/sheet/?page=")


def test_a_second_language_goes_along(visitor):
    assert address(visitor, page=PRIZE, second="en") == "/scams/fake-prize/leaflet/?second=en"


def test_another_office_goes_along_and_the_usual_one_does_not(visitor):
    office = another_office()
    assert address(visitor, page=PRIZE, office=office.slug).endswith("?office=hekou-bank")
    main = Office.objects.get(is_main=True)
    assert address(visitor, page=PRIZE, office=main.slug) == "/scams/fake-prize/leaflet/"
    own = a_warning(office=office)
    assert "office" not in address(visitor, page=f"warning.{own.slug}", office=office.slug)
    assert address(visitor, page=f"warning.{own.slug}", office=main.slug).endswith(
        f"?office={main.slug}"
    )


def test_large_type_on_the_screen_is_carried_along(visitor):
    assert address(visitor, page=PRIZE, size="large") == "/scams/fake-prize/leaflet/?size=large"
    assert address(visitor, page=PRIZE, size="large", format="poster").endswith(
        "?format=poster&size=large"
    )


# What cannot be had


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "还没选内容"),
        ({"page": ""}, "还没选内容"),
        ({"page": [PRIZE, LOAN, TAX, BANK]}, "最多放三样"),
        ({"page": PRIZE, "audience": "elders"}, "这一类人群有自己的一张"),
        ({"page": [PRIZE, "rules"]}, "只有骗局和预警能合"),
        ({"page": [PRIZE, LOAN], "format": "poster"}, "只说一件事"),
        ({"page": [PRIZE, LOAN], "format": "counter"}, "只说一件事"),
        ({"page": PRIZE, "format": "a0"}, "没有这种纸"),
        ({"page": PRIZE, "office": "nobody"}, "没有这个单位"),
        ({"page": PRIZE, "language": "fr"}, "没有这种语言"),
        ({"page": PRIZE, "second": "fr"}, "没有这种语言"),
        ({"page": PRIZE, "second": "zh-hans"}, "两种语言要不一样"),
        ({"page": PRIZE, "second": "en", "language": "en"}, "两种语言要不一样"),
        ({"page": PRIZE, "second": "en", "format": "poster"}, "只能印在A4一张上"),
        ({"page": [PRIZE, LOAN], "second": "en"}, "只能印在A4一张上"),
    ],
)
def test_what_cannot_be_had_is_a_400_and_one_plain_sentence(visitor, values, words):
    response = ask(visitor, **values)
    assert response.status_code == 400
    assert words in said(response)


@pytest.mark.parametrize(
    "key",
    [
        "scam.nope",
        "nope",
        "nope.nope",
        "scam.",
        ".",
        "scam",
        "rules.x",
        "scam.\0",
        "scam.é",
        "x" * 9999,
    ],
)
def test_an_unknown_page_is_a_400_whatever_it_is(visitor, key):
    response = ask(visitor, page=[PRIZE, key])
    assert response.status_code == 400
    assert "有一样现在没有了" in said(response)
    assert ticked(response) == [PRIZE]


@pytest.mark.parametrize("name", ["audience", "office", "format", "language", "second"])
def test_a_nul_or_a_very_long_value_is_a_400(visitor, name):
    for value in ("\0", "x" * 5000, "老人"):
        given = {name: value} if name == "audience" else {"page": PRIZE, name: value}
        assert ask(visitor, **given).status_code == 400


def test_what_is_over_or_taken_back_cannot_be_had(visitor):
    over = a_warning(ends_at=timezone.now() - timedelta(minutes=1))
    assert ask(visitor, page=f"warning.{over.slug}").status_code == 400


def test_a_refusal_keeps_everything_that_was_chosen(visitor):
    office = another_office()
    response = ask(
        visitor,
        page=[PRIZE, LOAN, TAX, BANK],
        audience="elders",
        office=office.slug,
        format="poster",
        language="en",
        second="zh-hant",
    )
    assert response.status_code == 400
    assert set(ticked(response)) == {PRIZE, LOAN, TAX, BANK}
    assert selected(response, "audience") == ["elders"]
    assert selected(response, "office") == ["hekou-bank"]
    assert selected(response, "language") == ["en"]
    assert selected(response, "second") == ["zh-hant"]
    assert re.search('value="poster" checked', response.content.decode())


def test_the_language_links_of_a_refusal_keep_what_was_chosen(visitor):
    html = ask(visitor, page=[PRIZE, LOAN], format="poster").content.decode()
    link = re.search(r'hreflang="en" href="(/en/leaflets/[^"]+)"', html)[1].replace("&amp;", "&")
    other = visitor.get(link)
    assert other.status_code == 200 and set(ticked(other)) == {PRIZE, LOAN}


# The form itself


def test_a_page_leads_here_with_its_own_row_ticked(visitor):
    response = visitor.get("/leaflets/", {"page": PRIZE})
    assert response.status_code == 200 and ticked(response) == [PRIZE] and not said(response)


def test_a_case_that_leads_here_has_a_row_of_its_own(visitor):
    response = visitor.get("/leaflets/", {"page": "case.fake-police-378000"})
    assert ticked(response) == ["case.fake-police-378000"]
    assert "您带来的这一页" in response.content.decode()
    assert address(visitor, page="case.fake-police-378000") == (
        "/cases/fake-police-378000/leaflet/"
    )


def test_a_folded_part_is_open_when_something_in_it_is_ticked(visitor):
    shut = visitor.get("/leaflets/").content.decode()
    open_ = visitor.get("/leaflets/", {"page": "situation.gave-code"}).content.decode()
    assert shut.count("<details open>") == 0 and open_.count("<details open>") == 1


def test_the_office_is_asked_for_only_where_there_are_several(visitor):
    assert 'name="office"' not in visitor.get("/leaflets/").content.decode()
    another_office()
    page = visitor.get("/leaflets/")
    assert "河口支行" in page.content.decode() and selected(page, "office") == []


def test_only_what_the_public_can_see_is_offered(visitor):
    over = a_warning(ends_at=timezone.now() - timedelta(minutes=1))
    there = a_warning()
    html = visitor.get("/leaflets/").content.decode()
    assert f"warning.{there.slug}" in html and f"warning.{over.slug}" not in html


def test_it_asks_the_database_little(visitor, django_assert_max_num_queries):
    a_warning()
    for query in ({}, {"page": [PRIZE, LOAN]}, {"go": "1", "page": [PRIZE, LOAN, TAX, BANK]}):
        visitor.get("/")
        changes.forget()  # a second later
        with django_assert_max_num_queries(8):
            visitor.get("/leaflets/", query)


@pytest.mark.parametrize("path", ["/", "/emergency/", "/scams/fake-prize/"])
def test_every_page_leads_here_from_its_foot(visitor, path):
    foot = visitor.get(path).content.decode().split('<footer class="foot"')[1]
    assert 'href="/leaflets/"' in foot
