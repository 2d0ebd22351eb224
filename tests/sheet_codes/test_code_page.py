"""Whoever holds a sheet learns from its code whether it is ours and whether it still holds."""

from datetime import timedelta

import pytest
from django.core.checks import run_checks
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from awareness.cases.models import Warning
from awareness.delivery.templatetags.text import phrases
from awareness.guide.models import Audience, ScamType
from awareness.lib.codes.qr import qr_version
from awareness.office.models import Office
from awareness.publishing import actions
from awareness.publishing.records import Version
from awareness.publishing.versions import snapshot
from awareness.quiz.models import QuestionSet, Use
from awareness.quiz.sets import DAILY
from awareness.sheets.code import (
    Issue,
    code_of,
    full_address,
    grouped,
    issue_of,
    read_sheet_code,
    short_address,
)
from awareness.sheets.sources import sheet_words
from awareness.sheets.subjects import MODELS, Shape, SubjectKind, find_subject
from tests.make import a_staff_member, a_warning, draft_warning

from .codes import LANGUAGES, a_code, any_code, heading, main_part, of, published_again, shown

EVERY_KIND = [
    (SubjectKind.SCAM, "fake-prize"),
    (SubjectKind.CASE, "fake-police-378000"),
    (SubjectKind.SITUATION, "transferred"),
    (SubjectKind.AUDIENCE, "elders"),
    (SubjectKind.RULES, None),
    (SubjectKind.QUIZ, "basic-1"),
    (SubjectKind.QUIZ, "daily"),
    (SubjectKind.FAMILY, None),
]


@pytest.mark.parametrize(("kind", "slug"), EVERY_KIND)
def test_a_sheet_printed_today_is_current(visitor, kind, slug):
    subject = find_subject(kind, slug)
    html = shown(visitor, a_code(subject))
    assert heading(html) == "是我们发的，现在有效"
    assert f'href="{subject.path}"' in main_part(html)
    assert visitor.get(subject.path).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "slug"), EVERY_KIND)
def test_the_page_repeats_the_title_that_the_sheet_bears(visitor, kind, slug, language):
    subject = find_subject(kind, slug)
    with translation.override(language):
        printed = sheet_words(subject)
    for form, title in [(Shape.A4, printed.title), (Shape.POSTER, printed.poster or printed.title)]:
        html = shown(visitor, a_code(subject, form=form, language=language), "/en/s/")
        assert phrases(title) in html


def test_the_page_says_who_issued_the_sheet_when_and_in_what_form(visitor):
    office = Office.objects.get(is_main=True)
    warning = a_warning(published_at=timezone.now() - timedelta(days=3))
    code = a_code(of(warning), second="en")
    said = main_part(shown(visitor, code))
    day = timezone.localdate(warning.published_at)
    for one in (
        office.name_zh_hans,
        f'href="tel:{office.phone}"',
        f"{day.year}年{day.month}月{day.day}日",
        "A4一张",
        "简体中文",
        '<span lang="en">English</span>',
        grouped(code),
        warning.title_en,
    ):
        assert one in said


@pytest.mark.parametrize("path", ["/rules/", "/cases/son-sms-20000/"])
def test_a_changed_type_changes_no_sheet_but_its_own(visitor, path):
    before = visitor.get(f"{path}leaflet/").content
    published_again(
        ScamType.objects.get(slug="fake-kidnap-emergency"), stop_zh_hans="先把电话放下。"
    )
    assert visitor.get(f"{path}leaflet/").content == before


def test_a_sheet_whose_text_was_changed_is_replaced_and_keeps_its_own_title(visitor):
    text = ScamType.objects.get(slug="fake-prize")
    was, code = text.headline_zh_hans, a_code(of(text, SubjectKind.SCAM), form=Shape.LARGE)
    day = timezone.localdate(text.published_at)
    published_again(text, headline_zh_hans="中奖要先交钱？别信")
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经换了新的"
    assert phrases(was) in html
    assert "中奖要先交钱？别信" not in html
    assert f"{day.year}年{day.month}月{day.day}日" in main_part(html)
    assert 'href="/scams/fake-prize/leaflet/?format=large"' in html
    assert heading(shown(visitor, a_code(of(text, SubjectKind.SCAM)))) == "是我们发的，现在有效"


def test_an_old_version_bears_the_day_on_which_it_was_published(visitor, time_machine):
    text = ScamType.objects.get(slug="fake-prize")
    time_machine.move_to(timezone.now() + timedelta(days=10))
    second = timezone.localdate()
    code = a_code(of(published_again(text, headline_zh_hans="第二版的标题"), SubjectKind.SCAM))
    time_machine.move_to(timezone.now() + timedelta(days=10))
    published_again(text, headline_zh_hans="第三版的标题")
    html = shown(visitor, code)
    assert "第二版的标题" in html
    assert f"{second.year}年{second.month}月{second.day}日" in main_part(html)


def test_a_draft_does_not_replace_a_sheet(visitor):
    text = ScamType.objects.get(slug="fake-prize")
    code, data = a_code(of(text, SubjectKind.SCAM)), snapshot(text)
    data["fields"]["headline_zh_hans"] = "还没发布的标题"
    actions.keep_draft(text=text, data=data, by=a_staff_member())
    html = shown(visitor, code)
    assert heading(html) == "是我们发的，现在有效"
    assert "还没发布的标题" not in html


def test_a_sheet_of_a_page_without_a_public_life_is_replaced_when_it_changes(visitor):
    row = Audience.objects.get(slug="elders")
    code, was = a_code(find_subject(SubjectKind.AUDIENCE, "elders")), row.page_title_zh_hans
    actions.remember_first(row)
    row.page_title_zh_hans = "新的网页标题"
    row.save()
    Version.objects.create(
        label="guide.audience", row=row.pk, number=2, data=snapshot(row), made_at=timezone.now()
    )
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经换了新的"
    assert phrases(was) in html
    assert "新的网页标题" not in html


def test_an_expired_sheet_says_when_it_ended(visitor, time_machine):
    warning = a_warning(slug="for-one-week")
    code, end = a_code(of(warning)), timezone.localtime(warning.ends_at)
    time_machine.move_to(warning.ends_at + timedelta(days=1))
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经过期"
    assert f"{end.month}月{end.day}日{end:%H:%M}" in html
    assert "for-one-week" not in html
    assert 'href="/warnings/"' in main_part(html)


def test_a_withdrawn_sheet_says_why(visitor):
    warning = a_warning()
    code = a_code(of(warning))
    actions.withdraw(text=warning, by=a_staff_member(), reason="骗子的号码已经停了。")
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经撤回"
    assert "骗子的号码已经停了。" in html
    today = timezone.localdate()
    assert f"{today.year}年{today.month}月{today.day}日撤回" in html


def test_a_reason_that_is_only_there_in_chinese_is_marked_so(visitor):
    warning = a_warning()
    code = a_code(of(warning), language="en")
    actions.withdraw(text=warning, by=a_staff_member(), reason="骗子的号码已经停了。")
    html = shown(visitor, code, "/en/s/")
    assert '<p lang="zh-Hans">骗子的号码已经停了。</p>' in html


@pytest.mark.parametrize("how", ["binned", "deleted"])
def test_a_sheet_whose_page_is_gone_is_withdrawn_without_a_word_of_why(visitor, how):
    warning = a_warning()
    code = a_code(of(warning))
    actions.withdraw(text=warning, by=a_staff_member(), reason="这一句不再公开。")
    if how == "binned":
        actions.put_in_bin(text=warning, by=a_staff_member())
    else:
        warning.delete()
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经撤回"
    assert "这一句不再公开。" not in html
    assert phrases(warning.title_zh_hans) not in html


def test_a_sheet_of_several_pages_is_what_the_worst_of_them_is(visitor, time_machine):
    first, second, third = (a_warning(ends_at=None) for _place in range(3))
    code = a_code(of(first), of(second), of(third))
    assert heading(shown(visitor, code)) == "是我们发的，现在有效"
    published_again(first, do_first_zh_hans="先挂断。")
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经换了新的"
    keys = "&amp;".join(f"page=warning.{one.slug}" for one in (first, second, third))
    assert f'href="/leaflets/sheet/?{keys}"' in html
    Warning.objects.filter(pk=second.pk).update(ends_at=timezone.now())
    assert heading(shown(visitor, code)) == "这一张，已经过期"
    actions.withdraw(text=third, by=a_staff_member(), reason="弄错了。")
    html = main_part(shown(visitor, code))
    assert "已经撤回" in html
    assert all(phrases(one.title_zh_hans) in html for one in (first, second, third))
    assert first.get_absolute_url() in html
    assert second.get_absolute_url() not in html


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES.items())
def test_a_code_opens_in_the_language_of_its_sheet(visitor, language, prefix):
    code = a_code(find_subject(SubjectKind.SCAM, "fake-prize"), language=language)
    response = visitor.get(f"/s/{code}/", follow=True)
    assert response.redirect_chain == ([(f"{prefix}/s/{code}/", 302)] if prefix else [])
    assert response.headers["Content-Language"].lower() == language


def test_a_reader_who_chooses_another_language_gets_it(visitor):
    code = a_code(find_subject(SubjectKind.SCAM, "fake-prize"), language="en")
    english = visitor.get(f"/en/s/{code}/").content.decode()
    assert f'href="/s/{code}/?stay=1"' in english
    chinese = visitor.get(f"/s/{code}/?stay=1")
    assert heading(chinese.content.decode()) == "是我们发的，现在有效"


def test_a_text_that_was_never_public_has_no_sheet_of_ours(visitor):
    draft, soon = draft_warning(), a_warning(starts_at=timezone.now() + timedelta(hours=1))
    binned = draft_warning()
    actions.put_in_bin(text=binned, by=a_staff_member())
    for text in (draft, soon, binned):
        response = visitor.get(f"/s/{any_code((SubjectKind.WARNING, text.pk, 1))}/")
        html = response.content.decode()
        assert response.status_code == 404
        assert heading(html) == "这张单子，不是我们发的"
        assert phrases(text.title_zh_hans) not in html


def test_a_version_that_was_never_public_keeps_its_title_to_itself(visitor):
    text, boss = ScamType.objects.get(slug="fake-prize"), a_staff_member()
    data = snapshot(text)
    data["fields"]["headline_zh_hans"] = "没有发布过的标题"
    never = actions.keep_draft(text=text, data=data, by=boss)
    published_again(text, headline_zh_hans="后来发布的标题")
    html = shown(visitor, any_code((SubjectKind.SCAM, text.pk, never.number)))
    assert "没有发布过的标题" not in html
    assert "后来发布的标题" not in html


def test_a_version_that_waited_is_shown_only_if_its_moment_came(visitor, time_machine):
    boss, codes = a_staff_member(), {}
    for came in (True, False):
        text = draft_warning()
        actions.keep_draft(text=text, data=snapshot(text), by=boss)
        actions.schedule(text=text, by=boss, moment=timezone.now() + timedelta(days=2))
        text.refresh_from_db()
        codes[came] = any_code((SubjectKind.WARNING, text.pk, text.live_version.number)), text
    published_again(codes[False][1], do_first_zh_hans="改过一次，还没到时候。")
    time_machine.move_to(timezone.now() + timedelta(days=3))
    for came, (code, text) in codes.items():
        published_again(text, do_first_zh_hans="先挂断。")
        html = shown(visitor, code)
        assert heading(html) == "这一张，已经换了新的"
        assert (phrases(text.title_zh_hans) in html) == came


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES.items())
def test_a_current_sheet_can_be_printed_from_its_page(visitor, language, prefix):
    other = Office.objects.create(slug="other", name_zh_hans="另一个单位", phone="0571-87000001")
    second = "zh-hans" if language == "en" else "en"
    subjects = [find_subject(SubjectKind.SCAM, "fake-prize")]
    code = code_of(issue_of(Shape.A4, language, second, other, subjects))
    html = main_part(shown(visitor, code, f"{prefix}/s/"))
    address = f"{prefix}/scams/fake-prize/leaflet/?office=other&second={second}"
    assert f'href="{address.replace("&", "&amp;")}"' in html
    printed = visitor.get(address).content.decode()
    assert grouped(code) in printed


def test_only_todays_questions_can_be_printed_from_their_page(visitor):
    today = find_subject(SubjectKind.QUIZ, DAILY)
    other = QuestionSet.objects.live().filter(use=Use.DAILY).exclude(pk=today.row.pk).first()
    for subject, can in ((today, True), (of(other, SubjectKind.QUIZ), False)):
        html = shown(visitor, a_code(subject))
        assert heading(html) == "是我们发的，现在有效"
        assert ("/quiz/daily/sheet/leaflet/" in main_part(html)) == can


def test_looking_writes_nothing_and_asks_the_database_little(visitor):
    texts = [ScamType.objects.get(slug=slug) for slug in ("fake-prize", "online-romance")]
    codes = [a_code(*[of(text, SubjectKind.SCAM) for text in texts])]
    for text in texts:
        published_again(text, headline_zh_hans="改过的标题")
    codes += [
        a_code(of(texts[0], SubjectKind.SCAM), of(a_warning())),
        a_code(find_subject(SubjectKind.RULES)),
    ]
    visitor.get("/")
    for path in ("/s/", *(f"/s/{code}/" for code in codes), "/s/ABC/"):
        with CaptureQueriesContext(connection) as queries:
            visitor.get(path)
        assert len(queries) <= 8
        assert all(query["sql"].startswith("SELECT") for query in queries)


def test_a_code_page_is_kept_by_caches_and_sets_no_cookie(visitor):
    response = visitor.get(f"/s/{a_code(find_subject(SubjectKind.RULES))}/")
    assert response.headers["Cache-Control"].startswith("public")
    assert response.headers["ETag"]
    assert not response.cookies


def test_a_changed_key_does_not_disown_paper(visitor, settings):
    code = a_code(find_subject(SubjectKind.RULES))
    settings.SHEET_KEY_OLD, settings.SHEET_KEY = [settings.SHEET_KEY], "a new key"
    assert heading(shown(visitor, code)) == "是我们发的，现在有效"
    settings.SHEET_KEY_OLD = []
    assert visitor.get(f"/s/{code}/").status_code == 404


def test_the_addresses_on_paper_lead_here(visitor, settings):
    settings.SITE_URL, settings.SHORT_URL = "https://www.fangpian.example", "https://fp.example"
    code = a_code(find_subject(SubjectKind.SCAM, "fake-prize"))
    assert short_address(code) == f"fp.example/s/{code}"
    assert full_address(code) == f"https://fp.example/s/{code}/"
    assert visitor.get(f"/s/{code}", follow=True).status_code == 200


def test_a_usual_sheet_has_a_short_address_and_a_coarse_qr(db, settings):
    settings.SITE_URL = "https://fangpian.example"
    for row in ScamType.objects.live():
        code = a_code(of(row, SubjectKind.SCAM))
        assert len(short_address(code)) <= 32
        assert qr_version(full_address(code)) <= 3


def test_an_address_too_long_for_paper_is_warned_of(settings):
    def found():
        return {one.id for one in run_checks() if one.id.startswith("sheet_codes.W00")}

    settings.SITE_URL, settings.SHORT_URL = "https://fangpian.a-rather-long-name.example", ""
    assert found() == {"sheet_codes.W001", "sheet_codes.W002"}
    settings.SHORT_URL = "https://fp.example"
    assert not found()


def test_the_page_on_verifying_us_leads_here(visitor):
    assert 'href="/s/"' in visitor.get("/verify-us/").content.decode()


@pytest.mark.parametrize("second", ["", "zh-hant", "zh-hans"])
@pytest.mark.parametrize("form", Shape)
def test_every_issue_is_read_as_it_was_written(form, second):
    for kind in SubjectKind:
        issue = Issue(form, "en", second, 3, ((kind, 12 if kind in MODELS else 0, 4),))
        assert read_sheet_code(code_of(issue)) == issue
