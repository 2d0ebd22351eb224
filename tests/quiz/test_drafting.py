"""Questions drafted from a warning: by whom, from which, and who may let them out."""

import pytest
from django.test import Client
from django.urls import reverse

from awareness.office.models import Office
from awareness.office.roles import Role
from awareness.publishing import permissions
from awareness.quiz.models import Question
from tests.make import a_staff_member, a_warning, come_in, draft_warning

LIST = reverse("admin:cases_warning_changelist")


def in_as(role, **fields):
    staff = a_staff_member(role=role, **fields)
    return staff, come_in(Client(), staff)


def drafted(client, warning):
    """The questions that pressing the action on WARNING brings, and the page after it."""
    before = set(Question.objects.values_list("pk", flat=True))
    chosen = {"action": "draft_questions", "_selected_action": [warning.pk]}
    page = client.post(LIST, chosen, follow=True)
    return Question.objects.exclude(pk__in=before), page.content.decode()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER])
def test_who_drafted_them_has_written_them_and_another_reviewer_lets_them_out(db, role):
    staff, client = in_as(role)
    questions, _page = drafted(client, a_warning(phrases_zh_hans="医保卡要停用了。"))
    other, _client = in_as(Role.REVIEWER)
    assert len(questions) == 2
    for question in questions:
        assert staff.pk in permissions.writers(question)
        assert permissions.refusal(question, staff)
        assert permissions.refusal(question, other) == ""


def test_they_belong_to_the_office_of_the_warning(db):
    office = Office.objects.create(slug="branch", name_zh_hans="分社", phone="12345678")
    _staff, client = in_as(Role.EDITOR, office=office)
    questions, _page = drafted(client, a_warning(office=office))
    assert {question.office for question in questions} == {office}


def test_who_only_looks_drafts_nothing(db):
    _staff, client = in_as(Role.AUDITOR)
    questions, page = drafted(client, a_warning())
    assert not questions
    assert "draft_questions" not in page


def test_a_warning_of_another_office_is_left_to_its_office(db):
    office = Office.objects.create(slug="branch", name_zh_hans="分社", phone="12345678")
    _staff, client = in_as(Role.REVIEWER, office=office)
    questions, page = drafted(client, a_warning())
    assert not questions
    assert "不是本单位的" in page


def test_what_no_second_person_has_read_is_not_drafted_from(db):
    _staff, client = in_as(Role.REVIEWER)
    questions, page = drafted(client, draft_warning())
    assert not questions
    assert "先发布预警" in page
