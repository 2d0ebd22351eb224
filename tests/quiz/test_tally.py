"""Counting: each answer once, nobody floods it, nothing about the person, nothing under five."""

from datetime import date, timedelta

from django.db.models import Sum

from awareness.quiz.models import Counted, Question, Tally
from awareness.quiz.statistics import overview, robust_share
from awareness.quiz.tally import PER_ADDRESS, count

from .test_play import answer, play, state_in

TODAY = date(2026, 11, 21)


def total():
    return Tally.objects.aggregate(sum=Sum("count"))["sum"] or 0


def test_each_answer_of_an_attempt_is_counted_once(visitor):
    play(visitor)
    assert total() == 8
    assert Tally.objects.filter(choice="X").count() == 0


def test_sending_the_same_answer_again_counts_nothing(visitor):
    page = visitor.get("/quiz/basic-1/")
    for _time in range(5):
        answer(visitor, page, "/quiz/basic-1/1/", "A")
    assert total() == 1


def test_going_back_and_choosing_again_counts_once(visitor):
    page = visitor.get("/quiz/basic-1/")
    url = answer(visitor, page, "/quiz/basic-1/1/", "A").url
    state = url.split("s=")[1]
    second = visitor.get(f"/quiz/basic-1/2/?s={state}")
    for choice in "ABCX":
        visitor.post("/quiz/basic-1/2/", {"s": state_in(second), "a": choice})
    assert total() == 2


def test_a_flood_from_one_address_adds_next_to_nothing(db):
    question = Question.objects.get(slug="q01")
    for number in range(200):
        count(question=question, choice="A", nonce=f"n{number}", reader="192.0.2.1 robot")
    assert total() == PER_ADDRESS
    assert count(question=question, choice="C", nonce="other", reader="192.0.2.2 phone")


def test_nothing_of_the_reader_is_kept(visitor):
    visitor.post(
        "/quiz/basic-1/1/",
        {"s": state_in(visitor.get("/quiz/basic-1/")), "a": "A"},
        headers={"user-agent": "Peculiar/1.0"},
        REMOTE_ADDR="192.0.2.77",
    )
    kept = [str(row) for model in (Counted, Tally) for row in model.objects.values_list()]
    assert kept
    assert not any("192.0.2.77" in row or "Peculiar" in row for row in kept)


def test_marks_are_gone_the_next_day(db, time_machine):
    question = Question.objects.get(slug="q01")
    time_machine.move_to("2026-11-20T12:00:00+08:00")
    count(question=question, choice="A", nonce="n", reader="192.0.2.1 a")
    time_machine.move_to("2026-11-21T12:00:00+08:00")
    count(question=question, choice="A", nonce="n", reader="192.0.2.1 a")
    assert set(Counted.objects.values_list("day", flat=True)) == {TODAY}
    assert total() == 2


def tally(slug, day, **choices):
    question = Question.objects.get(slug=slug)
    for choice, number in choices.items():
        Tally.objects.create(question=question, day=day, choice=choice, count=number)


def test_the_hardest_question_comes_first_and_few_answers_stay_hidden(db):
    tally("q01", TODAY, C=9, A=1)
    tally("q08", TODAY, A=5, B=5, C=0)
    tally("q13", TODAY, A=4)
    found = overview(TODAY)
    assert [row.question.slug for row in found.rows] in (["q08", "q01"], ["q01", "q08"])
    assert found.rows[0].share >= found.rows[1].share
    assert "q13" not in [row.question.slug for row in found.rows]


def test_one_odd_day_changes_little():
    quiet = [{"C": 9, "A": 1}] * 6
    assert robust_share([*quiet, {"A": 10_000}], "C") == robust_share(quiet, "C") == 0.1


def test_thin_days_are_taken_together():
    assert robust_share([{"C": 2}, {"A": 1, "C": 1}], "C") == 0.25


def test_old_days_are_left_out(db):
    tally("q01", TODAY - timedelta(days=200), A=50)
    assert overview(TODAY).rows == []


def test_the_desk_shows_what_to_teach_next(desk):
    tally("q01", TODAY, A=9, C=1)
    page = desk.get("/admin/quiz/question/results/").content.decode()
    assert "下一次可以先讲：冒充公检法社保" in page or "还没有足够" in page


def test_the_desk_drafts_a_question_and_its_twin_from_a_warning(desk):
    from awareness.cases.models import Warning

    warning = Warning.objects.get(slug="etc-expired-text")
    chosen = {"action": "draft_questions", "_selected_action": [warning.pk]}
    desk.post("/admin/cases/warning/", chosen)
    drafts = Question.objects.filter(slug__startswith="etc-expired-text")
    assert sorted(draft.kind for draft in drafts) == ["legit", "scam"]
    assert {draft.state() for draft in drafts} == {"draft"}
