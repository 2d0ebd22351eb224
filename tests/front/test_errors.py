"""When something fails the reader still gets the hotlines and the first steps, in their language."""

from unittest.mock import patch

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError
from django.test import Client

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
