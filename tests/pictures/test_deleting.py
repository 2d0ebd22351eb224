"""A picture goes when no text shows it, and its files with it."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from awareness.pictures.models import Picture
from awareness.publishing.records import Version
from tests.make import a_picture, a_staff_member, a_warning

from .upload import files_in, uploaded


def ask_to_delete(desk, picture):
    url = reverse("admin:pictures_picture_delete", args=[picture.pk])
    return desk.post(url, {"post": "yes"})


def test_an_unused_picture_goes_with_its_files(desk, media, django_capture_on_commit_callbacks):
    picture = uploaded(desk)
    with django_capture_on_commit_callbacks(execute=True):
        ask_to_delete(desk, picture)
    assert not Picture.objects.exists()
    assert files_in(media) == []


def test_the_files_stay_until_the_row_is_gone_for_good(
    desk, media, django_capture_on_commit_callbacks
):
    picture = uploaded(desk)
    with django_capture_on_commit_callbacks(execute=False):
        ask_to_delete(desk, picture)
        assert len(files_in(media)) == 6


def test_a_picture_that_a_text_shows_stays(desk, media):
    picture = uploaded(desk)
    warning = a_warning(picture=picture)
    page = ask_to_delete(desk, picture).content.decode()
    assert str(warning) in page
    assert Picture.objects.exists()
    assert len(files_in(media)) == 6


def test_a_picture_that_only_a_draft_shows_stays(desk):
    picture, warning = uploaded(desk), a_warning()
    warning.draft = a_draft(warning, picture)
    warning.save()
    page = ask_to_delete(desk, picture).content.decode()
    assert f"本地预警“{warning}”" in page
    assert Picture.objects.exists()


def a_draft(text, picture):
    """A version of TEXT that would show PICTURE."""
    return Version.objects.create(
        label=text._meta.label_lower,
        row=text.pk,
        number=1,
        data={"fields": {"picture_id": picture.pk}, "links": {}, "parts": {}},
        made_at=timezone.now(),
        made_by=a_staff_member(),
    )


def test_chosen_pictures_are_deleted_together_or_the_used_one_is_named(desk):
    warning = a_warning(picture=uploaded(desk))
    chosen = {"action": "delete_selected", "_selected_action": [warning.picture_id], "post": "yes"}
    page = desk.post(reverse("admin:pictures_picture_changelist"), chosen).content.decode()
    assert str(warning) in page
    assert Picture.objects.exists()


def test_the_list_shows_each_picture_and_the_texts_that_show_it(
    desk, django_assert_max_num_queries
):
    picture = uploaded(desk)
    warnings = [a_warning(picture=picture), a_warning()]
    warnings[1].draft = a_draft(warnings[1], picture)
    warnings[1].save()
    with django_assert_max_num_queries(20):
        page = desk.get(reverse("admin:pictures_picture_changelist")).content.decode()
    assert picture.smallest in page
    assert all(f"本地预警“{warning}”" in page for warning in warnings)


def test_the_list_asks_no_more_for_more_pictures(desk, django_assert_max_num_queries):
    url = reverse("admin:pictures_picture_changelist")
    a_warning(picture=a_picture())
    with CaptureQueriesContext(connection) as few:
        desk.get(url)
    for _ in range(5):
        a_warning(picture=a_picture())
    with django_assert_max_num_queries(len(few)):
        desk.get(url)
