"""The phone's code and the recovery codes: each good once, forgiving to type, not to guess."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken

from awareness.audit.models import AuditAction, AuditEntry
from awareness.entry import second_factor
from awareness.office.roles import Role
from tests.make import a_phone, a_staff_member, come_in

from .way_in import CODE, COPY, INDEX, PHONE, code_of, set_up_phone, type_code, type_password, wrong


@pytest.fixture
def reviewer(db):
    return a_staff_member("shenhe", first_name="李审核", role=Role.REVIEWER)


@pytest.fixture
def phone(reviewer):
    return a_phone(reviewer)


@pytest.fixture
def client(reviewer):
    """A browser in which the reviewer has typed the password."""
    client = Client()
    type_password(client, reviewer)
    return client


def is_in(client):
    return client.get(INDEX).status_code == 200


def full_width(code):
    return "".join(chr(ord(digit) + 0xFEE0) for digit in code)


@pytest.mark.parametrize(
    "write",
    [str, full_width, lambda code: f" {code[:3]} {code[3:]} ", lambda c: c[:3] + "-" + c[3:]],
)
def test_the_code_of_the_phone_opens_however_it_is_written(phone, client, write):
    assert type_code(client, write(code_of(phone))).url == INDEX
    assert is_in(client)


def test_a_code_works_once(phone, client, reviewer):
    code = code_of(phone)
    with time_machine.travel(timezone.now(), tick=False):
        type_code(client, code)
        other = Client()
        type_password(other, reviewer)
        page = type_code(other, code)
    assert "已经用过一次" in page.content.decode()
    assert not is_in(other)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "一二三四五六", "12345６7x"])
def test_what_is_no_code_gets_a_sentence_and_counts_as_no_failure(phone, client, typed):
    page = type_code(client, typed)
    assert page.status_code == 200
    assert "六个数字" in page.content.decode()
    assert not AuditEntry.objects.filter(verb=AuditAction.LOGIN_FAILED).exists()


def test_tries_in_quick_succession_are_slowed_down_in_words(phone, client):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        bad = wrong(code_of(phone))
        type_code(client, bad)
        assert "试得太快了。请等1秒" in type_code(client, bad).content.decode()
        clock.shift(1)
        type_code(client, bad)
        assert "请等2秒" in type_code(client, code_of(phone)).content.decode()
        assert not is_in(client)
        clock.shift(2)
        assert type_code(client, code_of(phone)).url == INDEX


def test_the_slowing_down_is_over_after_a_quarter_of_an_hour(phone, client):
    phone.throttling_failure_count, phone.throttling_failure_timestamp = 30, timezone.now()
    phone.save()
    assert "试得太快" in type_code(client, code_of(phone)).content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert type_code(client, code_of(phone)).url == INDEX


def test_a_recovery_code_opens_once_and_says_how_many_are_left(reviewer):
    client = Client()
    type_password(client, reviewer)
    _phone, codes = set_up_phone(client)
    other = Client()
    type_password(other, reviewer)
    assert type_code(other, f"{codes[3][:5]} {codes[3][5:]}").url == INDEX
    assert "备用码还剩9个" in other.get(INDEX).content.decode()
    third = Client()
    type_password(third, reviewer)
    assert "不对，或者已经用过" in type_code(third, codes[3]).content.decode()
    assert not is_in(third)


def test_recovery_codes_are_not_kept_in_clear(reviewer):
    codes = second_factor.new_recovery_codes(reviewer)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert not kept & set(codes)


def test_the_codes_of_another_person_open_nothing(phone, client):
    for code in second_factor.new_recovery_codes(a_staff_member(role=Role.REVIEWER))[:1]:
        type_code(client, code)
    assert not is_in(client)


def test_recovery_codes_are_shown_once_and_new_ones_make_the_old_void(reviewer):
    client = Client()
    type_password(client, reviewer)
    _phone, old = set_up_phone(client)
    page = client.get(COPY).content.decode()
    assert "只显示一次" in page
    assert old[0][:5] not in page
    shown = client.post(COPY).context["codes"]
    assert len(shown) == 10
    client.post(reverse("entry:copied"))
    other = Client()
    type_password(other, reviewer)
    type_code(other, old[0])
    assert not is_in(other)


def test_the_page_shows_the_key_to_scan_to_open_and_to_type(client):
    page = client.get(PHONE)
    groups = page.context["secret"].split()
    assert {len(group) for group in groups} == {4}
    html = page.content.decode()
    assert "<svg" in html
    assert 'href="otpauth://totp/' in html
    assert "".join(groups) in html.replace("&amp;", "&")
    assert page.context["secret"] == client.get(PHONE).context["secret"]


def test_a_wrong_first_code_binds_nothing(client, reviewer):
    client.get(PHONE)
    page = client.post(PHONE, {"code": "12345"})
    assert "请输入六个数字" in page.content.decode()
    assert second_factor.phone_of(reviewer) is None


def test_an_editor_chooses_it_and_may_choose_otherwise(db):
    staff = a_staff_member(role=Role.EDITOR)
    client = come_in(Client(), staff)
    assert "绑定手机" in client.get(reverse("entry:protection")).content.decode()
    phone, _codes = set_up_phone(client)
    client.post(reverse("entry:copied"))
    other = Client()
    type_password(other, staff)
    assert not is_in(other)
    assert client.post(reverse("entry:switch-off")).status_code == 302
    assert second_factor.phone_of(staff) is None
    again = Client()
    type_password(again, staff)
    assert is_in(again)


def test_a_reviewer_cannot_switch_it_off(reviewer, phone, client):
    type_code(client, code_of(phone))
    assert client.post(reverse("entry:switch-off")).status_code == 403
    assert second_factor.phone_of(reviewer) == phone


@pytest.mark.parametrize("page", [PHONE, COPY])
def test_a_desk_left_open_does_not_give_the_phone_away(reviewer, phone, client, page):
    type_code(client, code_of(phone))
    assert client.get(page).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert client.get(page).url.startswith(CODE)
        assert client.post(page, {"code": "123456"}).url.startswith(CODE)


def test_a_new_phone_takes_the_place_of_the_old_one(reviewer, phone, client):
    type_code(client, code_of(phone))
    new, _codes = set_up_phone(client)
    assert second_factor.phone_of(reviewer) == new
    assert new.key != phone.key


def test_another_administrator_resets_it_and_the_person_is_out_at_once(
    desk, reviewer, phone, client
):
    type_code(client, code_of(phone))
    page = reverse("admin:office_staff_second_step", args=[reviewer.pk])
    assert "重设" in desk.get(page).content.decode()
    desk.post(page)
    assert client.get(INDEX).status_code == 302
    assert second_factor.phone_of(reviewer) is None
    fresh = Client()
    type_password(fresh, reviewer)
    assert fresh.get(INDEX).url.startswith(PHONE)
    line = AuditEntry.objects.filter(verb=AuditAction.SECOND_STEP, row=reviewer.pk).first()
    assert (line.by.username, line.detail) == ("boss", "重设，要重新绑手机")


def test_nobody_resets_their_own(desk):
    boss = a_staff_member("other-boss", role=Role.ADMINISTRATOR)
    client = come_in(Client(), boss)
    page = reverse("admin:office_staff_second_step", args=[boss.pk])
    assert "另一位管理员" in client.get(page).content.decode()
    assert client.post(page).status_code == 403
    assert second_factor.phone_of(boss)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.AUDITOR])
def test_only_administrators_reset(db, reviewer, phone, role):
    client = come_in(Client(), a_staff_member(role=role))
    page = reverse("admin:office_staff_second_step", args=[reviewer.pk])
    assert client.get(page).status_code == 403
    assert client.post(page).status_code == 403
    assert second_factor.phone_of(reviewer)


def test_the_only_administrator_is_helped_from_the_command_line(reviewer, phone, capsys):
    call_command("reset_second_factor", "shenhe")
    assert "重新绑手机" in capsys.readouterr().out
    assert second_factor.phone_of(reviewer) is None
    with pytest.raises(CommandError, match="没有叫"):
        call_command("reset_second_factor", "nobody")


def test_the_log_says_how_somebody_came_in(reviewer, phone, client):
    type_code(client, code_of(phone))
    client.post(reverse("admin:logout"))
    lines = AuditEntry.objects.filter(row=reviewer.pk).order_by("pk").values_list("verb", "detail")
    assert list(lines) == [
        (AuditAction.LOGGED_IN, ""),
        (AuditAction.SECOND_STEP, "用手机上的六位码"),
        (AuditAction.LOGGED_OUT, ""),
    ]


def test_secrets_have_no_page_at_the_desk(desk):
    for path in ["otp_totp/totpdevice/", "otp_static/staticdevice/", "axes/accessattempt/"]:
        assert desk.get(f"{INDEX}{path}").status_code == 404
