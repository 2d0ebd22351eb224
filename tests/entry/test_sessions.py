"""A session ends after half an hour of nothing and after a working day, and loses nobody's text."""

from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.cases.models import Warning
from awareness.office.models import District
from awareness.office.roles import Role
from tests.forms import parsed_form
from tests.make import a_phone, a_staff_member, come_in

from .way_in import CODE, FROM_HERE, INDEX, LOGIN, code_of, type_code, type_password

ADD = reverse("admin:cases_warning_add")
UNSAVED = reverse("entry:unsaved")
TYPED = {
    "title_zh_hans": "有人冒充水电工，｜上门收钱",
    "do_first_zh_hans": "不开门，打 110 问一问。\n“先问一问”",
    "starts_at_0": "",
    "starts_at_1": "",
    "ends_at_0": "",
    "ends_at_1": "",
}


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as clock:
        yield clock


@pytest.fixture
def editor(db):
    return a_staff_member("bianji", first_name="王编辑", role=Role.EDITOR)


@pytest.fixture
def client(editor, clock):
    return come_in(Client(), editor)


def typed():
    return TYPED | {"district": str(District.objects.get(slug="qingshi").pk)}


def test_half_an_hour_of_nothing_ends_it_and_the_login_says_so(client, clock):
    clock.shift(timedelta(minutes=32))
    answer = client.get(ADD)
    assert answer.url.startswith(LOGIN)
    page = client.get(answer.url).content.decode()
    assert "登录已经到期" in page
    assert f'name="next" value="{ADD}"' in page


def test_work_keeps_it_open(client, clock):
    for _ in range(6):
        clock.shift(timedelta(minutes=29))
        assert client.get(INDEX).status_code == 200


def test_after_twelve_hours_it_ends_even_in_the_middle_of_work(client, clock):
    for _ in range(26):
        clock.shift(timedelta(minutes=28))
        answer = client.get(INDEX)
    assert answer.url.startswith(LOGIN)


def test_how_long_is_a_setting(client, clock, settings):
    settings.DESK_TIMEOUT_MINUTES = 5
    clock.shift(timedelta(minutes=7))
    assert client.get(INDEX).status_code == 302


def test_after_the_login_one_is_back_on_the_same_page(client, clock, editor):
    clock.shift(timedelta(hours=1))
    login = client.get(ADD).url
    hidden = client.get(login).context["next"]
    assert type_password(client, editor, next=hidden).url == ADD


def test_a_first_visit_is_told_nothing_of_an_end(visitor):
    page = visitor.get(visitor.get(ADD).url).content.decode()
    assert "到期" not in page


def test_the_end_is_in_the_log(client, clock, editor):
    clock.shift(timedelta(hours=1))
    client.get(INDEX)
    line = AuditEntry.objects.get(verb=AuditAction.LOGGED_OUT)
    assert (line.by, line.detail) == (editor, "到期")


def come_back(client, staff, page):
    """Log in on PAGE, as shown; the page on which what was typed is offered."""
    seal = page.context["unsaved"]
    answer = type_password(client, staff, unsaved=seal, next=page.context["next"])
    return client.get(answer.url)


def send_again(client, page):
    """Press the button that sends PAGE's hidden fields on; the last answer."""
    fields = [
        (name, value) for name, values in page.context["unsaved"]["fields"] for value in values
    ]
    return client.post(UNSAVED, dict(fields), follow=True)


@pytest.mark.parametrize("end", ["idle", "killed"])
def test_what_was_typed_into_an_ended_session_can_be_sent_after_the_login(
    client, clock, editor, end
):
    if end == "idle":
        clock.shift(timedelta(hours=1))
    else:
        Session.objects.all().delete()
    page = client.post(ADD, typed(), headers=FROM_HERE)
    assert page.status_code == 403
    assert "您刚才写的没有丢" in page.content.decode()
    assert not Warning.objects.filter(title_zh_hans=TYPED["title_zh_hans"]).exists()
    offered = come_back(client, editor, page)
    shown = unescape(offered.content.decode())
    assert "您写的还在" in shown
    assert TYPED["title_zh_hans"] in shown
    answer = send_again(client, offered)
    assert answer.redirect_chain[0] == (ADD, 307)
    saved = Warning.objects.latest("pk")
    assert saved.title_zh_hans == TYPED["title_zh_hans"]
    assert "“先问一问”" in saved.do_first_zh_hans
    assert client.get(UNSAVED).url == INDEX


def test_the_code_of_the_phone_comes_in_between(clock, db):
    staff = a_staff_member(role=Role.REVIEWER)
    client = come_in(Client(), staff)
    clock.shift(timedelta(hours=1))
    page = client.post(ADD, typed(), headers=FROM_HERE)
    answer = type_password(client, staff, unsaved=page.context["unsaved"])
    assert client.get(answer.url).url.startswith(CODE)
    answer = type_code(client, code_of(a_phone(staff)))
    assert answer.url == UNSAVED
    assert TYPED["title_zh_hans"] in client.get(UNSAVED).content.decode()


def test_a_wrong_password_in_between_loses_nothing(client, clock, editor):
    clock.shift(timedelta(hours=1))
    page = client.post(ADD, typed(), headers=FROM_HERE)
    again = type_password(client, editor, "wrong", unsaved=page.context["unsaved"])
    assert TYPED["title_zh_hans"] in come_back(client, editor, again).content.decode()


def test_what_was_typed_can_be_left(client, clock, editor):
    clock.shift(timedelta(hours=1))
    come_back(client, editor, client.post(ADD, typed(), headers=FROM_HERE))
    assert client.post(UNSAVED, {"leave": "1"}).url == ADD
    assert client.get(UNSAVED).url == INDEX


def test_passwords_and_files_are_not_carried_and_a_file_is_asked_for_again(client, clock, editor):
    clock.shift(timedelta(hours=1))
    data = typed() | {"password1": "hong-cha", "photo": SimpleUploadedFile("a.jpg", b"x")}
    offered = come_back(client, editor, client.post(ADD, data, headers=FROM_HERE))
    assert "hong-cha" not in offered.content.decode()
    assert "重新选" in offered.content.decode()


@pytest.mark.parametrize("sender", ["https://evil.example", "null", ""])
def test_what_another_site_posts_is_not_carried(client, clock, sender):
    clock.shift(timedelta(hours=1))
    answer = client.post(ADD, typed(), headers={"origin": sender})
    assert answer.url.startswith(LOGIN)


def test_a_seal_that_is_not_ours_is_dropped(editor, clock):
    client = Client()
    assert type_password(client, editor, unsaved="eyJwYXRoIjoiL2FkbWluLyJ9:x:y").url == INDEX
    assert client.get(UNSAVED).url == INDEX


def test_a_form_older_than_the_login_is_offered_again_and_not_refused(editor):
    client = Client(enforce_csrf_checks=True)
    come_in(client, editor)
    page = client.get(ADD)
    stale = parsed_form(page.content.decode()) | {"csrfmiddlewaretoken": "x" * 64}
    answer = client.post(ADD, stale | {"title_zh_hans": "还没存的标题"}, headers=FROM_HERE)
    assert answer.url == UNSAVED
    assert "还没存的标题" in client.get(UNSAVED).content.decode()
    assert client.post(ADD, stale, headers={"origin": "https://evil.example"}).status_code == 403


def test_a_login_page_that_is_too_old_is_shown_anew(editor):
    client = Client(enforce_csrf_checks=True)
    assert type_password(client, editor).url == LOGIN


def test_what_was_typed_is_offered_to_nobody_but_its_writer(client, clock, editor):
    clock.shift(timedelta(hours=1))
    page = client.post(ADD, typed(), headers=FROM_HERE)
    colleague = a_staff_member(role=Role.EDITOR)
    answer = come_back(client, colleague, page)
    assert "另一位同事" in answer.content.decode()
    assert TYPED["title_zh_hans"] not in answer.content.decode()
    assert client.get(UNSAVED).url == INDEX
