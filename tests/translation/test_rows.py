"""繁體 follows 简体 until someone writes it by hand; a missing English text is said, not hidden."""

import re

from awareness.cases.models import Case, Warning
from awareness.emergency.models import Section, Situation
from awareness.guide.models import Audience, Rule, ScamType, Term, Trait
from awareness.lib.text.cues import mark_cues
from awareness.lib.text.lines import split_lines, split_pairs
from awareness.lib.text.traditional import to_traditional
from awareness.office.models import District
from awareness.translation import rows as languages
from awareness.translation.rows import (
    InLanguage,
    TranslationState,
    column,
    standing,
    translated_fields,
)
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
    assert InLanguage(kind, "en").short_name == kind.short_name_en
    assert InLanguage(kind, "zh-hant").short_name == kind.short_name_zh_hant


def test_every_marked_place_stands_in_the_words_of_every_language(db):
    for kind in ScamType.objects.all():
        for language in ("zh-hans", "zh-hant", "en"):
            text = InLanguage(kind, language)
            cues = split_pairs(text.phrase_cues, "＝=")
            names = {getattr(t, column("name", language)) for t in kind.traits.all()}
            pieces, _cues = mark_cues(split_lines(text.typical_phrases), cues)
            marked = [piece.text for line in pieces for piece in line if piece.number]
            assert sorted(marked) == sorted(phrase for phrase, _reason in cues), (kind, language)
            named = {split_pairs(reason)[0][0] for _phrase, reason in cues}
            assert named <= names, (kind, language)


def test_an_english_text_older_than_its_source_is_marked(visitor):
    warning = a_warning()
    warning.do_first_zh_hans = "不开门，先问物业。"
    warning.save()
    page = visitor.get(f"/en{warning.get_absolute_url()}").content.decode()
    assert "The Chinese text has changed since this was translated." in page
    assert "Do not open." in page
    warning.do_first_en = "Do not open. Ask the building management first."
    warning.save()
    page = visitor.get(f"/en{warning.get_absolute_url()}").content.decode()
    assert "has changed since" not in page


def test_a_hotline_typed_in_any_field_is_shown_as_a_number(visitor):
    """Found in a title: every text of every kind of page, in every language."""
    rows = [
        Warning.objects.get(slug="medical-insurance-meeting-app"),
        Case.objects.get(slug="son-sms-20000"),
        ScamType.objects.get(slug="impersonating-authorities"),
        Situation.objects.get(slug="transferred"),
        Audience.objects.get(slug="elders"),
        Term.objects.first(),
        *Section.objects.all(),
        *Trait.objects.all(),
        *Rule.objects.all(),
        *District.objects.all(),
    ]
    for row in rows:
        for field in translated_fields(type(row)):
            for language in ("zh-hans", "zh-hant", "en"):
                name = column(field, language)
                setattr(row, name, f"{getattr(row, name) or ''}打110")
        row.urgent = True
        row.save()
    addresses = [row.get_absolute_url() for row in rows if hasattr(row, "get_absolute_url")]
    others = ["/", "/scams/", "/cases/", "/warnings/", "/warnings/in/qingshi/", "/emergency/"]
    more = ["/emergency/after/", "/emergency/worksheet/", "/audiences/", "/glossary/", "/rules/"]
    for path in [*addresses, *others, *more, "/check/"]:
        for prefix in ("", "/zh-hant", "/en"):
            page = visitor.get(prefix + path).content.decode().split("<body")[1]
            page = page.split("<script")[0]
            assert not (left := re.findall(r".{40}\{\d.{5}", page)), (prefix + path, left)


def test_traditional_is_marked_automatic_until_someone_confirms_it(db):
    warning = a_warning(title_en="", do_first_en="")
    assert standing(warning, "zh-hant") == TranslationState.AUTOMATIC
    assert standing(warning, "en") == TranslationState.MISSING
    warning.hant_confirmed = True
    warning.save()
    assert standing(warning, "zh-hant") == TranslationState.THERE


def test_confirmed_traditional_stays_and_is_said_to_be_old_when_the_source_changes(visitor):
    warning = a_warning()
    warning.hant_confirmed = True
    warning.save()
    warning.hant_confirmed = False
    warning.do_first_zh_hans = "先问物业。"
    warning.save()
    assert warning.do_first_zh_hant == "不開門，打{110}問一問。"
    assert standing(warning, "zh-hant") == TranslationState.OLD
    page = visitor.get(f"/zh-hant{warning.get_absolute_url()}").content.decode()
    assert "中文原文改過了，這份譯文還沒有跟上。" in page


def test_a_minor_change_leaves_the_other_languages_current(db):
    warning = a_warning()
    warning.minor_change = True
    warning.do_first_zh_hans = "不开门，打110问一问！"
    warning.save()
    assert warning.english_behind == ""
    assert warning.do_first_zh_hant.endswith("！")


def test_emptying_the_box_brings_the_conversion_back(db):
    warning = a_warning(do_first_zh_hant="手寫的。")
    assert warning.hant_own == "do_first"
    warning.do_first_zh_hant = ""
    warning.save()
    assert warning.do_first_zh_hant == "不開門，打{110}問一問。"
    assert warning.hant_own == ""


def test_an_automatic_text_follows_a_changed_vocabulary(db, monkeypatch):
    warning = a_warning()
    monkeypatch.setattr(languages, "to_traditional", lambda text: to_traditional(text) + "（新）")
    warning.save()
    assert warning.do_first_zh_hant.endswith("（新）")
    assert standing(warning, "zh-hant") == TranslationState.AUTOMATIC
