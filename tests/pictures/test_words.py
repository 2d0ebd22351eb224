"""The words of a picture that the public sees are public at once: who publishes changes them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.office.models import Office
from awareness.office.roles import Role
from tests.make import a_picture, a_staff_member, a_warning, come_in, draft_warning, form_values

NEW = "一张假的停电通知。"
SAYS_WHY = "由本单位的审核人来改"


@pytest.fixture
def picture(db):
    return a_picture(office=Office.objects.get(is_main=True))


def in_as(role):
    return come_in(Client(), a_staff_member(role=role))


def page_of(picture, name="change"):
    return reverse(f"admin:pictures_picture_{name}", args=[picture.pk])


def words_after(client, picture, reader=None):
    """What PICTURE says after CLIENT's desk has changed it, as far as it may."""
    values = form_values(reader or client, page_of(picture)) | {"description_zh_hans": NEW}
    client.post(page_of(picture), values)
    picture.refresh_from_db()
    return picture.description_zh_hans


def soon():
    return timezone.now() + timedelta(days=1)


def seen(picture):
    a_warning(picture=picture)


def opens_soon(picture):
    a_warning(picture=picture, starts_at=soon())


@pytest.mark.parametrize("shown", [seen, opens_soon])
def test_an_editor_reads_them_and_is_told_who_changes_them(picture, shown):
    shown(picture)
    client = in_as(Role.EDITOR)
    assert SAYS_WHY in client.get(page_of(picture)).content.decode()
    assert words_after(client, picture, reader=in_as(Role.REVIEWER)) != NEW


def test_a_reviewer_changes_them(picture):
    seen(picture)
    client = in_as(Role.REVIEWER)
    assert SAYS_WHY not in client.get(page_of(picture)).content.decode()
    assert words_after(client, picture) == NEW


def test_an_editor_changes_them_while_nobody_sees_them(picture):
    draft_warning(picture=picture)
    assert words_after(in_as(Role.EDITOR), picture) == NEW


def test_an_editor_takes_no_old_words_back_under_the_eyes_of_the_public(picture):
    editor = in_as(Role.EDITOR)
    before = picture.description_zh_hans
    words_after(editor, picture)
    seen(picture)
    answer = editor.post(page_of(picture, "history"), {"version": 1})
    picture.refresh_from_db()
    assert answer.status_code == 403
    assert picture.description_zh_hans == NEW != before
