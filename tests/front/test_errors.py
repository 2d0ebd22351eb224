"""When something fails the reader still gets the hotlines and the first steps, in their language."""

from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client

from awareness.office.models import Office
from tests.make import a_staff_member, come_in, draft_warning

FIRST_STEPS = {
    "": "请求紧急止付",
    "/zh-hant": "請求緊急止付",
    "/en": "emergency stop",
}


@pytest.mark.parametrize("prefix", FIRST_STEPS)
@pytest.mark.parametrize(
    "path",
    [
        "/nope/",
        "/scams/nope/",
        "/warnings/in/nope/",
        "/warnings/nope/",
        "/emergency/nope/",
        "/audiences/x/",
    ],
)
def test_an_unknown_address_helps_in_its_own_language(visitor, prefix, path):
    response = visitor.get(prefix + path)
    page = response.content.decode()
    assert response.status_code == 404
    assert "tel:110" in page
    assert FIRST_STEPS[prefix] in page
    assert "noindex" in page


@pytest.mark.parametrize("path", ["/fr/", "/zh-hans/", "/zh-tw/", "/ZH-HANT/", "/en/en/"])
def test_an_unknown_language_is_a_404(visitor, path):
    assert visitor.get(path).status_code == 404


def test_a_missing_slash_leads_to_the_page(visitor):
    assert visitor.get("/scams").url == "/scams/"


def test_a_foreign_host_is_refused_in_words(visitor):
    response = visitor.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "tel:110" in response.content.decode()


@pytest.mark.parametrize("prefix", FIRST_STEPS)
def test_a_fault_of_ours_is_a_500_with_help(db, prefix):
    client = Client(raise_request_exception=False)
    with patch("awareness.guide.views.readings", side_effect=RuntimeError):
        response = client.get(f"{prefix}/scams/")
    assert response.status_code == 500
    assert "tel:110" in response.content.decode()
    assert FIRST_STEPS[prefix] in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_a_database_that_is_away_is_maintenance_not_a_fault(visitor):
    with patch("awareness.guide.views.readings", side_effect=OperationalError):
        response = visitor.get("/scams/")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert "网站正在维护" in response.content.decode()
    assert "tel:96110" in response.content.decode()


def test_a_broken_rule_of_the_database_is_a_fault_of_ours(db):
    client = Client(raise_request_exception=False)
    with patch("awareness.guide.views.readings", side_effect=IntegrityError):
        assert client.get("/scams/").status_code == 500


def test_the_site_can_be_closed_and_says_so_everywhere(visitor, tmp_path, monkeypatch):
    closed = tmp_path / "maintenance"
    closed.touch()
    monkeypatch.setattr("awareness.front.middleware.CLOSED", closed)
    assert visitor.get("/en/rules/").status_code == 503
    assert visitor.get("/livez").status_code == 200


def test_alive_and_ready(visitor):
    assert visitor.get("/livez").content == b"ok\n"
    assert visitor.get("/readyz").content == b"ok\n"
    with patch("awareness.front.views.ScamType.objects.live", side_effect=OperationalError):
        assert visitor.get("/livez").status_code == 200
        assert visitor.get("/readyz").status_code == 503


def test_debug_is_off_and_the_key_is_our_own():
    assert settings.DEBUG is False
    assert "insecure" not in settings.SECRET_KEY
    assert len(settings.SECRET_KEY) >= 50


def test_the_desk_too_says_that_the_database_is_away(visitor):
    visitor.cookies["desk"] = "a" * 32
    away = OperationalError("gone")
    with patch("django.contrib.sessions.backends.db.SessionStore.load", side_effect=away):
        visitor.raise_request_exception = False
        response = visitor.get("/admin/")
    assert response.status_code == 503
    assert "tel:110" in response.content.decode()


FORM = "application/x-www-form-urlencoded"
TOO_LONG = "happened_zh_hans=" + "%E5%AD%97" * 300_000
TOO_MANY = "&".join(f"box{place}=1" for place in range(1001))


@pytest.mark.parametrize("prefix", FIRST_STEPS)
def test_too_long_an_answer_is_said_to_be_too_long_in_its_own_language(visitor, prefix):
    answer = visitor.post(f"{prefix}/quiz/basic-1/1/", TOO_LONG, content_type=FORM)
    page = answer.content.decode()
    assert answer.status_code == 413
    assert FIRST_STEPS[prefix] in page
    assert prefix or "写得太长，收不下" in page
    assert not [words for words in ("看不懂", "We cannot read") if words in page]


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [(TOO_LONG, 413, "按返回键，文字还在"), (TOO_MANY, 400, "一次交得太多，没有存上")],
)
def test_so_it_is_at_the_desk_with_a_way_back(writer, sent, status, says):
    answer = writer.post("/admin/cases/warning/add/", sent, content_type=FORM)
    page = answer.content.decode()
    assert (answer.status_code, says in page) == (status, True)
    assert 'href="/admin/">回到编辑台' in page


def test_a_long_text_that_comes_after_the_session_has_ended_is_too_long_as_well(visitor):
    ours = {"origin": "http://testserver"}
    answer = visitor.post("/admin/cases/warning/add/", TOO_LONG, content_type=FORM, headers=ours)
    page = answer.content.decode()
    assert (answer.status_code, "写得太长，没有存上" in page) == (413, True)
    assert "文字还在" not in page  # the form itself is behind the login now


def test_so_it_is_with_the_parts_of_a_form_that_brings_a_photo(writer):
    answer = writer.post("/admin/pictures/picture/add/", {"description_zh_hans": "字" * 900_000})
    assert answer.status_code == 413
    assert "写得太长" in answer.content.decode()


@pytest.mark.parametrize("path", ["/admin/nosuch/", "/admin/cases/nosuch/", "/admin/entry/x/"])
def test_an_unknown_address_at_the_desk_leads_back_to_the_desk(writer, path):
    answer = writer.get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "编辑台里没有这一页" in page and 'href="/admin/">回到编辑台' in page
    assert "请求紧急止付" not in page


@pytest.mark.parametrize(
    ("role", "path", "says"),
    [
        ("reviewer", "/admin/office/staff/add/", "这件事只有管理员能做。"),
        ("editor", "/admin/office/staff/", "这里只有管理员和查看人能看。"),
        ("reviewer", "/admin/guide/trait/add/", "这件事只有管理员能做。"),
        ("auditor", "/admin/cases/warning/add/", "要本单位的编辑、审核人，或者管理员来做。"),
        ("administrator", "/admin/audit/auditentry/add/", "编辑台上谁都不能这样做。"),
        ("auditor", "/admin/office/hotline/add/", "要本单位的编辑、审核人，或者管理员来做。"),
    ],
)
def test_who_may_not_is_told_who_may(db, role, path, says):
    answer = come_in(Client(), a_staff_member(role=role)).get(path)
    page = answer.content.decode()
    assert (answer.status_code, says in page) == (403, True)
    assert "您写的没有丢" not in page


def test_an_editor_who_publishes_is_told_that_a_reviewer_does(writer):
    warning = draft_warning()
    answer = writer.post(f"/admin/cases/warning/{warning.pk}/publish/", {"when": "now"})
    page = answer.content.decode()
    assert "要本单位的审核人，或者管理员来做。您写的没有丢：退回上一页还在。" in page


def test_who_is_of_another_office_is_told_whose_text_it_is(db):
    bank = Office.objects.create(slug="bank", name_zh_hans="某银行网点")
    client = come_in(Client(), a_staff_member(role="reviewer", office=bank))
    answer = client.post(f"/admin/cases/warning/{draft_warning().pk}/change/", {"_version": "0"})
    assert "这一条要它的单位的审核人，或者管理员来做。" in answer.content.decode()
