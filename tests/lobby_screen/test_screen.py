"""The lobby screen: what is on it, in which order, how much; and the lines for strips of lights."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.utils import timezone, translation

from awareness.cases.models import Warning
from awareness.guide.models import ScamType, Slogan
from awareness.lib.text.width import em_width
from awareness.office.models import District, Hotline, Office
from awareness.quiz.models import Question
from tests.browser.server import OFFICE_PHONE
from tests.make import a_staff_member, a_warning

PREFIXES = {"zh-hans": "", "zh-hant": "/zh-hant", "en": "/en"}
CHINESE = ["", "/zh-hant"]


class Slides(HTMLParser):
    """The slides of a page: each a dict of its classes, its headline's lines, its notes and times."""

    def __init__(self, html):
        super().__init__()
        self.slides, self.frame, self._at = [], "", ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "section":
            kinds = attrs["class"].split()
            times = attrs.get("data-since"), attrs.get("data-until")
            self.slides.append({"kind": kinds[1], "now": "now" in kinds, "times": times})
            self.slides[-1] |= {"wide": "", "tall": "", "note": "", "phone": ""}
        elif tag in {"span", "p", "ul"}:
            self._at = attrs.get("class", self._at).split()[0] if attrs.get("class") else self._at
        elif tag == "br":
            self.slides[-1][self._at] += "/"
        elif tag in {"style", "script", "title"}:
            self._at = ""

    def handle_data(self, data):
        if self._at in {"wide", "tall", "note", "phone"}:
            self.slides[-1][self._at] += data.strip()
        elif self._at in {"dial", "by"}:
            self.frame += data.strip()


def deck(visitor, address="/screen/"):
    """The slides that stand on ADDRESS."""
    response = visitor.get(address)
    assert response.status_code == 200
    return Slides(response.content.decode())


def headlines(visitor, address="/screen/"):
    return [said(slide) for slide in deck(visitor, address).slides]


def said(slide):
    return slide["wide"].replace("/", "")


def an_office(slug="hekou-village", **fields):
    values = {"name_zh_hans": "河口村委会", "name_en": "Hekou Village", "phone": "0000-1111111"}
    return Office.objects.create(slug=slug, **values | fields)


def test_it_shows_slogans_posters_warnings_and_a_question_with_its_answer(visitor):
    kinds = {slide["kind"] for slide in deck(visitor).slides}
    assert kinds == {"urgent", "warning", "question", "answer", "slogan"}
    shown = "".join(headlines(visitor))
    for poster in ScamType.objects.live().values_list("poster_zh_hans", flat=True):
        assert re.sub("[，。]", "", poster) in re.sub("[，。]", "", shown)


def test_hotlines_and_office_stand_on_every_slide_and_follow_the_table(visitor):
    Hotline.objects.filter(slug="96110").update(number="96111")
    frame = deck(visitor).frame
    assert "拿不准96111" in frame
    assert "被骗了110" in frame
    assert "示例派出所" in frame
    assert "96110" not in visitor.get("/screen/").content.decode()


def test_the_office_in_the_address_is_the_one_named(visitor):
    an_office()
    assert "河口村委会" in deck(visitor, "/screen/?office=hekou-village").frame
    assert "示例派出所" in deck(visitor).frame


def test_an_unknown_office_gets_a_sentence_and_the_offices_to_choose_from(visitor):
    for prefix in PREFIXES.values():
        for page in ("/screen/", "/screen/lines/"):
            response = visitor.get(f"{prefix}{page}?office=nobody")
            assert response.status_code == 404
            assert f"{prefix}/screen/?office=example-police-station" in response.content.decode()
    response = visitor.get("/screen/lines.txt?office=%00<b>")
    assert response.status_code == 404
    assert "<b>" not in response.content.decode()


def test_an_urgent_warning_comes_first_and_again_after_every_third_slide(visitor):
    now = timezone.now().timestamp()
    shown = [slide for slide in deck(visitor).slides if is_shown(slide, now)]
    urgent = [place for place, slide in enumerate(shown) if slide["kind"] == "urgent"]
    assert urgent[0] == 0
    gaps = [
        later - earlier for earlier, later in zip(urgent, [*urgent[1:], len(shown)], strict=True)
    ]
    assert max(gaps) <= 4
    assert len(urgent) >= len(shown) // 4


def is_shown(slide, at):
    since, until = (float(moment) if moment else None for moment in slide["times"])
    return (since is None or since <= at) and (until is None or at < until)


def test_several_urgent_warnings_take_turns(visitor):
    a_warning(urgent=True, title_zh_hans="有人假冒燃气检修")
    urgent = [said(one) for one in deck(visitor).slides if one["kind"] == "urgent"]
    assert len(set(urgent[:2])) == 2
    assert urgent[0] == urgent[2]


def test_warnings_of_the_offices_own_district_come_first(visitor):
    hekou = District.objects.get(slug="hekou")
    an_office(district=hekou)
    a_warning(district=District.objects.get(slug="qingshi"), title_zh_hans="青石新提醒")
    first = next(
        one
        for one in deck(visitor, "/screen/?office=hekou-village").slides
        if one["kind"] == "warning"
    )
    assert "河口镇" in first["note"]


def test_a_district_above_and_the_parts_of_a_district_are_near_too(visitor):
    whole, part = District.objects.get(slug="example-district"), District.objects.get(slug="hekou")
    other = District.objects.create(slug="far", name_zh_hans="远山县", name_en="Far")
    Warning.objects.all().delete()
    an_office(district=part)
    a_warning(title_zh_hans="远山的事", district=other)
    a_warning(
        title_zh_hans="全区的事", district=whole, starts_at=timezone.now() - timedelta(hours=9)
    )
    titles = [said(one) for one in deck(visitor, "/screen/?office=hekou-village").slides]
    assert titles.index("全区的事") < titles.index("远山的事")


def test_a_sample_says_that_it_is_one_and_a_real_warning_does_not(visitor):
    a_warning(title_zh_hans="真的发生了")
    by_title = {said(one): one["note"] for one in deck(visitor).slides}
    assert "示例" in by_title["快递里夹着卡片码先别扫"]
    assert "示例" not in by_title["真的发生了"]


def test_drafts_and_what_is_withdrawn_or_over_are_not_shown(visitor):
    now, boss = timezone.now(), a_staff_member()
    a_warning(title_zh_hans="还没发布", published_at=None, starts_at=None)
    a_warning(title_zh_hans="明天才有", starts_at=now + timedelta(days=1))
    a_warning(
        title_zh_hans="已经过去", starts_at=now - timedelta(days=2), ends_at=now - timedelta(1)
    )
    a_warning(title_zh_hans="收回来了", withdrawn_at=now, withdrawn_by=boss)
    for page in ("/screen/", "/screen/lines/", "/screen/lines.txt"):
        text = re.sub("<[^>]*>", "", visitor.get(page).content.decode())
        for title in ("还没发布", "明天才有", "已经过去", "收回来了"):
            assert title not in text, page


def test_each_warning_carries_its_end_for_screens_without_network(visitor):
    for slide in deck(visitor).slides:
        assert bool(slide["times"][1]) == (slide["kind"] != "slogan")


def test_without_warnings_there_are_slogans_and_the_question(visitor):
    Warning.objects.all().delete()
    slides = deck(visitor).slides
    assert {slide["kind"] for slide in slides} == {"question", "answer", "slogan"}


def test_with_nothing_published_one_sentence_is_left(visitor):
    Warning.objects.all().delete()
    Slogan.objects.all().delete()
    ScamType.objects.update(published_at=None, published_by=None)
    Question.objects.update(published_at=None, published_by=None)
    assert headlines(visitor) == ["先停一停再问一问"]


@pytest.mark.parametrize("title", ["｜", "\u3000", " ", "｜ ｜"])
def test_what_says_nothing_has_no_slide_and_no_line(visitor, title):
    a_warning(title_zh_hans=title, urgent=True)
    a_warning(title_zh_hans=title)
    ScamType.objects.filter(slug="fake-prize").update(poster_zh_hans=title)
    Slogan.objects.update(text_zh_hans=title)
    assert all(said(slide).strip("\u3000｜ ") for slide in deck(visitor).slides)
    lines = visitor.get("/screen/lines.txt").content.decode().splitlines()
    assert all(line.strip("\u3000｜ ") for line in lines)


@pytest.mark.parametrize("title", ["。", "，", "？！" * 12, "（" * 80, "W" * 80, "字典" * 40])
def test_a_title_of_any_signs_has_a_slide(visitor, title):
    a_warning(title_zh_hans=title)
    assert "warning" in [slide["kind"] for slide in deck(visitor).slides]


def test_all_screens_of_a_day_ask_one_question_and_the_next_days_are_there_too(visitor):
    slides = [one for one in deck(visitor).slides if one["kind"] in {"question", "answer"}]
    assert [one["kind"] for one in slides] == ["question", "answer"] * 7
    for question, answer in zip(slides[::2], slides[1::2], strict=True):
        assert question["times"] == answer["times"]
    starts = [int(one["times"][0]) for one in slides[::2]]
    assert [b - a for a, b in zip(starts, starts[1:], strict=False)] == [86400] * 6
    assert starts[0] <= timezone.now().timestamp() < starts[1]
    assert len({said(one) for one in slides[::2]}) > 3


def test_the_question_is_the_fraudsters_own_words_marked_as_an_example(visitor):
    situations = "".join(Question.objects.live().values_list("situation_zh_hans", flat=True))
    for slide in deck(visitor).slides:
        if slide["kind"] == "question":
            words = slide["tall"].replace("/", "").strip("“”")
            assert words in re.sub("[，。]", "", situations) or words in situations
            assert slide["note"].startswith("测验示例")


def test_the_grandsons_words_and_the_answer_are_understood_in_passing(visitor):
    for prefix, words, answer in (
        ("", "“奶奶千万别告诉我爸”", "先打电话问他爸"),
        ("/en", "“Grandma, don’t tell Dad”", "Ring his father first"),
    ):
        shown = [
            re.sub(r"[，\s]", "", said(one)) for one in deck(visitor, f"{prefix}/screen/").slides
        ]
        at = shown.index(re.sub(r"[，\s]", "", words))
        assert shown[at + 1] == answer.replace(" ", "")


def test_a_withdrawn_question_is_not_asked(visitor):
    Question.objects.exclude(slug="q10").update(published_at=None, published_by=None)
    asked = {said(one) for one in deck(visitor).slides if one["kind"] == "question"}
    assert asked == {"“今天缴清当天寄出”"}
    Question.objects.update(published_at=None, published_by=None)
    assert not [one for one in deck(visitor).slides if one["kind"] == "question"]


@pytest.mark.parametrize("prefix", CHINESE)
def test_headlines_are_short_and_at_most_24_characters_stand_beside_them(visitor, prefix):
    page = deck(visitor, f"{prefix}/screen/")
    for slide in page.slides:
        # Titles of warnings and slogans may be longer: they are set in two lines or more.
        assert em_width(said(slide)) <= 20
        if slide["kind"] in {"question", "answer"}:
            assert em_width(said(slide)) <= 12
        beside = page.frame + slide["note"] + slide["phone"]
        assert em_width(re.sub(r"\s", "", beside)) <= 24, beside


@pytest.mark.parametrize("language", PREFIXES)
def test_every_headline_of_the_starter_content_is_large_enough(db, language):
    from awareness.lobby_screen.deck import deck as slides_of

    with translation.override(language):
        slides = slides_of(Office.objects.get(is_main=True))
        least = 8 if language == "en" else 12
        assert min(slide.tall.size for slide in slides) >= least
        assert min(slide.wide.size for slide in slides) >= 12


def test_a_title_at_the_limit_is_still_large_enough(db):
    from awareness.lobby_screen.slides import Slide, SlideKind

    for title in (
        "有人冒充水电维修工人上门收取检测费用一百",
        "自称社保局来电说您的卡停用了，要验证码",
    ):
        slide = Slide(SlideKind.WARNING, title)
        assert slide.tall.size >= 12
        assert slide.wide.size >= 12
        assert "".join(slide.tall.lines).replace("，", "") == title.replace("，", "")


def test_a_phone_that_finds_no_room_is_left_out(visitor):
    an_office(name_zh_hans="青石街道办事处反诈工作中心", phone="0000-2222222")
    slides = deck(visitor, "/screen/?office=hekou-village").slides
    assert not any(slide["phone"] for slide in slides)
    assert any(slide["phone"] == OFFICE_PHONE for slide in deck(visitor).slides)


def test_words_are_not_cut_in_two_where_lines_are_short(visitor):
    for slide in deck(visitor).slides + deck(visitor, "/zh-hant/screen/").slides:
        for word in (
            "验证码",
            "驗證碼",
            "取款机",
            "号码",
            "號碼",
            "诈骗",
            "詐騙",
            "警察",
            "打电话",
            "打電話",
            "会议",
            "會議",
        ):
            whole = slide["tall"].replace("/", "")
            assert slide["tall"].count(word) == whole.count(word), slide["tall"]
        assert not re.search("/[，。、？！”」的了]", slide["tall"])


def test_without_scripts_each_slide_leads_to_the_next_and_the_last_to_the_first(visitor):
    address, seen = "/screen/?office=example-police-station", []
    for _slide in range(60):
        page = visitor.get(address).content.decode()
        slides = Slides(page).slides
        seen.append(said(slides[0]))
        assert slides[0]["now"]
        found = re.search(r'http-equiv="refresh" content="(\d+); url=([^"]+)"', page)
        assert int(found[1]) >= 10
        address = found[2].replace("&amp;", "&")
        assert "office=example-police-station" in address
    now = timezone.now().timestamp()
    shown = [said(one) for one in deck(visitor).slides if is_shown(one, now)]
    assert seen[: len(shown)] == shown
    assert seen[len(shown)] == shown[0]


@pytest.mark.parametrize("asked", ["0", "999", "9999999999", "-1", "abc", "１", "1e3", "%00"])
def test_a_number_of_no_slide_still_shows_one(visitor, asked):
    assert deck(visitor, f"/screen/?slide={asked}").slides[0]["now"]


def test_the_page_is_the_same_until_something_changes(visitor):
    tag = visitor.get("/screen/")["ETag"]
    assert visitor.get("/screen/", headers={"If-None-Match": tag}).status_code == 304
    a_warning()
    assert visitor.get("/screen/", headers={"If-None-Match": tag}).status_code == 200


def test_only_the_screen_may_start_a_worker_and_only_from_here(visitor):
    assert "worker-src 'self'" in visitor.get("/screen/")["Content-Security-Policy"]
    assert "worker-src" not in visitor.get("/screen/lines/")["Content-Security-Policy"]
    for prefix in PREFIXES.values():
        worker = visitor.get(f"{prefix}/screen/sw.js")
        assert worker["Content-Type"].startswith("text/javascript")


def test_eight_looks_at_the_tables_are_enough(visitor, django_assert_max_num_queries):
    visitor.get("/screen/")
    with django_assert_max_num_queries(8):
        visitor.get("/screen/")
    with django_assert_max_num_queries(8):
        visitor.get("/screen/lines/")


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_lines_for_strips_are_short_whole_and_the_same_as_text(visitor, prefix):
    text = visitor.get(f"{prefix}/screen/lines.txt")
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    lines = text.content.decode().splitlines()
    assert len(lines) > 15
    assert len(lines) == len(set(lines))
    for line in lines:
        assert em_width(line) <= 24
        assert not re.search(r"[{}｜]|None", line)
    page = visitor.get(f"{prefix}/screen/lines/").content.decode()
    shown = re.search(r'<div class="strips"[^>]*>(.*?)</div>', page, re.S)[1]
    assert re.sub("<[^>]*>", "", shown).splitlines() == lines


def test_a_line_gives_both_hotlines_and_a_live_warning_has_its_own(visitor):
    a_warning(title_zh_hans="有人冒充水电工，｜上门收钱")
    lines = visitor.get("/screen/lines.txt").content.decode().splitlines()
    assert lines[0] == "拿不准，打96110；被骗了，打110"
    assert "有人冒充水电工，上门收钱" in lines
    assert "示例：快递里夹着卡片，码先别扫" in lines


def test_a_slogan_that_is_too_long_for_a_strip_is_left_out_whole(visitor):
    Slogan.objects.create(slug="long", uses="led", text_zh_hans="一" * 25, text_en="a" * 49)
    Slogan.objects.create(slug="fits", uses="led", text_zh_hans="二" * 24, text_en="b" * 48)
    lines = visitor.get("/screen/lines.txt").content.decode().splitlines()
    assert "二" * 24 in lines
    assert not [line for line in lines if "一一一" in line]


def test_the_page_of_lines_says_how_a_screen_is_set_up_for_each_office(visitor):
    an_office()
    page = visitor.get("/screen/lines/").content.decode()
    assert "F11" in page
    assert 'href="/screen/?office=hekou-village"' in page
    own = visitor.get("/screen/lines/?office=hekou-village").content.decode()
    assert "/screen/?office=hekou-village</bdi>" in own
