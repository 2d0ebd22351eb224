"""The figures of a case, as staff type them into its form."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from awareness.cases.models import Case
from tests.make import form_values


@pytest.fixture
def case(db):
    return Case.objects.get(slug="drug-making-threat-70000")


def typed(client, case, **values):
    url = reverse("admin:cases_case_change", args=[case.pk])
    return client.post(url, form_values(client, url) | values)


def kept(case):
    case.refresh_from_db()
    return case.draft.data["fields"]


@pytest.mark.parametrize(
    "amount",
    ["378000", "378,000", "３７８，０００", "37,8000", " 378 000 ", "378000.00", "￥378,000元"],
)
def test_an_amount_is_read_as_people_write_it(writer, case, amount):
    assert typed(writer, case, amount_yuan=amount).status_code == 302
    assert kept(case)["amount_yuan"] == 378_000


def test_an_amount_may_be_unknown_and_comes_back_as_it_was(writer, case):
    typed(writer, case, amount_yuan=" ")
    assert kept(case)["amount_yuan"] is None
    typed(writer, case, amount_yuan="70000")
    url = reverse("admin:cases_case_change", args=[case.pk])
    assert form_values(writer, url)["amount_yuan"] == "70000"


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        ("37.8万", "请写成元，例如378000。"),
        ("5万元", "请写成元，例如50000。"),
        ("三十万", "请写成元，例如378000。"),
        ("-5", "请写成元，例如378000。"),
        ("3780,00", "请写成元，例如378000。"),
        ("9" * 5000, "请写成元，例如378000。"),
        ("100000000001", "这个金额太大，请看看是不是多写了几个零。"),
        ("3000000000", "这个金额太大，请看看是不是多写了几个零。"),
    ],
)
def test_an_amount_that_cannot_be_read_is_asked_for_in_yuan(writer, case, amount, says):
    answer = typed(writer, case, amount_yuan=amount)
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors == {"amount_yuan": [says]}
    assert f'value="{amount}"' in answer.content.decode()


@pytest.mark.parametrize("days", [0, 1])
def test_a_case_of_these_days_is_taken(writer, case, days):
    day = timezone.localdate() + timedelta(days=days)
    assert typed(writer, case, date=f"{day}").status_code == 302
    assert kept(case)["date"] == f"{day}"


@pytest.mark.parametrize("year", [1, 1999, 2126, 9999])
def test_a_day_on_which_it_cannot_have_been_is_refused(writer, case, year):
    answer = typed(writer, case, date=f"{year:04}-12-31")
    says = {"date": ["日期要在2000年以后、明天以前，请看看年份。"]}
    assert answer.context["adminform"].form.errors == says


def test_the_day_after_tomorrow_has_not_been_yet(writer, case):
    answer = typed(writer, case, date=f"{timezone.localdate() + timedelta(days=2)}")
    assert "date" in answer.context["adminform"].form.errors
