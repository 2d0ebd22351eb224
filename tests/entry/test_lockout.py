"""Repeated failures lock one account for one address, for a quarter of an hour, and no more."""

import re
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.test import Client
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.office.roles import Role
from tests.make import a_phone, a_staff_member

from .way_in import CODE, INDEX, LOGIN, code_of, type_code, type_password, wrong

HERE, ELSEWHERE = "203.0.113.7", "198.51.100.9"


@pytest.fixture
def staff(db):
    return a_staff_member("xiaowang", first_name="小王", role=Role.EDITOR)


def at(address):
    return Client(REMOTE_ADDR=address)


def fail(client, staff, times=5):
    """TIMES wrong passwords; the last answer."""
    for _ in range(times):
        answer = type_password(client, staff, "not-the-password")
    return answer


def focused(answer) -> list[str]:
    boxes = re.findall(r"<input [^>]*\bautofocus\b[^>]*>", answer.content.decode())
    return [re.search(r'name="(\w+)"', box)[1] for box in boxes]


def is_in(client):
    return client.get(INDEX).status_code == 200


def test_the_fifth_failure_says_how_long_and_what_to_do(staff):
    client = at(HERE)
    assert fail(client, staff, 4).status_code == 200
    answer = type_password(client, staff, "not-the-password")
    page = answer.content.decode()
    assert answer.status_code == 429
    assert 890 <= int(answer.headers["Retry-After"]) <= 900
    assert "请等15分钟再试" in page
    assert "请管理员发一个新的邀请网址" in page


def test_after_a_wrong_password_the_cursor_is_in_its_box(staff):
    client = at(HERE)
    assert focused(client.get(LOGIN)) == ["username"]
    assert focused(fail(client, staff, 1)) == ["password"]


def test_the_right_password_does_not_open_while_it_is_locked(staff):
    client = at(HERE)
    fail(client, staff)
    assert type_password(client, staff).status_code == 429
    assert not is_in(client)


def test_the_same_person_comes_in_from_another_address(staff):
    fail(at(HERE), staff)
    client = at(ELSEWHERE)
    type_password(client, staff)
    assert is_in(client)


def test_a_colleague_comes_in_from_the_same_address(staff):
    fail(at(HERE), staff)
    client = at(HERE)
    type_password(client, a_staff_member(role=Role.EDITOR))
    assert is_in(client)


def test_it_is_over_after_a_quarter_of_an_hour_however_often_it_was_tried(staff):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client = at(HERE)
        fail(client, staff)
        clock.shift(timedelta(minutes=14))
        assert type_password(client, staff).status_code == 429
        clock.shift(timedelta(minutes=1, seconds=1))
        assert type_password(client, staff).url == INDEX


def test_old_failures_fade(staff):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client = at(HERE)
        fail(client, staff, 4)
        clock.shift(timedelta(minutes=16))
        assert fail(client, staff, 4).status_code == 200


def test_coming_in_wipes_the_slate(staff):
    client = at(HERE)
    fail(client, staff, 4)
    type_password(client, staff)
    assert fail(at(HERE), staff, 4).status_code == 200


def test_wrong_codes_count_and_the_password_in_between_does_not_wipe_them(db):
    staff = a_staff_member(role=Role.REVIEWER)
    phone, client = a_phone(staff), at(HERE)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for number in range(5):
            type_password(client, staff)
            answer = type_code(client, wrong(code_of(phone)))
            clock.shift(2**number)
        assert answer.status_code == 429
        assert client.get(CODE).status_code == 429
        assert type_code(client, code_of(phone)).status_code == 429
        assert type_password(at(HERE), staff).status_code == 429


def test_behind_a_proxy_each_reader_counts_for_themselves(staff, settings):
    settings.BEHIND_PROXY = True
    proxy = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": f"1.2.3.4, {HERE}"})
    assert fail(proxy, staff).status_code == 429
    other = Client(REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": ELSEWHERE})
    assert type_password(other, staff).url == INDEX


def test_without_a_proxy_nobody_can_pretend_an_address(staff):
    for number in range(5):
        client = Client(REMOTE_ADDR=HERE, headers={"x-forwarded-for": f"10.0.0.{number}"})
        answer = type_password(client, staff, "not-the-password")
    assert answer.status_code == 429


def test_an_address_that_is_none_is_no_error(staff, settings):
    settings.BEHIND_PROXY = True
    client = Client(headers={"x-forwarded-for": "not an address"})
    assert fail(client, staff).status_code == 429


def test_a_password_typed_as_user_name_is_written_down_nowhere(db):
    client = at(HERE)
    client.post(LOGIN, {"username": "hong-cha-diannao-7", "password": "x", "unsaved": "secret"})
    kept = str(list(AccessAttempt.objects.values())) + str(list(AuditEntry.objects.values()))
    assert "hong-cha" not in kept
    assert "secret" not in kept
    assert AuditEntry.objects.get(verb=AuditAction.LOGIN_FAILED).detail.startswith("没有这个用户名")


def test_the_log_names_who_was_tried_and_says_when_it_locked(staff):
    client = at(HERE)
    fail(client, staff, 7)
    lines = AuditEntry.objects.filter(verb=AuditAction.LOGIN_FAILED)
    assert {(line.by, line.row) for line in lines} == {(None, staff.pk)}
    details = [line.detail for line in lines]
    assert len(details) == 6
    assert sum("锁15分钟" in detail for detail in details) == 1


def test_strangers_cannot_fill_the_log(db):
    client = at(HERE)
    for number in range(4):
        client.post(LOGIN, {"username": f"guess{number}", "password": "x"})
    assert AuditEntry.objects.filter(verb=AuditAction.LOGIN_FAILED).count() == 1


def test_a_wrong_password_and_an_unknown_name_look_the_same(staff):
    client = at(HERE)
    wrong_password = type_password(client, staff, "not-the-password").content.decode()
    unknown = client.post(LOGIN, {"username": "nobody", "password": "x"}).content.decode()
    for page in (wrong_password, unknown):
        assert "用户名或密码不对" in page


def test_the_addresses_of_one_ipv6_reader_count_together(staff):
    for number in range(1, 6):
        answer = fail(at(f"2001:db8:1:2::{number:x}"), staff, 1)
    assert answer.status_code == 429
    assert type_password(at("2001:db8:1:2:ffff::9"), staff).status_code == 429
    assert type_password(at("2001:db8:1:3::1"), staff).status_code == 302


def test_an_ipv4_address_written_as_ipv6_is_the_same_reader(staff):
    fail(at(HERE), staff)
    assert type_password(at(f"::ffff:{HERE}"), staff).status_code == 429
    assert type_password(at(f"::ffff:{ELSEWHERE}"), staff).status_code == 302
