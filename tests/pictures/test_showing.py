"""What the public gets: a light picture with its words, and nothing where there is none."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from awareness.cases.models import Case
from awareness.pictures.models import Picture
from tests.make import a_warning

from .upload import WORDS, uploaded

ENGLISH = "A text message: your medical card is blocked, tap this link."


@pytest.fixture
def picture(desk):
    return uploaded(desk, description_en=ENGLISH)


def figure(visitor, path):
    page = visitor.get(path).content.decode()
    found = re.findall(r'<figure class="picture.*?</figure>', page, re.S)
    return found[0] if found else None


def test_a_file_comes_for_ever_with_its_type_and_without_a_cookie(visitor, picture):
    for kind, content_type in (("jpg", "image/jpeg"), ("webp", "image/webp")):
        answer = visitor.get(picture.address(720, kind), headers={"accept-encoding": "br, gzip"})
        assert answer.status_code == 200
        assert answer["Content-Type"] == content_type
        assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies
        assert "Content-Encoding" not in answer
        assert "Vary" not in answer
        assert int(answer["Content-Length"]) == len(answer.content)


def test_only_a_pictures_own_files_are_served(visitor, picture, media):
    (media / "secret.jpg").write_bytes(b"secret")
    (media / "pictures" / picture.key / "notes.txt").write_bytes(b"secret")
    folder = f"/media/pictures/{picture.key}"
    for path in (
        f"{folder}/721.jpg",
        f"{folder}/720.png",
        f"{folder}/notes.txt",
        f"{folder}/720.jpg/",
        f"{folder}/720.jpg%0A",
        f"{folder}/0720.jpg",
        f"{folder}/",
        f"{folder}/../../secret.jpg",
        f"{folder}/%2e%2e/%2e%2e/secret.jpg",
        "/media/secret.jpg",
        "/media/",
        f"/media/pictures/{picture.key[:-1]}/720.jpg",
        f"/media/pictures/{'0' * 32}/720.jpg",
        f"/en{folder}/720.jpg",
    ):
        assert visitor.get(path).status_code == 404, path
    assert visitor.post(f"{folder}/720.jpg").status_code == 405
    assert visitor.head(f"{folder}/720.jpg").status_code == 200


@pytest.mark.parametrize(
    ("prefix", "alt"),
    [("", f'alt="{WORDS}"'), ("/zh-hant", 'alt="一條簡訊'), ("/en", f'alt="{ENGLISH}"')],
)
def test_a_warning_shows_its_picture_with_words_in_the_language_of_the_page(
    visitor, picture, prefix, alt
):
    warning = a_warning(picture=picture)
    shown = figure(visitor, prefix + warning.get_absolute_url())
    assert alt in shown
    assert 'width="1080" height="810"' in shown
    assert 'loading="lazy"' in shown
    assert "lang=" not in shown
    for address in re.findall(r"/media/\S+\.(?:webp|jpg)", shown):
        assert visitor.get(address).status_code == 200


def test_words_that_are_only_chinese_are_marked_so_on_an_english_page(visitor, desk):
    warning = a_warning(picture=uploaded(desk))
    shown = figure(visitor, f"/en{warning.get_absolute_url()}")
    assert f'alt="{WORDS}" lang="zh-Hans"' in shown


def test_a_case_shows_its_picture(visitor, picture):
    case = Case.objects.live().first()
    case.picture = picture
    case.save()
    assert WORDS in figure(visitor, case.get_absolute_url())


def test_a_decoration_is_silent_and_not_printed(visitor, desk):
    picture = uploaded(desk, description_zh_hans="不用念出来。", decorative="on")
    shown = figure(visitor, a_warning(picture=picture).get_absolute_url())
    assert 'alt=""' in shown
    assert 'class="picture screen-only"' in shown


def test_a_page_without_a_picture_carries_nothing_of_it(visitor):
    page = visitor.get(a_warning().get_absolute_url()).content.decode()
    assert "<picture" not in page
    assert "/media/pictures/" not in page


def test_a_picture_costs_a_page_no_further_question_to_the_database(
    visitor, picture, django_assert_num_queries
):
    bare, shown = a_warning(), a_warning(picture=picture)
    visitor.get(bare.get_absolute_url())
    with CaptureQueriesContext(connection) as without:
        visitor.get(bare.get_absolute_url())
    with django_assert_num_queries(len(without)):
        visitor.get(shown.get_absolute_url())


def test_a_picture_is_chosen_for_a_text_by_a_word_of_its_description(desk, picture):
    found = desk.get(
        reverse("admin:autocomplete"),
        {"app_label": "cases", "model_name": "warning", "field_name": "picture", "term": "医保"},
    ).json()["results"]
    assert [row["id"] for row in found] == [str(picture.pk)]
    assert WORDS in found[0]["text"]


def test_a_new_picture_is_uploaded_without_leaving_the_text(desk):
    page = desk.get(reverse("admin:cases_warning_add")).content.decode()
    assert re.search(r'id="add_id_picture"[^>]+data-popup="yes"', page)
    add = reverse("admin:pictures_picture_add")
    assert f'href="{add}?_to_field=id&amp;_popup=1"' in page
    uploaded_there = desk.get(f"{add}?_popup=1")
    assert uploaded_there.status_code == 200
    assert Picture.objects.count() == 0
