"""Whoever holds a sheet learns from its code whether it is ours and whether it still holds."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from awareness.cases.models import Warning
from awareness.delivery.templatetags.text import phrases
from awareness.guide.models import Audience, ScamType
from awareness.leaflets.issued import (
    Issue,
    code_of,
    full_address,
    grouped,
    issue_of,
    read_code,
    short_address,
)
from awareness.leaflets.subjects import MODELS, Form, Kind, Subject, find, present_number
from awareness.leaflets.texts import words
from awareness.lib.qr import qr_version
from awareness.lib.sheet_code import Numbers, write_code
from awareness.office import number_changes
from awareness.office.models import Office
from awareness.office.roles import Role
from awareness.publishing import actions
from awareness.publishing.records import Version
from awareness.publishing.versions import snapshot
from awareness.quiz.models import QuestionSet, Use
from awareness.quiz.sets import DAILY
from tests.make import a_staff_member, a_warning, draft_warning

LANGUAGES = {"zh-hans": "", "zh-hant": "/zh-hant", "en": "/en"}
EVERY_KIND = [
    (Kind.SCAM, "fake-prize"),
    (Kind.CASE, "fake-police-378000"),
    (Kind.SITUATION, "transferred"),
    (Kind.AUDIENCE, "elders"),
    (Kind.RULES, None),
    (Kind.QUIZ, "basic-1"),
    (Kind.QUIZ, "daily"),
    (Kind.FAMILY, None),
]


def a_code(*subjects, form=Form.A4, language="zh-hans", second=""):
    """The code of a sheet of SUBJECTS that the main office printed just now."""
    office = Office.objects.get(is_main=True)
    return code_of(issue_of(form, language, second, office, subjects))


def any_code(*pages, office=0):
    """A code with our proof of PAGES (kind, row's pk, version), whether or not we have them."""
    return code_of(Issue(Form.A4, "zh-hans", "", office, pages))


def of(row, kind=Kind.WARNING):
    return Subject(kind, row, present_number(kind, row))


def shown(visitor, code, path="/s/"):
    response = visitor.get(f"{path}{code}/")
    assert response.status_code == 200
    return response.content.decode()


def main_part(html):
    return html.split("<main", 1)[1].split("</main>")[0]


def heading(html):
    return html.split("<h1>")[1].split("</h1>")[0].replace("<wbr>", "")


def published_again(text, **fields):
    """TEXT after staff have published it with FIELDS changed."""
    boss, data = a_staff_member(), snapshot(text)
    data["fields"] |= fields
    actions.keep_draft(text=text, data=data, by=boss)
    actions.publish(text=text, by=boss)
    text.refresh_from_db()
    return text


@pytest.mark.parametrize(("kind", "slug"), EVERY_KIND)
def test_a_sheet_printed_today_is_current(visitor, kind, slug):
    subject = find(kind, slug)
    html = shown(visitor, a_code(subject))
    assert heading(html) == "是我们发的，现在有效"
    assert f'href="{subject.path}"' in main_part(html)
    assert visitor.get(subject.path).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "slug"), EVERY_KIND)
def test_the_page_repeats_the_title_that_the_sheet_bears(visitor, kind, slug, language):
    subject = find(kind, slug)
    with translation.override(language):
        printed = words(subject)
    for form, title in [(Form.A4, printed.title), (Form.POSTER, printed.poster or printed.title)]:
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


def test_a_sheet_is_of_its_own_office_or_of_the_main_one_if_it_names_none(visitor):
    other = Office.objects.create(slug="other", name_zh_hans="另一个单位", phone="0571-87000001")
    code = code_of(issue_of(Form.A4, "zh-hans", "", other, [find(Kind.RULES)]))
    assert "另一个单位" in main_part(shown(visitor, code))
    code = code_of(issue_of(Form.A4, "zh-hans", "", None, [find(Kind.RULES)]))
    assert Office.objects.get(is_main=True).name_zh_hans in main_part(shown(visitor, code))


def test_older_paper_may_bear_the_phone_and_the_name_that_its_office_had_then(visitor, desk):
    office = Office.objects.create(slug="other", name_zh_hans="河边街道办", phone="0571-87000001")
    code = code_of(issue_of(Form.A4, "zh-hans", "", office, [find(Kind.RULES)]))
    asked = number_changes.ask(
        row=office,
        number="0571-87000002",
        how="打过。",
        by=a_staff_member(role=Role.EDITOR, office=office),
    )
    number_changes.confirm(
        change=asked, by=a_staff_member("second", role=Role.REVIEWER, office=office)
    )
    desk.post(f"/admin/office/office/{office.pk}/change/", office_form(office, "河边新街道办"))
    said = main_part(shown(visitor, code))
    assert 'href="tel:0571-87000002"' in said and "河边新街道办" in said
    assert "印得早的写着0571-87000001，已经换了，打新的" in said
    assert "印得早的写着河边街道办<" in said.replace("</dd>", "<")
    assert 'href="tel:0571-87000001"' not in said


def office_form(office, name):
    return {"name_zh_hans": name, "slug": office.slug}


def test_paper_of_an_office_that_is_gone_is_ours_and_not_to_be_used(visitor, desk):
    desk.post("/admin/office/office/add/", {"name_zh_hans": "河边街道办", "slug": "river"})
    office = Office.objects.get(slug="river")
    code = code_of(issue_of(Form.A4, "zh-hans", "", office, [find(Kind.RULES)]))
    desk.post(f"/admin/office/office/{office.pk}/delete/", {"post": "yes"})
    assert not Office.objects.filter(slug="river").exists()
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经撤回"
    assert "河边街道办" in main_part(html)
    assert "单位已经不在本站了" in main_part(html)


@pytest.mark.parametrize("path", ["/rules/", "/cases/son-sms-20000/"])
def test_a_changed_type_changes_no_sheet_but_its_own(visitor, path):
    before = visitor.get(f"{path}leaflet/").content
    published_again(
        ScamType.objects.get(slug="fake-kidnap-emergency"), stop_zh_hans="先把电话放下。"
    )
    assert visitor.get(f"{path}leaflet/").content == before


def test_a_sheet_whose_text_was_changed_is_replaced_and_keeps_its_own_title(visitor):
    text = ScamType.objects.get(slug="fake-prize")
    was, code = text.headline_zh_hans, a_code(of(text, Kind.SCAM), form=Form.LARGE)
    day = timezone.localdate(text.published_at)
    published_again(text, headline_zh_hans="中奖要先交钱？别信")
    html = shown(visitor, code)
    assert heading(html) == "这一张，已经换了新的"
    assert phrases(was) in html
    assert "中奖要先交钱？别信" not in html
    assert f"{day.year}年{day.month}月{day.day}日" in main_part(html)
    assert 'href="/scams/fake-prize/leaflet/?format=large"' in html
    assert heading(shown(visitor, a_code(of(text, Kind.SCAM)))) == "是我们发的，现在有效"


def test_an_old_version_bears_the_day_on_which_it_was_published(visitor, time_machine):
    text = ScamType.objects.get(slug="fake-prize")
    time_machine.move_to(timezone.now() + timedelta(days=10))
    second = timezone.localdate()
    code = a_code(of(published_again(text, headline_zh_hans="第二版的标题"), Kind.SCAM))
    time_machine.move_to(timezone.now() + timedelta(days=10))
    published_again(text, headline_zh_hans="第三版的标题")
    html = shown(visitor, code)
    assert "第二版的标题" in html
    assert f"{second.year}年{second.month}月{second.day}日" in main_part(html)


def test_a_draft_does_not_replace_a_sheet(visitor):
    text = ScamType.objects.get(slug="fake-prize")
    code, data = a_code(of(text, Kind.SCAM)), snapshot(text)
    data["fields"]["headline_zh_hans"] = "还没发布的标题"
    actions.keep_draft(text=text, data=data, by=a_staff_member())
    html = shown(visitor, code)
    assert heading(html) == "是我们发的，现在有效"
    assert "还没发布的标题" not in html


def test_a_sheet_of_a_page_without_a_public_life_is_replaced_when_it_changes(visitor):
    row = Audience.objects.get(slug="elders")
    code, was = a_code(find(Kind.AUDIENCE, "elders")), row.page_title_zh_hans
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
    code = a_code(find(Kind.SCAM, "fake-prize"), language=language)
    response = visitor.get(f"/s/{code}/", follow=True)
    assert response.redirect_chain == ([(f"{prefix}/s/{code}/", 302)] if prefix else [])
    assert response.headers["Content-Language"].lower() == language


def test_a_reader_who_chooses_another_language_gets_it(visitor):
    code = a_code(find(Kind.SCAM, "fake-prize"), language="en")
    english = visitor.get(f"/en/s/{code}/").content.decode()
    assert f'href="/s/{code}/?stay=1"' in english
    chinese = visitor.get(f"/s/{code}/?stay=1")
    assert heading(chinese.content.decode()) == "是我们发的，现在有效"


@pytest.mark.parametrize(
    "change", [str.lower, grouped, lambda code: f" {grouped(code)} ", lambda code: "－".join(code)]
)
def test_a_code_typed_forgivingly_leads_to_its_page(visitor, change):
    code = a_code(find(Kind.RULES))
    direct = visitor.get(f"/s/{change(code)}/")
    assert (direct.status_code, direct.url) == (301, f"/s/{code}/")
    typed = visitor.get("/s/", {"code": change(code), "size": "large"})
    assert (typed.status_code, typed.url) == (302, f"/s/{code}/?size=large")


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_slip_keeps_what_was_typed_and_names_no_other_code(visitor, prefix):
    code = a_code(find(Kind.RULES))
    wrong = grouped(("Z" if code[0] != "Z" else "Y") + code[1:])
    for response in (
        visitor.get(f"{prefix}/s/", {"code": wrong}),
        visitor.get(f"{prefix}/s/{wrong}/"),
    ):
        html = response.content.decode()
        assert response.status_code == 404
        assert f'value="{wrong}"' in html
        assert code not in html and grouped(code) not in html
        assert 'href="tel:96110"' in main_part(html)


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_a_code_that_we_never_issued_sends_to_both_hotlines(visitor, prefix):
    forged = write_code(Numbers(0, 0, 1, ((0, 3, 1),)), "somebody else's key")
    assert visitor.get(f"{prefix}/s/", {"code": forged}).url == f"{prefix}/s/{forged}/"
    response = visitor.get(f"{prefix}/s/{forged}/")
    html = main_part(response.content.decode())
    assert response.status_code == 404
    assert 'href="tel:96110"' in html and 'href="tel:110"' in html
    assert grouped(forged) in html


def test_numbers_of_no_kind_or_language_of_ours_are_not_ours(visitor):
    for numbers in (
        Numbers(7, 0, 1, ((0, 3, 1),)),
        Numbers(0, 15, 1, ((0, 3, 1),)),
        Numbers(0, 0, 1, ((15, 3, 1),)),
    ):
        code = write_code(numbers, settings.SHEET_KEY)
        response = visitor.get(f"/s/{code}/")
        assert response.status_code == 404
        assert "不是我们发的" in response.content.decode()


def test_a_text_that_was_never_public_has_no_sheet_of_ours(visitor):
    draft, soon = draft_warning(), a_warning(starts_at=timezone.now() + timedelta(hours=1))
    binned = draft_warning()
    actions.put_in_bin(text=binned, by=a_staff_member())
    for text in (draft, soon, binned):
        response = visitor.get(f"/s/{any_code((Kind.WARNING, text.pk, 1))}/")
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
    html = shown(visitor, any_code((Kind.SCAM, text.pk, never.number)))
    assert "没有发布过的标题" not in html
    assert "后来发布的标题" not in html


def test_a_version_that_waited_is_shown_only_if_its_moment_came(visitor, time_machine):
    boss, codes = a_staff_member(), {}
    for came in (True, False):
        text = draft_warning()
        actions.keep_draft(text=text, data=snapshot(text), by=boss)
        actions.schedule(text=text, by=boss, moment=timezone.now() + timedelta(days=2))
        text.refresh_from_db()
        codes[came] = any_code((Kind.WARNING, text.pk, text.live_version.number)), text
    published_again(codes[False][1], do_first_zh_hans="改过一次，还没到时候。")
    time_machine.move_to(timezone.now() + timedelta(days=3))
    for came, (code, text) in codes.items():
        published_again(text, do_first_zh_hans="先挂断。")
        html = shown(visitor, code)
        assert heading(html) == "这一张，已经换了新的"
        assert (phrases(text.title_zh_hans) in html) == came


def test_what_we_could_never_have_printed_is_not_ours(visitor):
    pk = ScamType.objects.get(slug="fake-prize").pk
    once = (Kind.SCAM, pk, 1)
    others = [(Kind.SCAM, one.pk, 1) for one in ScamType.objects.live()[:4]]
    for code in (
        any_code((Kind.SCAM, pk, 2)),
        any_code((Kind.SCAM, pk, 0)),
        any_code((Kind.SCAM, 2**31, 1)),
        any_code((Kind.SCAM, 2**64, 1)),
        any_code((Kind.SCAM, 0, 1)),
        any_code((Kind.FAMILY, 0, 2)),
        any_code((Kind.RULES, 7, 1)),
        any_code((Kind.RULES, 0, 400)),
        any_code(once, once),
        any_code(*others),
        any_code(once, office=Office.objects.order_by("pk").last().pk + 1),
        any_code(once, office=2**64),
    ):
        response = visitor.get(f"/s/{code}/")
        assert response.status_code == 404
        assert "不是我们发的" in response.content.decode()
    assert heading(shown(visitor, any_code(once))) == "是我们发的，现在有效"


@pytest.mark.parametrize("prefix", LANGUAGES.values())
def test_an_endless_code_is_a_slip_and_is_not_repeated_whole(visitor, prefix):
    visitor.get(f"{prefix}/s/")
    for path in (f"{prefix}/s/{'1' * 8000}/", f"{prefix}/s/?code={'1' * 8000}"):
        response = visitor.get(path)
        html = response.content.decode()
        assert response.status_code == 404
        assert f'value="{"1" * 40}"' in html
        assert "1" * 41 not in html


@pytest.mark.parametrize(("language", "prefix"), LANGUAGES.items())
def test_a_current_sheet_can_be_printed_from_its_page(visitor, language, prefix):
    other = Office.objects.create(slug="other", name_zh_hans="另一个单位", phone="0571-87000001")
    second = "zh-hans" if language == "en" else "en"
    subjects = [find(Kind.SCAM, "fake-prize")]
    code = code_of(issue_of(Form.A4, language, second, other, subjects))
    html = main_part(shown(visitor, code, f"{prefix}/s/"))
    address = f"{prefix}/scams/fake-prize/leaflet/?office=other&second={second}"
    assert f'href="{address.replace("&", "&amp;")}"' in html
    printed = visitor.get(address).content.decode()
    assert grouped(code) in printed


def test_only_todays_questions_can_be_printed_from_their_page(visitor):
    today = find(Kind.QUIZ, DAILY)
    other = QuestionSet.objects.live().filter(use=Use.DAILY).exclude(pk=today.row.pk).first()
    for subject, can in ((today, True), (of(other, Kind.QUIZ), False)):
        html = shown(visitor, a_code(subject))
        assert heading(html) == "是我们发的，现在有效"
        assert ("/quiz/daily/sheet/leaflet/" in main_part(html)) == can


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "'\"", "编" * 5000, "%00", "../", "0" * 31]
)
def test_nonsense_is_answered_in_words(visitor, typed):
    response = visitor.get("/s/", {"code": typed})
    assert response.status_code == 404
    assert "请对着单子" in response.content.decode()
    assert "<script>alert" not in response.content.decode()


def test_an_empty_form_is_the_form_again(visitor):
    for response in (visitor.get("/s/"), visitor.get("/s/", {"code": "  "})):
        assert response.status_code == 200
        assert 'name="code"' in response.content.decode()


def test_looking_writes_nothing_and_asks_the_database_little(visitor):
    texts = [ScamType.objects.get(slug=slug) for slug in ("fake-prize", "online-romance")]
    codes = [a_code(*[of(text, Kind.SCAM) for text in texts])]
    for text in texts:
        published_again(text, headline_zh_hans="改过的标题")
    codes += [a_code(of(texts[0], Kind.SCAM), of(a_warning())), a_code(find(Kind.RULES))]
    visitor.get("/")
    for path in ("/s/", *(f"/s/{code}/" for code in codes), "/s/ABC/"):
        with CaptureQueriesContext(connection) as queries:
            visitor.get(path)
        assert len(queries) <= 8
        assert all(query["sql"].startswith("SELECT") for query in queries)


def test_a_code_page_is_kept_by_caches_and_sets_no_cookie(visitor):
    response = visitor.get(f"/s/{a_code(find(Kind.RULES))}/")
    assert response.headers["Cache-Control"].startswith("public")
    assert response.headers["ETag"]
    assert not response.cookies


def test_a_changed_key_does_not_disown_paper(visitor, settings):
    code = a_code(find(Kind.RULES))
    settings.SHEET_KEY_OLD, settings.SHEET_KEY = [settings.SHEET_KEY], "a new key"
    assert heading(shown(visitor, code)) == "是我们发的，现在有效"
    settings.SHEET_KEY_OLD = []
    assert visitor.get(f"/s/{code}/").status_code == 404


def test_the_addresses_on_paper_lead_here(visitor, settings):
    settings.SITE_URL, settings.SHORT_URL = "https://www.fangpian.example", "https://fp.example"
    code = a_code(find(Kind.SCAM, "fake-prize"))
    assert short_address(code) == f"fp.example/s/{code}"
    assert full_address(code) == f"https://fp.example/s/{code}/"
    assert visitor.get(f"/s/{code}", follow=True).status_code == 200


def test_a_usual_sheet_has_a_short_address_and_a_coarse_qr(db, settings):
    settings.SITE_URL = "https://fangpian.example"
    for row in ScamType.objects.live():
        code = a_code(of(row, Kind.SCAM))
        assert len(short_address(code)) <= 32
        assert qr_version(full_address(code)) <= 3


def test_an_address_too_long_for_paper_is_warned_of(settings):
    def found():
        return {one.id for one in run_checks() if one.id.startswith("leaflets.W00")}

    settings.SITE_URL, settings.SHORT_URL = "https://fangpian.a-rather-long-name.example", ""
    assert found() == {"leaflets.W001", "leaflets.W002"}
    settings.SHORT_URL = "https://fp.example"
    assert not found()


def test_the_page_on_verifying_us_leads_here(visitor):
    assert 'href="/s/"' in visitor.get("/verify-us/").content.decode()


@pytest.mark.parametrize("second", ["", "zh-hant", "zh-hans"])
@pytest.mark.parametrize("form", Form)
def test_every_issue_is_read_as_it_was_written(form, second):
    for kind in Kind:
        issue = Issue(form, "en", second, 3, ((kind, 12 if kind in MODELS else 0, 4),))
        assert read_code(code_of(issue)) == issue
