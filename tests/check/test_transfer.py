"""/check/transfer/: ten questions, stop or not, with and without all answers."""

import re
from urllib.parse import urlencode

import pytest

from awareness.check.examples import load_examples
from awareness.check.models import TransferAnswer, TransferQuestion, TransferVerdict
from awareness.publishing import changes

PREFIXES = ["", "/zh-hant", "/en"]
EXAMPLES = {example["verdict"]: example["answers"] for example in load_examples("transfer")}
STOP = "停下，不要转"


def ask(visitor, answers, prefix="", **more):
    return visitor.get(f"{prefix}/check/transfer/?{urlencode({**answers, **more})}")


def shown(response):
    """Verdicts and the open questions that the page shows."""
    part = response.content.decode().split('<section id="result"')[1].split("<form")[0]
    lights = re.findall(r'<section class="card light" data-min="(\d+)"[^>]*?>', part)
    hidden = re.findall(r'<section class="card light" data-min="(\d+)"[^>]*? hidden>', part)
    opened = re.findall(r'<li data-open="(\w+)">', part)
    missing = opened if 'id="missing">' in part else []
    return [light for light in lights if light not in hidden], missing


def test_ten_questions_with_all_their_answers(visitor):
    page = visitor.get("/check/transfer/").content.decode()
    assert page.count("<fieldset") == TransferQuestion.objects.count() == 10
    assert page.count('type="radio"') == TransferAnswer.objects.count()
    assert '<section id="result" hidden>' in page


@pytest.mark.parametrize(("verdict", "points"), [("green", "0"), ("yellow", "2"), ("red", "4")])
@pytest.mark.parametrize("prefix", PREFIXES)
def test_each_verdict_is_shown_alone(visitor, prefix, verdict, points):
    assert shown(ask(visitor, EXAMPLES[verdict], prefix)) == ([points], [])


def test_a_hard_stop_is_said_in_words_and_with_the_character_before_the_rest(visitor):
    response = ask(visitor, {"t04": "d"})
    assert shown(response) == (["4"], [])
    page = response.content.decode()
    said = page.split('<div class="said now" data-letter="d">')[1].split("</fieldset>")[0]
    assert 'class="zi"' in said
    assert f"红灯：{STOP}" in said
    assert "先挂断。不让挂的都是骗子。" in said
    assert "card red" not in page


def test_open_questions_are_named_and_what_was_chosen_stays(visitor):
    answers = {**EXAMPLES["green"]}
    del answers["t03"], answers["t10"]
    response = ask(visitor, answers, done=1)
    assert shown(response) == ([], ["t03", "t10"])
    page = response.content.decode()
    assert 'href="#t03">第3题' in page
    assert page.count(" checked>") == 8


def test_sent_empty_all_ten_are_open(visitor):
    assert len(shown(visitor.get("/check/transfer/?done=1"))[1]) == 10


def test_reasons_are_the_answers_with_points(visitor):
    part = ask(visitor, EXAMPLES["yellow"]).content.decode().split('id="because"')[1]
    told = re.findall(r'<li data-answer="(\w+-\w)">', part)
    assert told == ["t04-b", "t05-b"]


def test_even_ten_good_answers_are_no_promise(visitor):
    part = ask(visitor, EXAMPLES["green"]).content.decode().split('id="because"')[1]
    assert "都不能说一定没事" in part.split("<form")[0]
    assert "绿灯" not in part


def test_the_answer_is_kept_by_no_cache(visitor):
    response = ask(visitor, EXAMPLES["red"])
    assert response["Cache-Control"] == "private, no-store"
    assert "noindex" in response.content.decode()
    assert visitor.get("/check/transfer/")["Cache-Control"].startswith("public")


def test_another_language_takes_the_answers_along(visitor):
    page = ask(visitor, EXAMPLES["yellow"]).content.decode()
    link = re.search(r'href="(/en/check/transfer/\?[^"]+)"', page)[1].replace("&amp;", "&")
    assert shown(visitor.get(link)) == (["2"], [])


def test_tellers_questions_are_said_to_be_theirs(visitor):
    page = visitor.get("/check/transfer/").content.decode()
    assert page.count("银行柜员也会问") == 1
    assert page.index("银行柜员也会问") < page.index('id="t01"')


@pytest.mark.parametrize(
    "query",
    [
        "t01=z&t02=%00&t03=%3Cscript%3Ealert(1)%3C/script%3E&done=1",
        "t01=a&t01=b&t01=c",
        "t99=a&t01=&done=" + "x" * 5000,
        "t01=d&" * 4000,
        "t01[]=a&t02=%F0%28",
    ],
)
def test_bad_input_is_passed_over(visitor, query):
    for prefix in PREFIXES:
        response = visitor.get(f"{prefix}/check/transfer/?{query}")
        assert response.status_code == 200
        assert b"<script>alert" not in response.content


def test_paper_says_which_answers_stop_and_what_the_others_weigh(visitor):
    page = visitor.get("/check/transfer/").content.decode()
    assert page.count("（停）") == TransferAnswer.objects.filter(hard_stop=True).count()
    assert page.count("（3分）") == TransferAnswer.objects.filter(hard_stop=False, risk=3).count()


def test_without_any_rows_the_page_still_stands(visitor):
    TransferQuestion.objects.all().delete()
    assert visitor.get("/check/transfer/?done=1").status_code == 200


def test_every_verdict_is_free_of_a_promise(db):
    for row in TransferVerdict.objects.all():
        assert "安全" not in row.title_zh_hans + row.do_zh_hans
        assert "safe" not in (row.title_en + row.do_en).lower()


@pytest.mark.parametrize("path", ["/check/transfer/", "/check/transfer/?t04=d", "/check/paste/"])
def test_eight_queries_at_most(visitor, path, django_assert_max_num_queries):
    changes.forget_all()
    with django_assert_max_num_queries(8):
        visitor.get(path)
