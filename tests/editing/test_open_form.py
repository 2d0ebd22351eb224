"""A form that is only opened shows the draft as the database would, and keeps nobody waiting."""

import re
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awareness.editing import admin as editing_admin
from awareness.editing import draft_form
from awareness.emergency.models import Situation
from awareness.publishing import actions
from awareness.publishing.models import Publishable
from awareness.publishing.versions import apply_version, rolled_back, snapshot
from awareness.quiz.models import QuestionSet
from tests.make import a_staff_member
from tests.publishing.steps import address
from tests.publishing.verbs import with_draft

KINDS = [model for model in admin.site._registry if issubclass(model, Publishable)]


def redrafted(text):
    """TEXT with a draft in which every sentence, link and part is another."""
    data = snapshot(text)
    for name, value in data["fields"].items():
        if name.endswith("_zh_hans") and value:
            data["fields"][name] = f"{value[:20]}改过"
    data["links"] = {name: keys[1:] for name, keys in data["links"].items()}
    data["parts"] = {name: list(reversed(parts))[:-1] for name, parts in data["parts"].items()}
    for parts in data["parts"].values():
        for place, part in enumerate(parts, 1):
            part["order"] = place
    actions.keep_draft(text=text, data=data, by=a_staff_member())
    return data


def page(client, text):
    html = client.get(address(text, "change")).content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


@contextmanager
def laid_into_the_table(text, data):
    with rolled_back():
        apply_version(text, data)
        with (
            patch.object(draft_form, "lay_over", lambda row, _data: row),
            patch.object(editing_admin, "lay_over", lambda row, _data: row),
        ):
            yield


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
def test_the_form_of_a_draft_is_as_if_the_draft_were_in_the_table(desk, model):
    for text in model.objects.live().order_by("pk")[:3]:
        before = page(desk, text)
        data = redrafted(text)
        shown = page(desk, text)
        assert "改过" in shown
        assert shown != before
        with laid_into_the_table(text, data):
            assert page(desk, text) == shown


@pytest.mark.parametrize("model", [Situation, QuestionSet])
def test_its_parts_are_those_of_the_draft(desk, model):
    text = model.objects.live().filter(**{f"{model.pieces[0]}__isnull": False}).first()
    data = redrafted(text)
    (name,) = model.pieces
    shown = re.findall(rf'name="{name}-\d+-id" value="(\d+)"', page(desk, text))
    assert [int(number) for number in shown] == [part["id"] for part in data["parts"][name]]


@pytest.mark.parametrize("where", ["change", "changelist", "search", "history"])
def test_who_only_looks_writes_nothing_and_opens_no_transaction(desk, where):
    text = with_draft()
    lists = reverse("admin:cases_warning_changelist")
    url = {"changelist": lists, "search": f"{lists}?q=水电工"}.get(where) or address(text, where)
    with CaptureQueriesContext(connection) as asked:
        assert desk.get(url).status_code == 200
    first_words = {query["sql"].split()[0] for query in asked}
    assert first_words <= {"SELECT", "DECLARE"}  # of a cursor that only reads
