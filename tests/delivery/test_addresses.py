"""The list of public addresses says what is there, and each understands what the list says, no more."""

import pytest
from django.http import QueryDict
from django.urls import get_resolver

from awareness.delivery.addresses import ADDRESSES, ANY, AddressKind, understood
from awareness.publishing import actions
from awareness.quiz.attempt import begin_attempt, write
from awareness.quiz.models import Question
from tests.make import a_warning

pytestmark = pytest.mark.django_db
DESK = {"admin", "entry"}
EVERY_PARAM = sorted({param for one in ADDRESSES.values() for param in one.params} - {ANY})
WHOLE = [
    name
    for name, one in ADDRESSES.items()
    if one.kind in {AddressKind.PAGE, AddressKind.SHEET, AddressKind.SCREEN}
    and ANY not in one.params
]
# A value of each that makes another page of an address of its own.
OTHER = {
    ("cases", "type"): "impersonating-authorities",
    ("cases", "outcome"): "loss",
    ("warnings", "type"): "impersonating-authorities",
    ("district-warnings", "type"): "impersonating-authorities",
    ("check", "s"): "crime",
    ("check", "done"): "1",
    ("quiz-set", "again"): "1",
    ("quiz-sheet", "form"): "nonsense",
    ("leaflets", "page"): "scam.impersonating-authorities",
    ("leaflets", "audience"): "elders",
    ("leaflets", "language"): "en",
    ("leaflets", "second"): "en",
    ("leaflets", "go"): "1",
    ("sheet-codes", "code"): "4K7Q",
    ("screen", "slide"): "2",
}
FOR_ALL = {"size": "large", "format": "poster", "second": "en", "office": "nobody"}


def names(patterns):
    for pattern in patterns:
        if not hasattr(pattern, "url_patterns"):
            yield pattern.name
        elif pattern.app_name not in DESK:
            yield from names(pattern.url_patterns)


def test_the_list_holds_every_public_address_and_no_other():
    found = set(names(get_resolver().url_patterns)) - {None, "gallery"}
    assert found == set(ADDRESSES)


@pytest.mark.parametrize("name", [*WHOLE, "transfer", "livez", "readyz", "emergency-leaflet"])
def test_every_path_of_the_list_answers(visitor, name):
    for path in list(ADDRESSES[name].paths())[:2]:
        assert visitor.get(path).status_code in {200, 302}, path


@pytest.mark.parametrize("name", WHOLE)
def test_what_an_address_does_not_understand_changes_nothing(visitor, name):
    path = next(ADDRESSES[name].paths())
    plain = visitor.get(path).content
    other = [param for param in EVERY_PARAM if param not in ADDRESSES[name].params]
    query = "&".join(f"{param}={OTHER.get((name, param), 2)}" for param in [*other, "utm", "p1"])
    assert visitor.get(f"{path}?{query}").content == plain


@pytest.mark.parametrize("name", WHOLE)
def test_what_an_address_understands_changes_something(visitor, name):
    path = next(ADDRESSES[name].paths())
    plain = visitor.get(path)
    for param in ADDRESSES[name].params:
        value = OTHER.get((name, param), FOR_ALL.get(param))
        if value is None:  # an attempt, below; the second page of a short list
            continue
        changed = visitor.get(f"{path}?{param}={value}")
        assert (changed.status_code, changed.content) != (plain.status_code, plain.content), param


def test_a_page_of_a_quiz_understands_an_attempt(visitor):
    attempt = begin_attempt([Question.objects.live().first().pk], "x")
    path = next(ADDRESSES["quiz-set"].paths())
    assert visitor.get(path).content != visitor.get(f"{path}?s={write(attempt, 'basic-1')}").content


def test_paths_are_of_what_is_public_now(editor):
    warning = a_warning()
    assert warning.get_absolute_url() in ADDRESSES["warning"].paths()
    actions.withdraw(text=warning, by=editor, reason="查清了。")
    assert warning.get_absolute_url() not in ADDRESSES["warning"].paths()


def test_a_value_that_is_given_twice_stays_so():
    query = understood("leaflets", QueryDict("page=a&x=1&page=b&size=large"))
    assert query.urlencode() == "page=a&page=b&size=large"
    assert understood("admin:index", QueryDict("x=1")).urlencode() == "x=1"
