"""What the desk never tells, however the address is written."""

import pytest
from django.test import Client
from django.urls import reverse

from awareness.office.roles import Role
from tests.make import a_staff_member, come_in

PEOPLE = reverse("admin:office_staff_changelist")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize(
    "asked", ["password__startswith", "password__gt", "password", "last_login"]
)
def test_the_list_of_people_is_not_narrowed_by_a_secret(db, role, asked):
    staff = a_staff_member(role=role)
    answer = come_in(Client(), staff).get(PEOPLE, {asked: staff.password})
    assert answer.status_code != 200
    assert "cl" not in (answer.context or {})


def test_the_list_of_people_is_narrowed_by_what_it_shows(desk):
    a_staff_member("xiaoli", role=Role.EDITOR)
    answer = desk.get(PEOPLE, {"role__exact": Role.EDITOR})
    assert {staff.role for staff in answer.context["cl"].result_list} == {Role.EDITOR}


def test_a_search_of_a_thousand_words_is_answered(desk):
    assert desk.get(PEOPLE, {"q": "王 " * 1500}).status_code == 200
