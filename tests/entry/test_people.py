"""Staff leave without a trace of access, and the last administrator cannot."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from awareness.audit.models import AuditAction, AuditEntry
from awareness.entry.people import invite
from awareness.office.models import Office, Staff
from awareness.office.roles import Role
from tests.make import a_staff_member, a_warning, come_in

from .way_in import INDEX, PASSWORD, type_password

LIST = reverse("admin:office_staff_changelist")
CHANGE_PASSWORD = reverse("admin:password_change")


def change(desk, staff, **fields):
    values = {
        "first_name": staff.first_name or "张小青",
        "office": staff.office_id,
        "role": staff.role,
        "username": staff.username,
        "is_active": "on",
    }
    values = {name: value for name, value in (values | fields).items() if value is not None}
    return desk.post(reverse("admin:office_staff_change", args=[staff.pk]), values)


def test_who_leaves_is_out_at_once_and_what_they_wrote_stays(desk):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    warning = a_warning(published_by=staff)
    client = come_in(Client(), staff)
    assert change(desk, staff, is_active=None).status_code == 302
    assert client.get(INDEX).status_code == 302
    type_password(client, staff)
    assert client.get(INDEX).status_code == 302
    warning.refresh_from_db()
    assert warning.published_by == staff


def test_who_comes_back_does_not_find_an_old_session_open(desk):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    client = come_in(Client(), staff)
    change(desk, staff, is_active=None)
    Staff.objects.filter(pk=staff.pk).update(is_active=True)
    assert client.get(INDEX).status_code == 302


def test_who_leaves_cannot_come_back_by_an_old_invitation(desk, visitor):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    token = invite(staff, by=a_staff_member("chief", role=Role.ADMINISTRATOR))
    change(desk, staff, is_active=None)
    assert visitor.get(reverse("entry:invited", args=[token])).status_code == 410


def test_nobody_is_ever_deleted(desk):
    staff = a_staff_member()
    page = reverse("admin:office_staff_delete", args=[staff.pk])
    assert desk.post(page, {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [staff.pk], "post": "yes"})
    assert Staff.objects.filter(pk=staff.pk).exists()


@pytest.mark.parametrize("fields", [{"is_active": None}, {"role": Role.EDITOR}])
def test_the_last_administrator_can_neither_leave_nor_step_down(desk, fields):
    boss = Staff.objects.get(username="boss")
    Staff.objects.exclude(pk=boss.pk).update(role=Role.EDITOR, is_superuser=False)
    page = change(desk, boss, **fields).content.decode()
    assert "最后一位管理员" in page
    a_staff_member("not-come-yet", role=Role.ADMINISTRATOR, is_active=False)
    assert "最后一位管理员" in change(desk, boss, **fields).content.decode()
    a_staff_member("second", role=Role.ADMINISTRATOR)
    assert change(desk, boss, **fields).status_code == 302


def test_a_superuser_is_an_administrator_until_the_role_says_otherwise(desk):
    staff = a_staff_member("root", is_superuser=True, role=Role.EDITOR)
    form = desk.get(reverse("admin:office_staff_change", args=[staff.pk])).context["adminform"].form
    assert form["role"].value() == Role.ADMINISTRATOR
    change(desk, staff, role=Role.EDITOR)
    staff.refresh_from_db()
    assert staff.part == Role.EDITOR


def test_nobody_types_another_persons_password(desk):
    staff = a_staff_member("laowang")
    page = desk.get(reverse("admin:office_staff_change", args=[staff.pk])).content.decode()
    assert 'type="password"' not in page
    assert desk.get(f"{LIST}{staff.pk}/password/").status_code in {302, 404}
    assert 'type="password"' not in desk.get(reverse("admin:office_staff_add")).content.decode()


def test_the_list_says_who_is_in_who_is_invited_and_who_has_a_phone(desk):
    desk.post(
        reverse("admin:office_staff_add"),
        {"first_name": "新同事", "office": Office.objects.get(is_main=True).pk, "role": "reviewer"},
    )
    a_staff_member("gone", is_active=False)
    page = desk.get(LIST).content.decode()
    for words in ["在职", "已邀请，还没来", "还没选", "邀请没有用上", "已绑手机", "下次登录要绑"]:
        assert words in page


def test_a_changed_role_is_in_the_log(desk):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    change(desk, staff, role=Role.AUDITOR)
    line = AuditEntry.objects.filter(verb=AuditAction.PEOPLE, row=staff.pk).first()
    assert (line.by.username, "查看人" in line.detail) == ("boss", True)


def test_a_one_time_password_must_be_changed_first(db, capsys):
    staff = a_staff_member("laowang", role=Role.EDITOR)
    call_command("one_time_password", "laowang")
    given = capsys.readouterr().out.partition("一次性密码 ")[2].split("（")[0]
    client = Client()
    assert client.get(type_password(client, staff, given).url).url.startswith(CHANGE_PASSWORD)
    new = {"new_password1": "hong-cha-diannao-7", "new_password2": "hong-cha-diannao-7"}
    assert client.post(CHANGE_PASSWORD, {"old_password": "wrong"} | new).status_code == 200
    assert client.post(CHANGE_PASSWORD, {"old_password": given} | new).url == INDEX
    assert client.get(INDEX).status_code == 200


def test_the_old_password_is_not_a_new_one(db):
    client = come_in(Client(), a_staff_member(role=Role.EDITOR))
    same = {"old_password": PASSWORD, "new_password1": PASSWORD, "new_password2": PASSWORD}
    assert "新密码不能和现在的一样" in client.post(CHANGE_PASSWORD, same).content.decode()


def test_a_changed_password_ends_the_other_sessions(db):
    staff = a_staff_member(role=Role.EDITOR)
    here, elsewhere = come_in(Client(), staff), come_in(Client(), staff)
    new = {"new_password1": "hong-cha-diannao-7", "new_password2": "hong-cha-diannao-7"}
    here.post(CHANGE_PASSWORD, {"old_password": PASSWORD} | new)
    assert here.get(INDEX).status_code == 200
    assert elsewhere.get(INDEX).status_code == 302
