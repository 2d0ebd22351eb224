"""Nobody reaches a page of the desk before what their role asks for on coming in."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from awareness.office.roles import Role
from tests.make import a_phone, a_staff_member, come_in
from tests.words import latin_words

from .way_in import CODE, COPY, INDEX, LOGIN, PHONE, code_of, set_up_phone, type_code, type_password

CHANGE_PASSWORD = reverse("admin:password_change")
GATES = {CODE, PHONE, COPY, CHANGE_PASSWORD}
INSIDE = [
    INDEX,
    reverse("admin:cases_warning_changelist"),
    reverse("admin:cases_warning_add"),
    reverse("entry:protection"),
    reverse("entry:unsaved"),
    reverse("gallery"),
]

# Role; has a phone; has a one-time password: where somebody who typed the password lands.
TABLE = [
    (Role.EDITOR, False, False, None),
    (Role.EDITOR, False, True, CHANGE_PASSWORD),
    (Role.EDITOR, True, False, CODE),
    (Role.REVIEWER, False, False, PHONE),
    (Role.REVIEWER, False, True, CHANGE_PASSWORD),
    (Role.REVIEWER, True, False, CODE),
    (Role.REVIEWER, True, True, CODE),
    (Role.ADMINISTRATOR, False, False, PHONE),
    (Role.ADMINISTRATOR, False, True, CHANGE_PASSWORD),
    (Role.ADMINISTRATOR, True, False, CODE),
    (Role.AUDITOR, False, False, None),
    (Role.AUDITOR, True, False, CODE),
]


@pytest.mark.parametrize(("role", "has_phone", "one_time", "gate"), TABLE)
def test_the_password_alone_leads_to_the_gate_of_the_role(db, role, has_phone, one_time, gate):
    staff = a_staff_member(role=role, must_change_password=one_time)
    if has_phone:
        a_phone(staff)
    client = Client()
    type_password(client, staff)
    for path in {*INSIDE, *GATES} - {gate}:
        answer = client.get(path)
        if gate:
            assert (answer.status_code, answer.url.split("?")[0]) == (302, gate), path
        elif path in INSIDE:
            assert not answer.has_header("Location") or answer.url == INDEX, path
    if gate:
        assert client.get(gate).status_code == 200
        assert client.post(INSIDE[2], {"title_zh_hans": "绕过去"}).url.split("?")[0] == gate


def test_a_superuser_made_on_the_command_line_is_asked_too(db):
    client = Client()
    type_password(client, a_staff_member(role=Role.EDITOR, is_superuser=True))
    assert client.get(INDEX).url.split("?")[0] == PHONE


def test_the_first_administrator_changes_the_password_binds_a_phone_copies_codes_and_is_in(db):
    staff = a_staff_member("admin", role=Role.ADMINISTRATOR, must_change_password=True)
    client = Client()
    assert client.get(type_password(client, staff).url).url.startswith(CHANGE_PASSWORD)
    new = "hong-cha-diannao-7"
    words = {"old_password": "a-long-good-password", "new_password1": new, "new_password2": new}
    assert client.post(CHANGE_PASSWORD, words, follow=True).redirect_chain[-1][0].startswith(PHONE)
    _phone, codes = set_up_phone(client)
    assert len(set(codes)) == 10
    assert client.get(INDEX).url.split("?")[0] == COPY
    assert client.post(reverse("entry:copied")).url == INDEX
    assert client.get(INDEX).status_code == 200


def test_with_the_code_the_page_that_was_asked_for_opens(db):
    staff = a_staff_member(role=Role.REVIEWER)
    phone, client = a_phone(staff), Client()
    wanted = reverse("admin:cases_warning_add")
    login = client.get(wanted).url
    assert type_password(client, staff, next=wanted).url == wanted
    gate = client.get(wanted).url
    assert login.startswith(LOGIN)
    assert 'value="' + wanted + '"' in client.get(gate).content.decode()
    assert type_code(client, code_of(phone), next=wanted).url == wanted
    assert client.get(wanted).status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:x"])
def test_nobody_is_sent_to_another_site(db, elsewhere):
    staff = a_staff_member(role=Role.REVIEWER)
    phone, client = a_phone(staff), Client()
    assert type_password(client, staff, next=elsewhere).url == INDEX
    assert type_code(client, code_of(phone), next=elsewhere).url == INDEX


def test_an_editor_who_becomes_a_reviewer_binds_a_phone_at_once(db):
    staff = a_staff_member(role=Role.EDITOR)
    client = come_in(Client(), staff)
    assert client.get(INDEX).status_code == 200
    staff.role = Role.REVIEWER
    staff.save()
    assert client.get(INDEX).url.split("?")[0] == PHONE


def test_a_phone_of_somebody_else_verifies_nobody(db):
    client, staff = Client(), a_staff_member(role=Role.REVIEWER)
    other = a_phone(a_staff_member(role=Role.REVIEWER))
    a_phone(staff)
    client.force_login(staff)
    session = client.session
    session["otp_device_id"] = other.persistent_id
    session.save()
    assert client.get(INDEX).url.split("?")[0] == CODE


def test_a_visitor_sees_the_login_and_nothing_else(visitor):
    for path in {*INSIDE, *GATES}:
        assert visitor.get(path).url.startswith(LOGIN), path


def test_the_key_of_the_session_changes_with_every_step(db):
    staff = a_staff_member(role=Role.REVIEWER)
    phone, client = a_phone(staff), Client()
    type_password(client, staff)
    after_password = client.cookies["desk"].value
    type_code(client, code_of(phone))
    assert client.cookies["desk"].value != after_password
    assert client.session[SESSION_KEY] == str(staff.pk)
    assert client.cookies["desk"]["httponly"]
    assert client.cookies["desk"]["samesite"] == "Lax"
    assert client.cookies["desk"]["path"] == "/admin/"


def test_logging_out_needs_a_press_and_ends_the_session(db):
    client = come_in(Client(), a_staff_member(role=Role.EDITOR))
    assert client.get(reverse("admin:logout")).status_code == 405
    page = client.post(reverse("admin:logout")).content.decode()
    assert "已经退出" in page
    assert client.get(INDEX).url.startswith(LOGIN)


@pytest.mark.parametrize("path", [LOGIN, CODE, PHONE, COPY, reverse("entry:protection")])
def test_pages_of_the_way_in_are_kept_nowhere_and_carry_the_desks_policy(desk, visitor, path):
    answer = (visitor if path == LOGIN else desk).get(path)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert " style=" not in answer.content.decode()
    assert "<style" not in answer.content.decode()


@pytest.mark.parametrize("name", ["protection", "code", "recovery-codes"])
def test_no_english_words_on_the_way_in(desk, visitor, name):
    for page in [desk.get(reverse(f"entry:{name}"), follow=True), visitor.get(LOGIN)]:
        assert english(page) == set()


@pytest.mark.parametrize("page", ["changelist", "add", "change", "invitation", "second_step"])
def test_no_english_words_on_the_pages_of_colleagues(desk, page):
    staff = a_staff_member("同事", first_name="张小青", role=Role.REVIEWER)
    a_phone(staff)
    args = [] if page in {"changelist", "add"} else [staff.pk]
    assert english(desk.get(reverse(f"admin:office_staff_{page}", args=args))) == set()


def english(page) -> set[str]:
    return latin_words(page) - {"boss"}
