"""A sign that no database keeps is refused in a sentence, wherever it stands."""

import pytest
from django.urls import reverse

from awareness.cases.models import Warning
from tests.make import a_warning, form_values

LIST = reverse("admin:cases_warning_changelist")
SAYS = "有一个字符读不出来"


def refused(answer):
    return answer.status_code == 400 and SAYS in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}?q=%00",
        f"{LIST}?e%00=1",
        "/admin/cases/warning/%00/change/",
        "/admin/autocomplete/?app_label=cases&model_name=warning&field_name=scam_type&term=%00",
    ],
)
def test_in_an_address(desk, address):
    assert refused(desk.get(address))


def test_in_a_form_and_nothing_is_saved(desk):
    text = a_warning()
    address = reverse("admin:cases_warning_change", args=[text.pk])
    typed = form_values(desk, address) | {"do_first_zh_hans": "不开门\0。"}
    assert refused(desk.post(address, typed))
    assert Warning.objects.get(pk=text.pk).draft is None


def test_in_the_login(visitor):
    assert refused(visitor.post(reverse("admin:login"), {"username": "a\0", "password": "b"}))


def test_a_line_end_and_a_tab_are_no_bad_signs(desk):
    assert desk.get(LIST, {"q": "水电\t工\r\n"}).status_code == 200
