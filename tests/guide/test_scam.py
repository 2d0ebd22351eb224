"""A scam type's page answers first and explains afterwards."""

import pytest

from awareness.delivery.languages import path_in
from awareness.guide.models import ScamType, Trait
from awareness.translation.rows import InLanguage


def main_of(visitor, path):
    return visitor.get(path).content.decode().split('<main id="main"')[1].split("</main>")[0]


def test_the_answer_and_the_button_come_before_the_explanation(visitor):
    page = main_of(visitor, "/scams/impersonating-authorities/")
    places = [page.index(words) for words in ("<h1>", "这是诈骗。", 'href="tel:110"', "假警察")]
    assert places == sorted(places)


@pytest.mark.parametrize("prefix", ["", "/zh-hant", "/en"])
def test_every_type_says_stop_check_report_and_marks_what_gives_the_words_away(visitor, prefix):
    for kind in ScamType.objects.all():
        page = main_of(visitor, prefix + kind.get_absolute_url())
        assert page.count('class="zi"') == 5  # the three of the trio, and the two doors
        assert page.count('<mark class="cue">') >= 4
        assert page.count('<ol class="cues">') == 1


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "en"])
def test_a_note_speaks_of_the_very_phrase_it_marks(visitor, language):
    traits = [InLanguage(trait, language) for trait in Trait.objects.all()]
    for kind in ScamType.objects.all():
        page = main_of(visitor, path_in(kind.get_absolute_url(), language))
        notes = page.split('<ol class="cues">')[1].split("</ol>")[0]
        assert notes.count("<li>") == page.count('<mark class="cue">'), kind
        assert notes.count("<b>") == notes.count("<li>"), kind  # each names the trait it is
        assert not [trait.plain for trait in traits if trait.plain in notes], kind


def test_whom_to_ask_is_one_tap_away(visitor):
    page = main_of(visitor, "/scams/impersonating-authorities/")
    assert '<a href="tel:12333">12333（社保）</a>' in page


def test_an_unknown_type_is_a_404_with_help(visitor):
    response = visitor.get("/scams/nope/")
    assert response.status_code == 404
    assert "tel:110" in response.content.decode()
