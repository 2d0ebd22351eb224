"""A marked place says what gives away these very words, not only which trait it has."""

import pytest

from awareness.cases.models import Warning
from awareness.guide.models import Trait
from awareness.guide.reading import explain_cues
from awareness.quiz.models import Question, QuestionKind
from awareness.quiz.reveal import reveal
from awareness.translation.rows import InLanguage

LANGUAGES = ["zh-hans", "zh-hant", "en"]


@pytest.fixture
def traits(db):
    return list(Trait.objects.all())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_in_a_fraud_names_its_trait_and_explains_itself(traits, language):
    general = {InLanguage(trait, language).plain for trait in traits}
    for row in Question.objects.filter(kind=QuestionKind.SCAM):
        for cue in reveal(row, row.correct, language, traits).cues:
            assert cue.name, (row.slug, cue.reason)
            assert cue.reason not in general, (row.slug, cue.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_in_a_warning_explains_itself(traits, language):
    general = {InLanguage(trait, language).plain for trait in traits}
    for row in Warning.objects.filter(sample=True):
        text = InLanguage(row, language)
        _pieces, cues = explain_cues(text.phrases, text.cues, traits, language)
        assert len(cues) >= 2
        assert not general & {cue.reason for cue in cues}, row.slug
