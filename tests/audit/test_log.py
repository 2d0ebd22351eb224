"""The log of the desk: looked at by who may, changed by nobody."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from awareness.audit.log import record
from awareness.audit.models import AuditAction, AuditEntry
from awareness.office import number_changes
from awareness.office.models import Hotline
from awareness.office.roles import Role
from tests.make import a_staff_member, a_warning, come_in, form_values


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.EDITOR, 403), (Role.REVIEWER, 403), (Role.ADMINISTRATOR, 200), (Role.AUDITOR, 200)],
)
def test_administrators_and_auditors_read_it(db, role, status):
    record(verb=AuditAction.LOGIN_FAILED, detail="三次")
    client = come_in(Client(), a_staff_member(role=role))
    assert client.get(reverse("admin:audit_auditentry_changelist")).status_code == status


def test_nobody_writes_in_it(desk):
    record(verb=AuditAction.LOGIN_FAILED, detail="三次")
    line = AuditEntry.objects.latest("pk")
    assert desk.get(reverse("admin:audit_auditentry_add")).status_code == 403
    url = reverse("admin:audit_auditentry_change", args=[line.pk])
    assert desk.get(url).status_code == 200
    assert desk.post(url, {"detail": "没有"}).status_code == 403
    remove = reverse("admin:audit_auditentry_delete", args=[line.pk])
    assert desk.post(remove, {"post": "yes"}).status_code == 403
    line.detail = "没有"
    for forbidden in (line.save, line.delete, AuditEntry.objects.all().delete):
        with pytest.raises(PermissionDenied):
            forbidden()


def test_it_keeps_why_a_text_was_returned_and_withdrawn(writer, reviewer, desk):
    warning = a_warning()
    url = reverse("admin:cases_warning_change", args=[warning.pk])
    writer.post(url, form_values(writer, url) | {"do_first_zh_hans": "不开门。"})

    def at(verb):
        return reverse("admin:cases_warning_verb", args=[warning.pk, verb])

    writer.post(at("submit"))
    reviewer.post(at("return"), {"remark": "请写是哪个小区，13812345678不要写。"})
    reviewer.post(at("withdraw"), {"remark": "地点写错了。"})
    log = desk.get(reverse("admin:audit_auditentry_changelist")).content.decode()
    assert "请写是哪个小区，（隐去）不要写。" in log
    assert "地点写错了。" in log


def test_it_says_from_which_number_to_which(desk):
    line = Hotline.objects.get(slug="12356")
    asked = number_changes.request_change(
        row=line, number="13812345678", how="打过。", by=a_staff_member(role=Role.EDITOR)
    )
    number_changes.confirm(change=asked, by=a_staff_member(role=Role.ADMINISTRATOR))
    log = desk.get(reverse("admin:audit_auditentry_changelist")).content.decode()
    assert log.count("12356 → 13812345678") == 2


def test_its_old_address_leads_to_it(desk):
    answer = desk.get("/admin/publishing/deed/")
    assert (answer.status_code, answer["Location"]) == (302, "/admin/audit/auditentry/")
