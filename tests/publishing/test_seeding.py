"""The starter content comes once and never over what staff have made of it."""

from django.apps import apps
from django.conf import settings

from awareness.cases.models import Case, Warning
from awareness.emergency.models import Step
from awareness.guide.models import ScamType
from awareness.publishing.seeding import seed

FIXTURES = settings.BASE_DIR / "fixtures"


def test_a_second_time_brings_nothing(db):
    assert seed(FIXTURES) == 0


def test_what_staff_edited_stays_edited(db):
    case = Case.objects.get(slug="son-sms-20000")
    case.title_zh_hans = "改过的标题"
    case.save()
    seed(FIXTURES)
    case.refresh_from_db()
    assert case.title_zh_hans == "改过的标题"


def test_what_staff_deleted_stays_deleted(db):
    Warning.objects.all().delete()
    Step.objects.filter(situation__slug="transferred", order=6).delete()
    seed(FIXTURES)
    assert not Warning.objects.exists()
    assert not Step.objects.filter(situation__slug="transferred", order=6).exists()


def test_everything_that_was_written_is_there(db):
    assert ScamType.objects.live().count() == 13
    assert Case.objects.live().count() == 12
    assert list(Warning.objects.values_list("sample", flat=True)) == [True] * 3
    kind = ScamType.objects.get(slug="impersonating-authorities")
    related = {"fake-bank-service", "tax-refund-scam", "fake-kidnap-emergency"}
    assert {row.slug for row in kind.related_types.all()} == related


def test_samples_look_freshly_published(db):
    assert Warning.objects.live().count() == 3


def test_fixtures_hold_placeholders_not_hotline_digits():
    import re

    numbers = re.compile(r"(?<![\d{])(96110|12110|12321|12333|12345|12366|12378|12308)(?![\d}])")
    for path in FIXTURES.glob("*.yaml"):
        if path.stem != "hotlines":
            assert not numbers.findall(path.read_text("utf-8")), path.name


def test_every_text_fits_its_column_in_every_language(db):
    """SQLite takes any length; PostgreSQL does not."""
    for model in apps.get_models():
        if not model.__module__.startswith("awareness."):
            continue
        for field in model._meta.concrete_fields:
            if limit := getattr(field, "max_length", None):
                texts = model._base_manager.values_list(field.attname, flat=True)
                assert max((len(text) for text in texts if text), default=0) <= limit, field
