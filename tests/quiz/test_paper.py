"""The paper version and its key; the hall."""

import re

from awareness.quiz.models import Question, QuestionSet


def code_on(page):
    return re.findall(r'class="code">[^<]*<b>([A-Z2-9]{6})</b>', page)


def test_questions_and_key_carry_the_same_code(visitor):
    page = visitor.get("/quiz/basic-1/sheet/").content.decode()
    one, two = code_on(page)
    assert one == two
    questions, key = page.split('class="paper-part key"')
    assert questions.count("<li><p>") == 8
    assert "骗局</b>" in key
    assert "骗局</b>" not in questions.split("<main")[1]


def test_the_key_of_a_draw_can_be_printed_later(visitor):
    first = visitor.get("/quiz/basic-1/sheet/").content.decode()
    other = re.search(r"form=([A-Z2-9]{6})", first)[1]
    one = visitor.get("/quiz/basic-1/sheet/", {"form": other}).content.decode()
    two = visitor.get("/quiz/basic-1/sheet/", {"form": f" {other.lower()} "}).content.decode()
    assert code_on(one) == [other, other]
    assert one.split("<main")[1] == two.split("<main")[1]
    assert one.split('class="paper-part"')[1] != first.split('class="paper-part"')[1]


def test_the_key_names_the_letter_that_is_printed(visitor):
    page = visitor.get("/quiz/basic-1/sheet/").content.decode()
    questions, key = page.split('class="paper-part key"')
    answers = re.findall(r"<li><p><b>([ABCD])</b>", key)
    shown = re.findall(r"<li><p>(.*?)</p>.*?<ul>(.*?)</ul>", questions, re.S)
    for (situation, options), letter in zip(shown, answers, strict=True):
        words = re.search(rf"<b>{letter}</b> (.*?)</li>", options)[1]
        start = re.sub(r"\d", "", situation)[:12]
        question = next(
            q
            for q in Question.objects.all()
            if re.sub(r"[\d{}]", "", q.situation_zh_hans).startswith(start)
        )
        right = getattr(question, f"option_{question.correct.lower()}_zh_hans")
        assert re.sub(r"[{}]", "", right) == words


def test_a_slip_in_the_code_is_said_and_not_guessed(visitor):
    for typed in ["ABC", "OOOOOO", "<script>", "ABCDEF" * 40]:
        response = visitor.get("/quiz/basic-1/sheet/", {"form": typed})
        assert response.status_code == 404
        assert "<script>alert" not in response.content.decode()
        assert "可能抄错了一个字" in response.content.decode()


def test_a_sheet_printed_before_the_set_changed_is_called_old(visitor):
    code = code_on(visitor.get("/quiz/basic-1/sheet/").content.decode())[0]
    QuestionSet.objects.get(slug="basic-1").items.last().delete()
    response = visitor.get("/quiz/basic-1/sheet/", {"form": code})
    assert response.status_code == 404
    assert "这组题已经换过" in response.content.decode()


def test_the_hall_is_one_page_with_everything_in_it(visitor):
    page = visitor.get("/quiz/hall/hall/").content.decode()
    assert page.count('<section class="slide"') == 6
    assert page.count("<details>") == 5
    assert not re.search(r'(src|href)="(https?:)?//', page)
    assert page.index("tel:110") > 0


def test_pages_are_counted_and_short(visitor, django_assert_max_num_queries):
    from awareness.publishing import changes

    for path in [
        "/quiz/",
        "/quiz/basic-1/",
        "/quiz/daily/",
        "/quiz/basic-1/sheet/",
        "/quiz/hall/hall/",
    ]:
        changes.forget_all()
        with django_assert_max_num_queries(9 if path == "/quiz/daily/" else 8):
            assert visitor.get(path).status_code == 200
