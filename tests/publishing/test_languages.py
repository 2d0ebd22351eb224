"""繁體 follows 简体 until someone writes it by hand; a missing English text is said, not hidden."""

from awareness.guide.models import ScamType
from awareness.lib.cues import mark_cues
from awareness.lib.lines import split_lines, split_pairs
from awareness.publishing.languages import Reading, column
from tests.make import a_warning


def test_traditional_is_filled_and_follows(db):
    warning = a_warning(title_zh_hans="短信里的链接")
    assert warning.title_zh_hant == "簡訊裡的連結"
    warning.title_zh_hans = "电话里的“警察”"
    warning.save()
    assert warning.title_zh_hant == "電話裡的「警察」"


def test_traditional_written_by_hand_is_kept(db):
    warning = a_warning(title_zh_hans="短信里的链接")
    warning.title_zh_hant = "手寫的標題"
    warning.save()
    warning.title_zh_hans = "改了简体"
    warning.save()
    assert warning.title_zh_hant == "手寫的標題"


def test_typed_spaces_and_plain_hotlines_are_put_right_on_saving(db):
    warning = a_warning(
        do_first_zh_hans="先挂断，自己拨 110 问。", do_first_en="Call 110 yourself."
    )
    assert warning.do_first_zh_hans == "先挂断，自己拨{110}问。"
    assert warning.do_first_zh_hant == "先掛斷，自己撥{110}問。"
    assert warning.do_first_en == "Call {110} yourself."


def test_a_missing_translation_is_said_and_the_source_is_shown(visitor):
    warning = a_warning(title_en="", do_first_en="")
    page = visitor.get(f"/en{warning.get_absolute_url()}").content.decode()
    assert "English" in page
    assert "有人冒充水电工" in page
    assert '<div lang="zh-Hans">' in page


def test_reading_a_row_takes_the_language_asked_for(db):
    kind = ScamType.objects.get(slug="fake-prize")
    assert Reading(kind, "en").short_name == kind.short_name_en
    assert Reading(kind, "zh-hant").short_name == kind.short_name_zh_hant


def test_every_marked_place_stands_in_the_words_of_every_language(db):
    for kind in ScamType.objects.all():
        for language in ("zh-hans", "zh-hant", "en"):
            text = Reading(kind, language)
            cues = split_pairs(text.phrase_cues, "＝=")
            names = {getattr(t, column("name", language)) for t in kind.traits.all()}
            pieces, _cues = mark_cues(split_lines(text.typical_phrases), cues)
            marked = [piece.text for line in pieces for piece in line if piece.number]
            assert sorted(marked) == sorted(phrase for phrase, _reason in cues), (kind, language)
            assert {reason for _phrase, reason in cues} <= names, (kind, language)
