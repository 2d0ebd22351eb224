"""Every page is a sheet: for the office, in the shape and the languages that are asked for."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from awareness.cases.models import Case, Warning
from awareness.lib.text.lines import sentences
from awareness.office.models import District, Hotline, Office
from awareness.publishing import actions
from awareness.sheets.shapes.a4 import a4
from awareness.sheets.shapes.counter_card import counter
from awareness.sheets.shapes.paper import A4
from awareness.sheets.sheet_text import Words, usual_verbs
from awareness.sheets.sources import sheet_words
from awareness.sheets.subjects import Shape, SubjectKind, find_subject
from tests.make import a_warning, draft_warning

PAGES = {
    "scam": "/scams/fake-prize/",
    "case": "/cases/fake-police-378000/",
    "warning": "/warnings/etc-expired-text/",
    "situation": "/emergency/transferred/",
    "audience": "/audiences/elders/",
    "rules": "/rules/",
    "quiz": "/quiz/basic-1/sheet/",
    "family": "/family/",
}
FORMS = [form.slug for form in Shape]
PREFIXES = {"zh-hans": "", "zh-hant": "/zh-hant", "en": "/en"}


def sheet(visitor, path, **query):
    answer = visitor.get(f"{path}leaflet/", query)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.fixture
def other_office(db):
    return Office.objects.create(
        slug="river-street",
        name_zh_hans="河边街道办",
        name_en="River Street Office",
        phone="0000-1234567",
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", PAGES)
def test_every_kind_of_page_has_a_sheet_in_every_shape(visitor, kind, form):
    for prefix in PREFIXES.values():
        html = sheet(visitor, prefix + PAGES[kind], format=form)
        assert "96110" in html
        assert "110" in html.replace("96110", "")
        assert "/s/" in html


def test_a_sheet_names_its_office_its_dates_and_its_code(visitor):
    html = sheet(visitor, PAGES["scam"])
    row = find_subject(SubjectKind.SCAM, "fake-prize")
    assert "示例派出所" in html
    assert f"{row.issued_on:%Y年}" in html
    assert f"有效至{row.good_until.year}年{row.good_until.month}月{row.good_until.day}日" in html
    assert "我们不会让您登录、转账、下载App" in html.replace("<br>", "")


def test_the_chosen_office_prints_its_own_name_and_phone(visitor, other_office):
    html = sheet(visitor, PAGES["scam"], office="river-street")
    assert "河边街道办" in html
    assert "0000-1234567" in html
    assert "示例派出所" not in html
    assert "River Street Office" in sheet(visitor, "/en" + PAGES["scam"], office="river-street")


def test_an_unknown_office_or_shape_is_the_usual_one_and_said_so(visitor):
    html = sheet(visitor, PAGES["scam"], office="nobody", format="cube", second="fr")
    assert "没有找到这个单位" in html
    assert "没有这种样式" in html
    assert "没有这种第二语言" in html
    assert "示例派出所" in html
    assert 'class="sheet a4"' in html


def test_what_is_not_public_has_no_sheet(visitor):
    assert visitor.get("/scams/no-such-scam/leaflet/").status_code == 404
    draft_warning(slug="not-yet")
    assert visitor.get("/warnings/not-yet/leaflet/").status_code == 404
    over = a_warning(slug="over")
    Warning.objects.filter(pk=over.pk).update(ends_at=timezone.now())
    assert visitor.get("/warnings/over/leaflet/").status_code == 410
    assert visitor.get("/warnings/over/leaflet/pdf/").status_code in {404, 410}


def test_the_back_of_an_a4_has_both_languages_side_by_side(visitor):
    html = sheet(visitor, PAGES["scam"], second="en")
    back = html.split('class="sheet a4 back"')[1]
    assert 'lang="zh-Hans"' in back
    assert 'lang="en"' in back
    assert "You won" in back
    assert "中了奖" in back


def test_a_changed_number_is_on_the_next_sheet(visitor):
    Hotline.objects.filter(slug="96110").update(number="96119")
    from awareness.publishing import changes

    changes.forget_all()
    assert "96119" in sheet(visitor, PAGES["scam"])


def test_a_text_without_english_says_so_and_shows_the_chinese(visitor):
    a_warning(slug="only-chinese", title_zh_hans="有人假冒燃气公司收钱", title_en="")
    html = sheet(visitor, "/en/warnings/only-chinese/")
    assert "This text is not in English yet." in html.replace("<br>", "")
    assert "有人假冒燃气公司收钱" in html.replace("<br>", "")


def test_three_pages_stand_on_one_sheet_and_a_fourth_does_not(visitor):
    pages = ["scam.fake-prize", "scam.fake-bank-service", "warning.etc-expired-text"]
    answer = visitor.get("/leaflets/sheet/", {"page": pages, "format": "a4"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert html.count('class="topic"') == 3
    assert html.count("<article") == 1
    four = [*pages, "scam.tax-refund-scam"]
    assert visitor.get("/leaflets/sheet/", {"page": four}).status_code == 404
    assert visitor.get("/leaflets/sheet/", {"page": "scam.nothing"}).status_code == 404
    assert visitor.get("/leaflets/sheet/").status_code == 404


def test_a_poster_of_three_pages_is_an_a4_and_says_why(visitor):
    answer = visitor.get(
        "/leaflets/sheet/",
        {"page": ["scam.fake-prize", "scam.tax-refund-scam"], "format": "poster"},
    )
    assert "海报和柜台卡一张只放一样" in answer.content.decode()


def test_the_first_steps_have_the_sheet_of_the_most_pressing_situation(visitor):
    answer = visitor.get("/emergency/leaflet/")
    assert answer.status_code == 302
    assert answer["Location"] == "/emergency/transferred/leaflet/"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_is_too_long_loses_whole_sentences_from_the_end(db, language):
    told = "这一天上午有人上门，说要检查燃气。" * 40
    row = a_warning(happened_zh_hans=told, happened_en="A man came to the door this morning. " * 40)
    with override(language):
        page = a4(sheet_words(find_subject(SubjectKind.WARNING, row.slug))).pages[0]
    all_told = sentences(told if language == "zh-hans" else row.happened_en)
    assert 0 < len(page.words.told.lines) < len(all_told)
    assert list(page.words.told.lines) == all_told[: len(page.words.told.lines)]
    assert sum(block.height for block in page.blocks.values()) <= A4.room
    assert page.over == 0


@pytest.mark.parametrize("language", PREFIXES)
def test_the_story_of_each_case_is_told_to_its_end(db, language):
    with override(language):
        for case in Case.objects.live():
            said = sheet_words(find_subject(SubjectKind.CASE, case.slug))
            shown = a4(said).pages[0].words
            assert (shown.told, bool(shown.signs)) == (said.told, True), case.slug


def test_a_case_has_words_of_its_own_for_paper_or_those_of_its_page(visitor):
    html = sheet(visitor, PAGES["case"])
    assert "越吓人的电话" in html and "后来抓获三人" not in html
    Case.objects.update(print_answer_zh_hans="", print_story_zh_hans="")
    assert "后来抓获三人" in sheet(visitor, PAGES["case"]).replace("<br>", "")


def test_room_that_a_large_part_leaves_is_taken_by_small_ones(db):
    """Its last cut takes a message of several lines: signs that went before it come back."""
    with override("en"):
        page = a4(sheet_words(find_subject(SubjectKind.SCAM, "tax-refund-scam"))).pages[0]
    assert not page.words.samples and len(page.words.signs.lines) == 5


@pytest.mark.parametrize("language", PREFIXES)
@pytest.mark.parametrize("form", FORMS)
def test_first_steps_begin_with_comfort_and_are_not_said_twice(visitor, form, language):
    html = sheet(visitor, PREFIXES[language] + PAGES["situation"], format=form)
    if form != "poster":
        assert {"zh-hans": "这不是您的错。", "zh-hant": "這不是您的錯。"}.get(
            language, "This is not your fault."
        ) in html
    assert "停手，不再转。" not in html
    assert "number on the back of your bank card" not in html


def test_where_it_has_happened_the_police_come_before_the_question(visitor):
    for path, first in [(PAGES["situation"], "<b>110</b>"), (PAGES["scam"], "<b>96110</b>")]:
        strip = sheet(visitor, path).split('<div class="tell">')[1]
        assert strip.index("<b>") == strip.index(first)


@pytest.mark.parametrize("slug", ["on-the-phone", "gave-code"])
def test_a_poster_speaks_of_its_own_situation(visitor, slug):
    html = sheet(visitor, f"/emergency/{slug}/", format="poster")
    assert "钱转走了" not in html
    assert {"on-the-phone": "现在就挂", "gave-code": "马上冻结卡"}[slug] in html


def test_no_answer_ends_with_a_question_whose_answer_was_cut(db):
    long = (
        "Is there a notice about your car or your home? "
        + "Do not scan it, ask at the counter. " * 9
    )
    said = Words("A title", long, verbs=usual_verbs())
    left = counter(said).pages[0].words.answer
    assert len(left) < len(long) and left.endswith("counter.")


def test_a_title_that_can_never_fit_is_said_to_be_over(db):
    row = a_warning(do_first_zh_hans="先挂断电话再说别的事情" * 60)
    assert a4(sheet_words(find_subject(SubjectKind.WARNING, row.slug))).over > 0


def test_a_sheet_is_light_and_is_kept_like_any_page(visitor):
    for form in FORMS:
        answer = visitor.get(
            PAGES["scam"] + "leaflet/", {"format": form}, HTTP_ACCEPT_ENCODING="br"
        )
        assert len(answer.content) <= 12 * 1024
        assert not answer.cookies
        assert answer["Cache-Control"].startswith("public")
        again = visitor.get(
            PAGES["scam"] + "leaflet/",
            {"format": form},
            HTTP_ACCEPT_ENCODING="br",
            HTTP_IF_NONE_MATCH=answer["ETag"],
        )
        assert again.status_code == 304


def test_a_sheet_asks_the_database_little(visitor, django_assert_max_num_queries):
    for path in PAGES.values():
        visitor.get(f"{path}leaflet/")
        with django_assert_max_num_queries(8):
            visitor.get(f"{path}leaflet/")


def test_a_sheet_of_another_day_has_the_same_bytes(visitor, time_machine):
    """Nothing on it comes from the clock, so it can be made once."""
    first = sheet(visitor, PAGES["scam"])
    time_machine.move_to(timezone.now() + timedelta(days=40))
    assert sheet(visitor, PAGES["scam"]) == first


def test_a_warning_names_its_district_and_a_sample_says_that_it_is_one(visitor):
    html = sheet(visitor, PAGES["warning"])
    district = District.objects.get(warnings__slug="etc-expired-text")
    assert f"本地预警：{district.name_zh_hans}" in html
    assert "示例：内容是虚构的" in html


@pytest.mark.parametrize("form", FORMS)
def test_odd_texts_never_break_a_sheet(visitor, form):
    odd = [
        "先停。\n再问一问",
        "｜",
        "\u3000",
        "收" * 3000,
        "a" * 900,
        "\u202e反着写\u200b",
        "？！" * 12,
    ]
    for number, text in enumerate(odd):
        row = a_warning(slug=f"odd-{number}", do_first_zh_hans=text, happened_zh_hans=text * 2)
        assert visitor.get(f"/warnings/{row.slug}/leaflet/", {"format": form}).status_code == 200
    row = a_warning(slug="odd-title", title_zh_hans="｜")
    assert visitor.get(f"/warnings/{row.slug}/leaflet/", {"format": form}).status_code == 200


def test_a_sheet_without_hotlines_in_the_table_still_comes(visitor):
    Hotline.objects.all().delete()
    from awareness.publishing import changes

    changes.forget_all()
    assert visitor.get(PAGES["scam"] + "leaflet/").status_code == 200


def test_only_scams_and_warnings_share_a_sheet(visitor):
    answer = visitor.get("/leaflets/sheet/", {"page": ["scam.fake-prize", "rules"]})
    assert answer.status_code == 404


def test_a_name_too_long_for_a_sheet_is_refused_at_the_desk(db):
    office = Office.objects.get(is_main=True)
    office.name_zh_hans = "青石市公安局青石分局打击治理电信网络新型违法犯罪中心"
    with pytest.raises(ValidationError) as refusal:
        office.full_clean()
    assert "24个汉字" in str(refusal.value)


def test_the_pdf_of_what_was_withdrawn_says_why_as_its_page_does(visitor, editor):
    warning = a_warning()
    actions.withdraw(text=warning, by=editor, reason="情况已经查清。")
    for address in ("leaflet/", "leaflet/pdf/"):
        answer = visitor.get(f"{warning.get_absolute_url()}{address}")
        assert answer.status_code == 200
        assert "情况已经查清。" in answer.content.decode()
    assert visitor.get("/warnings/never-was/leaflet/pdf/").status_code == 404
