"""Playing a set, without any script."""

import html
import re
from datetime import date
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.utils import timezone

from awareness.guide.models import ScamType
from awareness.quiz.models import Question, QuestionSet, Tally
from awareness.quiz.sets import find_set, todays_three
from tests.make import a_staff_member

BROWSER = {"sec-fetch-site": "same-origin"}
FROM_A_FRIEND = {"sec-fetch-site": "none"}


def state_in(response):
    return html.unescape(re.search(r'name="s" value="([^"]+)"', response.content.decode())[1])


def question_at(response):
    """The question that the page shows, by the attempt in its form."""
    numbers = state_in(response).split(".")[2].split("-")
    place = int(re.search(r"第(\d+)题|Question (\d+)", response.content.decode())[1])
    return Question.objects.get(pk=int(numbers[place - 1], 36))


def answer(visitor, page, path, choice):
    return visitor.post(path, {"s": state_in(page), "a": choice}, headers=BROWSER)


def play(visitor, slug="basic-1", choose=lambda question: question.correct):
    """Play the whole set; (number of pages loaded, the result page)."""
    page, loads = visitor.get(f"/quiz/{slug}/"), 1
    count = int(re.search(r"共(\d+)题", page.content.decode())[1])
    for place in range(1, count + 1):
        path = f"/quiz/{slug}/{place}/"
        sent = answer(visitor, page, path, choose(question_at(page)))
        assert sent.status_code == 303
        feedback = visitor.get(sent.url, headers=BROWSER)
        onward = re.search(r'<a class="btn" href="([^"]+)"', feedback.content.decode())[1]
        page = visitor.get(html.unescape(onward), headers=BROWSER)
        loads += 2
    return loads, page


def text(response):
    return re.sub(r"<[^>]+>", "", response.content.decode())


def test_a_set_takes_at_most_seventeen_pages(visitor):
    loads, result = play(visitor)
    assert loads == 17
    assert "骗局都认出来了" in text(result)
    assert not result.cookies


def test_missed_frauds_and_false_alarms_are_told_apart(visitor):
    def wrong(question):
        return "A" if question.correct != "A" else "B"

    _loads, result = play(visitor, choose=wrong)
    said = text(result)
    frauds = sum(Question.objects.get(slug=slug).kind == "scam" for slug in BASIC)
    assert f"{frauds}个里认出0个，看漏{frauds}个" in said
    assert f"{8 - frauds}个里看准0个，错怪{8 - frauds}个" in said
    assert "不是您不行" in said
    assert not re.search("不及格|失败|大师", said)


BASIC = ["q01", "q08", "q13", "q27", "q22", "q05", "q21", "q24"]


def test_not_sure_counts_as_neither(visitor):
    _loads, result = play(visitor, choose=lambda question: "X")
    assert "看漏0个" in text(result)
    assert "8题。拿不准就停下来问" in text(result)


def test_two_rules_to_look_at_again_are_the_ones_that_slipped(visitor):
    def slip(question):
        return "X" if question.rule.slug == "jishibaoan" else question.correct

    _loads, result = play(visitor, choose=slip)
    again = result.content.decode().split("这两条，再看一遍")[1].split("</dl>")[0]
    assert again.count("<dt>") == 2
    assert again.index("要及时报案") < again.index("</dt>")


def test_the_answer_is_explained_in_the_message_itself(visitor):
    page = visitor.get("/quiz/basic-1/")
    asked = question_at(page)
    sent = answer(visitor, page, "/quiz/basic-1/1/", asked.correct)
    shown = visitor.get(sent.url, headers=BROWSER).content.decode()
    assert "对了：这是骗局" in shown
    assert shown.count('<mark class="cue">') == 3
    assert shown.count('<span class="n">') == 6
    assert asked.general_rule_zh_hans in shown
    assert "/scams/impersonating-authorities/" in shown


def test_a_genuine_message_is_called_genuine(visitor):
    genuine = Question.objects.filter(kind="legit").values_list("pk", flat=True)
    row = QuestionSet.objects.get(slug="basic-1")
    row.items.exclude(question__in=genuine).delete()
    page = visitor.get("/quiz/basic-1/")
    asked = question_at(page)
    wrong = "A" if asked.correct != "A" else "B"
    shown = visitor.get(answer(visitor, page, "/quiz/basic-1/1/", wrong).url, headers=BROWSER)
    assert "这条其实是真的" in text(shown)
    assert "通知示例" in text(shown)


def test_choosing_nothing_is_said_and_nothing_is_lost(visitor):
    page = visitor.get("/quiz/basic-1/")
    again = visitor.post("/quiz/basic-1/1/", {"s": state_in(page)})
    assert again.status_code == 400
    assert "还没有选" in text(again)
    assert state_in(again) == state_in(page)


@pytest.mark.parametrize("choice", ["D", "a", "AB", "", "\x00", "X" * 5000])
def test_an_answer_out_of_range_is_refused_in_words(visitor, choice):
    page = visitor.get("/quiz/basic-1/")
    assert answer(visitor, page, "/quiz/basic-1/1/", choice).status_code == 400
    assert not Tally.objects.exists()


@pytest.mark.parametrize("state", ["x", "a.b.c.d.e", "%00", "A" * 9000, "é"])
@pytest.mark.parametrize("path", ["/quiz/basic-1/2/", "/quiz/basic-1/result/"])
def test_a_broken_address_says_so_and_how_to_go_on(visitor, path, state):
    response = visitor.get(path, {"s": state})
    assert response.status_code == 400
    assert "请重新开始" in text(response)
    assert "/quiz/basic-1/" in response.content.decode()


def test_an_attempt_of_another_set_is_refused(visitor):
    state = state_in(visitor.get("/quiz/basic-1/"))
    assert visitor.get("/quiz/basic-2/1/", {"s": state}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/quiz/nope/",
        "/quiz/basic-1/9/",
        "/quiz/basic-1/0/",
        "/quiz/daily-01/",
        "/quiz/nope/result/",
        "/quiz/nope/sheet/",
        "/quiz/card/x-and-y.png",
    ],
)
def test_unknown_sets_and_places_are_404_with_help(visitor, path):
    response = visitor.get(path)
    assert response.status_code == 404
    assert "tel:110" in response.content.decode()


def test_an_address_that_was_sent_on_reveals_nothing(visitor):
    page = visitor.get("/quiz/basic-1/")
    sent = answer(visitor, page, "/quiz/basic-1/1/", "A")
    for url in [sent.url, sent.url.replace("/1/", "/result/")]:
        opened = visitor.get(url, headers=FROM_A_FRIEND)
        assert "您也试试" in text(opened)
        assert "骗局示例" not in text(opened)
        assert "cue" not in opened.content.decode().split("<main")[1]
        onward = re.search(r'href="([^"]+go=1)"', opened.content.decode())[1]
        own = visitor.get(html.unescape(onward), headers=FROM_A_FRIEND)
        assert "您也试试：" not in text(own).split("叫上家人")[0]


def test_a_reload_shows_the_same_page(visitor):
    page = visitor.get("/quiz/basic-1/")
    url = answer(visitor, page, "/quiz/basic-1/1/", "A").url
    assert visitor.get(url, headers=BROWSER).content == visitor.get(url, headers=BROWSER).content


def test_the_first_page_is_the_same_for_everybody_and_may_be_kept(visitor):
    page = visitor.get("/quiz/basic-1/")
    assert page["Cache-Control"].startswith("public")
    assert page.content == visitor.get("/quiz/basic-1/").content
    answered = visitor.get(answer(visitor, page, "/quiz/basic-1/1/", "A").url)
    assert answered["Cache-Control"].startswith("private")


def test_another_go_has_an_order_of_its_own(visitor):
    states = {state_in(visitor.get("/quiz/basic-1/", {"again": "1"})) for _time in range(3)}
    assert len(states) == 3


def test_a_question_withdrawn_in_the_middle_is_passed_over(visitor, editor):
    page = visitor.get("/quiz/basic-1/")
    url = answer(visitor, page, "/quiz/basic-1/1/", "A").url
    Question.objects.filter(slug=BASIC[1]).update(published_at=None, published_by=None)
    state = re.search(r"s=([^&]+)", url)[1]
    second = visitor.get(f"/quiz/basic-1/2/?s={state}", headers=BROWSER)
    assert second.status_code == 200
    assert "这道题刚刚撤下" in text(second)
    assert f"/quiz/basic-1/3/?s={state}" in second.content.decode()


def test_large_type_stays_through_an_answer(visitor):
    page = visitor.get("/quiz/basic-1/", {"size": "large"})
    assert 'action="/quiz/basic-1/1/?size=large"' in page.content.decode()
    sent = visitor.post("/quiz/basic-1/1/?size=large", {"s": state_in(page), "a": "A"})
    assert sent.url.endswith("&size=large")


def test_the_daily_three_follow_the_calendar(db):
    row, numbers = todays_three(date(2026, 1, 1))
    slugs = [Question.objects.get(pk=number).slug for number in numbers]
    assert (row.slug, slugs) == ("daily-01", ["q31", "q03", "q23"])
    assert todays_three(date(2026, 1, 15))[1] == numbers
    assert (
        len({number for day in range(1, 15) for number in todays_three(date(2026, 1, day))[1]})
        == 42
    )


def test_a_withdrawn_daily_question_is_replaced_by_its_like(db):
    _row, before = todays_three(date(2026, 1, 1))
    gone = Question.objects.get(slug="q31")
    Question.objects.filter(pk=gone.pk).update(published_at=None)
    _row, after = todays_three(date(2026, 1, 1))
    assert len(after) == 3
    (new,) = set(after) - set(before)
    assert Question.objects.get(pk=new).kind == gone.kind


def test_every_set_is_well_mixed(db):
    for row in QuestionSet.objects.exclude(use__in=["daily", "hall"]):
        questions = list(Question.objects.filter(places__question_set=row))
        assert len(questions) == 8, row.slug
        assert sum(question.kind == "legit" for question in questions) >= 3, row.slug
        if row.use == "mixed":
            assert len({question.rule_id for question in questions}) == 4, row.slug
            assert len({question.medium for question in questions}) >= 4, row.slug
    assert len(find_set("hall")[1]) == 5


def test_every_cue_stands_in_its_situation_in_every_language(db):
    from awareness.lib.text.lines import split_pairs

    for question in Question.objects.all():
        for language in ("zh_hans", "zh_hant", "en"):
            situation = getattr(question, f"situation_{language}")
            for phrase, why in split_pairs(getattr(question, f"cues_{language}"), "＝="):
                assert phrase in situation, (question.slug, language, phrase)
                assert why


def test_the_quiz_goes_on_when_the_tally_cannot_be_written(visitor):
    page = visitor.get("/quiz/basic-1/")
    with patch("awareness.quiz.tally.Counted.objects.create", side_effect=OperationalError):
        assert answer(visitor, page, "/quiz/basic-1/1/", "A").status_code == 303


def test_the_calendar_entry_is_three_months_on(visitor, time_machine):
    time_machine.move_to("2026-11-30T12:00:00+08:00", tick=False)
    response = visitor.get("/quiz/basic-1/return.ics")
    body = response.content.decode()
    assert response["Content-Type"].startswith("text/calendar")
    assert "DTSTART;VALUE=DATE:20270228\r\n" in body
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    assert body.endswith("END:VCALENDAR\r\n")


def test_the_picture_is_light_the_right_shape_and_the_same_again(visitor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    from io import BytesIO

    from PIL import Image

    for prefix in ("", "/zh-hant", "/en"):
        response = visitor.get(f"{prefix}/quiz/card/buqingxin-and-jishibaoan.png")
        assert Image.open(BytesIO(response.content)).size == (1080, 1440)
        assert len(response.content) <= 80_000
        assert (
            visitor.get(f"{prefix}/quiz/card/buqingxin-and-jishibaoan.png")["ETag"]
            == response["ETag"]
        )


def hidden(row):
    """ROW out of the eyes of the public."""
    row.withdrawn_at, row.withdrawn_by = timezone.now(), a_staff_member()
    row.save()


def test_what_the_public_cannot_read_is_not_offered_to_learn_from(visitor):
    Question.objects.update(learn_situation=None)
    first = visitor.get("/quiz/basic-1/")
    asked = Question.objects.get(pk=first.context["text"].pk)
    learn, other = ScamType.objects.live()[:2]
    Question.objects.filter(pk=asked.pk).update(learn_type=learn, scam_type=other)
    url = answer(visitor, first, "/quiz/basic-1/1/", "A").url
    assert visitor.get(url).context["learn"] == learn
    hidden(learn)
    assert visitor.get(url).context["learn"] == other
    hidden(other)
    page = visitor.get(url)
    assert page.status_code == 200
    assert page.context["learn"] is None
