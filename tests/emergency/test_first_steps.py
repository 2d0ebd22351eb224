"""What somebody sees whose money has just gone."""

import re

from awareness.emergency.models import Situation
from awareness.emergency.saying import blank_runs
from awareness.office.models import Hotline
from awareness.publishing import changes


def main_of(visitor, path):
    return visitor.get(path).content.decode().split('<main id="main"')[1].split("</main>")[0]


def test_the_first_line_is_kind_and_the_first_button_is_the_police(visitor):
    page = main_of(visitor, "/emergency/")
    assert page.index("这不是您的错") < page.index('href="tel:110"')
    assert page.index('href="tel:110"') < page.index("<h2>")


def test_every_situation_has_all_its_steps_in_order(visitor):
    for situation in Situation.objects.all():
        page = main_of(visitor, situation.get_absolute_url())
        steps = [step.short_zh_hans for step in situation.steps.all()]
        shown = [page.index(f"<li><b>{re.sub(r'[{}]', '', short)}") for short in steps]
        assert shown == sorted(shown)


def test_the_button_that_dials_comes_before_the_steps(visitor):
    for situation in Situation.objects.all():
        page = main_of(visitor, situation.get_absolute_url())
        assert page.index('href="tel:110"') < page.index('<ol class="steps">')


def test_a_step_is_not_told_twice(visitor):
    step = Situation.objects.get(slug="clicked-link").steps.first()
    step.do_zh_hans = "打开飞行模式，断开无线网。再长按关机。"
    step.save()
    page = main_of(visitor, "/emergency/clicked-link/")
    assert "断开无线网。" not in page and "再长按关机。" in page


def test_who_paid_by_phone_finds_where_to_freeze_it(visitor):
    for prefix, freeze in {"": "冻结账号", "/zh-hant": "凍結", "/en": "Freeze Account"}.items():
        page = main_of(visitor, f"{prefix}/emergency/")
        assert 'href="#pay"' in page
        assert freeze in page.split('id="pay"')[1].split("<h2")[0]
        assert f'href="{prefix}/emergency/#pay"' in main_of(
            visitor, f"{prefix}/emergency/transferred/"
        )


def test_a_number_that_nobody_has_checked_is_shown_nowhere(visitor, reviewer):
    pages = ["/emergency/", "/emergency/after/", "/emergency/transferred/", "/about/"]
    for page in pages:
        text = visitor.get(page).content.decode()
        assert "95017" not in text and "95188" not in text
    line = Hotline.objects.get(slug="95017")
    assert "没核对过，居民还看不到" in reviewer.get("/admin/").content.decode()
    reviewer.post(f"/admin/office/hotline/{line.pk}/checked/", {"how": "拨过，接通了"})
    changes.forget_all()
    for page in pages:
        text = visitor.get(page).content.decode()
        assert "95017" in text and "95188" not in text
    assert 'href="tel:95017"' in visitor.get("/emergency/").content.decode()


def test_an_english_reader_gets_the_sentence_in_chinese_too(visitor):
    page = main_of(visitor, "/en/emergency/transferred/")
    assert "I have been scammed. Please stop the payment." in page
    assert re.search(r'<div class="script" lang="zh-Hans"><p>我被电信诈骗了，请求止付。', page)
    assert page.index("我被电信诈骗了") < page.index("I have been scammed")


def test_a_chinese_reader_gets_it_once(visitor):
    assert main_of(visitor, "/emergency/transferred/").count("请求止付。") == 1
    assert "我被電信詐騙了" in main_of(visitor, "/zh-hant/emergency/transferred/")


def test_blanks_to_fill_in_are_set_apart():
    assert blank_runs("我在【几点】转了【多少钱】。") == [
        ("我在", False),
        ("几点", True),
        ("转了", False),
        ("多少钱", True),
        ("。", False),
    ]
    assert blank_runs("At [time].")[1] == ("time", True)


def test_every_dont_line_catches_the_eye(visitor):
    page = main_of(visitor, "/emergency/transferred/")
    lines = re.search(r'<ul class="dont">(.*?)</ul>', page, re.S)[1]
    assert lines.count("<li><b>不要</b>") == lines.count("<li>") == 5


def test_red_is_kept_for_money_that_has_gone(visitor):
    assert "card red" in main_of(visitor, "/emergency/")
    for path in ["/", "/scams/fake-prize/", "/check/", "/nope/"]:
        assert "card red" not in visitor.get(path).content.decode()


def test_the_worksheet_has_no_form_that_could_send_anything(visitor):
    page = visitor.get("/emergency/worksheet/").content.decode()
    assert "<form" not in page
    assert " name=" not in page.split('id="worksheet"')[1].split("</main>")[0]


def test_everything_to_keep_is_on_the_worksheet(visitor):
    page = main_of(visitor, "/emergency/worksheet/")
    assert page.count('type="checkbox"') == 12


def test_second_scams_are_told_with_who_to_believe(visitor):
    page = main_of(visitor, "/emergency/after/")
    assert page.count("骗局示例") == 8
    assert "tel:12356" in page
