"""The log of the desk: looked at by who may, changed by nobody."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from awareness.office.roles import Role
from awareness.publishing.log import note
from awareness.publishing.records import Deed, Verb
from tests.make import a_staff_member, come_in


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.EDITOR, 403), (Role.REVIEWER, 403), (Role.ADMINISTRATOR, 200), (Role.AUDITOR, 200)],
)
def test_administrators_and_auditors_read_it(db, role, status):
    note(verb=Verb.LOGIN_FAILED, detail="三次")
    client = come_in(Client(), a_staff_member(role=role))
    assert client.get(reverse("admin:publishing_deed_changelist")).status_code == status


def test_nobody_writes_in_it(desk):
    note(verb=Verb.LOGIN_FAILED, detail="三次")
    line = Deed.objects.latest("pk")
    assert desk.get(reverse("admin:publishing_deed_add")).status_code == 403
    url = reverse("admin:publishing_deed_change", args=[line.pk])
    assert desk.get(url).status_code == 200
    assert desk.post(url, {"detail": "没有"}).status_code == 403
    remove = reverse("admin:publishing_deed_delete", args=[line.pk])
    assert desk.post(remove, {"post": "yes"}).status_code == 403
    line.detail = "没有"
    for forbidden in (line.save, line.delete, Deed.objects.all().delete):
        with pytest.raises(PermissionDenied):
            forbidden()
