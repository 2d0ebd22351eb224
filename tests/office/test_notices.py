"""Hotlines and the office's phone come from one table, and are there even when it is not."""

import re
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.template import Context, Template

from awareness.office import notices
from awareness.office.models import Hotline, Office
from awareness.publishing import changes
from awareness.publishing.models import ContentVersion

PAGES = [
    "/",
    "/emergency/",
    "/emergency/transferred/",
    "/scams/impersonating-authorities/",
    "/rules/",
]


@pytest.mark.parametrize("prefix", ["", "/zh-hant", "/en"])
def test_a_changed_number_is_on_every_page_at_once(visitor, prefix):
    police = Hotline.objects.get(slug="110")
    police.number = "998"
    police.save()
    for path in PAGES:
        page = visitor.get(prefix + path).content.decode()
        assert 'href="tel:998"' in page
        assert not re.search(
            r"(?<![\d#])110(?!\d)", re.sub("<svg.*?</svg>|<style.*?</style>", "", page, flags=re.S)
        )


def test_a_change_made_elsewhere_is_seen_within_a_second(visitor, monkeypatch):
    visitor.get("/")
    Hotline.objects.filter(slug="110").update(number="998")  # another process: no signal here
    ContentVersion.objects.update(mark="another")
    assert "tel:998" not in visitor.get("/").content.decode()
    clock = changes.time.monotonic()
    monkeypatch.setattr(changes.time, "monotonic", lambda: clock + 1.1)
    assert "tel:998" in visitor.get("/").content.decode()


def test_the_offices_phone_is_on_every_page(visitor):
    Office.objects.filter(is_main=True).update(phone="0999-1234567")
    changes.forget_all()
    assert "tel:0999-1234567" in visitor.get("/about/").content.decode()


def test_numbers_are_spoken_digit_by_digit(visitor):
    assert "（九六一一零）" in visitor.get("/").content.decode()
    assert "(nine six one one zero)" in visitor.get("/en/").content.decode()


def test_without_a_database_the_last_known_hotlines_are_shown(db):
    known = notices.current().numbers()
    changes.forget_all()
    with patch.object(Hotline.objects, "all", side_effect=OperationalError):
        assert notices.current().numbers() == known


def test_a_process_that_never_saw_its_database_knows_the_starter_hotlines(db, monkeypatch):
    monkeypatch.setattr(notices, "_kept", changes.ContentCache(notices._read, notices._starter))
    changes.forget_all()
    with patch.object(Hotline.objects, "all", side_effect=OperationalError):
        numbers = notices.current().numbers()
    assert (numbers["110"], numbers["96110"]) == ("110", "96110")


def test_text_from_staff_is_escaped_around_the_numbers(db):
    shown = Template("{% load office %}{{ text|numbers }} {{ text|dialled }}").render(
        Context({"text": "<b>打{110}</b>"})
    )
    assert "<b>" not in shown
    assert '<a href="tel:110">110</a>' in shown
