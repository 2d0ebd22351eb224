"""Case studies."""

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
