"""An administrator invites; whoever is invited chooses the password, and nobody else knows it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.audit.models import AuditAction, AuditEntry
from awareness.entry.models import Invitation
from awareness.office.models import Office, Staff
from awareness.office.roles import Role
from tests.make import a_phone, a_staff_member, come_in

from .way_in import INDEX, PHONE, type_password

ADD = reverse("admin:office_staff_add")
GOOD = {"password1": "hong-cha-diannao-7", "password2": "hong-cha-diannao-7"}


def newcomer(**fields):
    office = Office.objects.get(is_main=True)
    return {"first_name": "张小青", "office": office.pk, "role": Role.EDITOR} | fields


def invite(desk, **fields):
    """(the address that the desk shows, the person) of somebody added at the desk."""
    shown = desk.post(ADD, newcomer(**fields), follow=True)
    address = re.search(r"http://\S+?/entry/invited/[\w-]+/", shown.content.decode())[0]
    return address.replace("http://127.0.0.1:8000", ""), Staff.objects.latest("pk")


def page_of(staff):
    return reverse("admin:office_staff_invitation", args=[staff.pk])


@pytest.fixture
def phone(db):
    """The invited person's own phone: a browser that knows nothing of the desk."""
    return Client()


def test_an_invitation_says_who_invites_where_and_to_do_what(desk, phone):
    address, staff = invite(desk, role=Role.REVIEWER)
    page = phone.get(address).content.decode()
    for words in ["张小青", "boss", str(staff.office), "审核人：写，也发布本单位的", "用户名"]:
        assert words in page


def test_the_way_to_an_invitation_says_what_it_does(desk):
    page = desk.get(ADD).content.decode()
    assert "<h1>请一位同事进来</h1>" in page
    assert 'value="做邀请网址"' in page
    shown = desk.post(ADD, newcomer(), follow=True).content.decode()
    assert "<h1>张小青的邀请网址</h1>" in shown
    assert "重做一个（旧的失效）" in shown
    colleague = a_staff_member("laowang")
    assert ">做邀请网址</button>" in desk.get(page_of(colleague)).content.decode()


def test_who_is_invited_chooses_name_and_password_and_is_in(desk, phone):
    address, staff = invite(desk)
    assert phone.post(address, GOOD | {"username": "zhangxq"}).url == INDEX
    assert phone.get(INDEX).status_code == 200
    staff.refresh_from_db()
    assert (staff.username, staff.is_active) == ("zhangxq", True)
    again = Client()
    assert type_password(again, staff, GOOD["password1"]).url == INDEX


def test_a_reviewer_binds_a_phone_next(desk, phone):
    address, _staff = invite(desk, role=Role.REVIEWER, username="shenhe")
    assert 'name="username"' not in phone.get(address).content.decode()
    phone.post(address, GOOD)
    assert phone.get(INDEX).url.startswith(PHONE)


def test_before_the_address_is_used_nobody_comes_in(desk, phone):
    _address, staff = invite(desk, username="zhangxq")
    for password in ["", "!", staff.password]:
        type_password(phone, staff, password)
        assert phone.get(INDEX).status_code == 302


def test_an_address_works_once(desk, phone):
    address, _staff = invite(desk)
    phone.post(address, GOOD | {"username": "zhangxq"})
    late = Client()
    for answer in [late.get(address), late.post(address, GOOD | {"username": "zhangxq2"})]:
        assert answer.status_code == 410
        assert "用过了、过期了，或者收回了" in answer.content.decode()


def test_an_address_works_for_seventy_two_hours(desk, phone):
    address, _staff = invite(desk)
    with time_machine.travel(timezone.now() + timedelta(hours=71, minutes=59)):
        assert phone.get(address).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=72, minutes=1)):
        assert phone.get(address).status_code == 410
        assert phone.post(address, GOOD | {"username": "zhangxq"}).status_code == 410


def test_an_address_never_given_is_unknown(phone):
    answer = phone.get(reverse("entry:invited", args=["kein-solcher-Schluessel"]))
    assert answer.status_code == 404
    assert "没有这样的邀请" in answer.content.decode()


def test_a_new_address_ends_the_one_before(desk, phone):
    old, staff = invite(desk)
    shown = desk.post(page_of(staff), follow=True).content.decode()
    new = re.search(r"/admin/entry/invited/[\w-]+/", shown)[0]
    assert phone.get(old).status_code == 410
    assert phone.get(new).status_code == 200


def test_an_invitation_can_be_taken_back(desk, phone):
    address, staff = invite(desk)
    desk.post(page_of(staff), {"take-back": "1"})
    assert phone.get(address).status_code == 410
    assert Invitation.objects.get().taken_back_by.username == "boss"


def test_the_address_is_shown_once_and_only_its_digest_is_kept(desk):
    address, staff = invite(desk)
    token = address.rstrip("/").rpartition("/")[2]
    assert token not in desk.get(page_of(staff)).content.decode()
    kept = str(list(Invitation.objects.values())) + str(list(AuditEntry.objects.values()))
    assert token not in kept


def test_looking_does_not_use_it_up(desk, phone):
    address, _staff = invite(desk)
    for _ in range(3):
        assert phone.get(address).status_code == 200


def test_somebody_else_who_is_logged_in_cannot_take_it(desk, phone):
    address, staff = invite(desk)
    answer = desk.post(address, GOOD | {"username": "zhangxq"})
    assert answer.status_code == 403
    assert "请把网址发给本人" in answer.content.decode()
    assert phone.get(address).status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"password1": "short", "password2": "short"}, "至少要10位"),
        ({"password1": "1234567890", "password2": "1234567890"}, "不能全是数字"),
        ({"password1": "password123", "password2": "password123"}, "用的人太多"),
        ({"password1": "zhangxiaoqing", "password2": "zhangxiaoqing"}, "太像了"),
        ({"password2": "hong-cha-diannao-8"}, "两次输的密码不一样"),
        ({"username": "BOSS"}, "已经有人用了"),
        ({"username": "两 个 字"}, "只能有汉字、字母、数字"),
        ({"username": ""}, "请选一个用户名"),
    ],
)
def test_a_bad_choice_gets_one_sentence_and_leaves_the_address_good(desk, phone, typed, sentence):
    address, _staff = invite(desk)
    answer = phone.post(address, GOOD | {"username": "zhangxiaoqing"} | typed)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert phone.get(address).status_code == 200


def test_a_forgotten_password_is_mended_by_a_new_address(desk, phone):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    shown = desk.post(page_of(staff), follow=True).content.decode()
    address = re.search(r"/admin/entry/invited/[\w-]+/", shown)[0]
    before = Client()
    assert type_password(before, staff).url == INDEX
    assert phone.post(address, GOOD).url == INDEX
    assert before.get(INDEX).status_code == 302


def test_a_new_password_does_not_get_around_the_phone(desk, phone):
    staff = a_staff_member("shenhe", role=Role.REVIEWER)
    a_phone(staff)
    shown = desk.post(page_of(staff), follow=True).content.decode()
    phone.post(re.search(r"/admin/entry/invited/[\w-]+/", shown)[0], GOOD)
    assert phone.get(INDEX).url.startswith(reverse("entry:code"))


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.AUDITOR])
def test_only_administrators_invite(db, role):
    client = come_in(Client(), a_staff_member(role=role))
    assert client.post(ADD, newcomer()).status_code == 403
    assert client.get(page_of(a_staff_member())).status_code == 403
    assert client.post(page_of(a_staff_member())).status_code == 403
    assert not Invitation.objects.exists()


def test_the_log_tells_the_story(desk, phone):
    address, staff = invite(desk)
    phone.post(address, GOOD | {"username": "zhangxq"})
    lines = AuditEntry.objects.filter(row=staff.pk, verb=AuditAction.PEOPLE).order_by("pk")
    assert [(line.by.username, line.detail.split("，")[0]) for line in lines] == [
        ("boss", f"新增：{staff.office}"),
        ("boss", "发出邀请"),
        ("zhangxq", "接受邀请"),
    ]
