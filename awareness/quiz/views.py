"""Playing a set: one question a page, the answer explained at once, then the result.

Nothing is kept for a reader: the attempt travels in the address (attempt.py). An answer is
posted and answered with 303, so that Back and reload never ask to send it again.
"""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.delivery.reader import from_outside, reader_address
from awareness.emergency.models import Situation
from awareness.guide.models import Rule, Trait
from awareness.guide.reading import first_live
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.placeholders import fill_numbers
from awareness.office.notices import current
from awareness.translation.rows import InLanguage, readings

from . import attempt as attempts
from .calendar import three_months_later, to_ics
from .models import CHOICES, Question, QuestionSet, Use
from .result import summarise
from .reveal import reveal
from .sets import DAILY, another_attempt, find_set, first_attempt
from .tally import count

OWN = "private, no-cache"  # a page of one attempt is nobody else's


@require_safe
def index(request):
    rows = readings(QuestionSet.objects.live().exclude(use=Use.DAILY).select_related("audience"))
    by_use = {use: [row for row in rows if row.use == use] for use in Use.values}
    return render_page(
        request,
        "quiz/index.html",
        {"mixed": by_use["mixed"], "hall": by_use["hall"], "audience": by_use["audience"]},
    )


@csrf_exempt  # no session and no cookie: there is nothing to forge in the reader's name
def question_page(request, set_slug, place=1):
    row, numbers = find_set(set_slug)
    try:
        attempt = attempt_of(request, set_slug, numbers)
    except attempts.BrokenAttempt:
        return broken_attempt(request, row, set_slug)
    if not 1 <= place <= len(attempt.questions):
        return broken_attempt(request, row, set_slug, 404)
    if request.method == "POST":
        return take_answer(request, row, set_slug, attempt, place)
    if attempt.begun and from_outside(request) and "go" not in request.GET:
        return own(
            render_page(
                request, "quiz/someone_elses.html", question_context(row, set_slug, attempt, place)
            )
        )
    return show(request, row, set_slug, attempt, place)


def attempt_of(request, set_slug, numbers):
    """The attempt that the address or the form carries; the day's first one if it carries none."""
    state = request.POST.get("s") or request.GET.get("s")
    if state:
        return attempts.read_attempt(state, set_slug)
    return another_attempt(numbers) if "again" in request.GET else first_attempt(numbers)


def take_answer(request, row, set_slug, attempt, place):
    choice = request.POST.get("a", "")
    if choice not in CHOICES:
        return show(request, row, set_slug, attempt, place, unanswered=True)
    answered = attempt.with_answer(place, choice)
    asked = Question.objects.live().filter(pk=attempt.questions[place - 1]).first()
    if asked:
        reader = f"{reader_address(request)} {request.headers.get('User-Agent', '')[:200]}"
        count(question=asked, choice=choice, nonce=attempt.nonce, reader=reader)
    large = "&size=large" if request.GET.get("size") == "large" else ""
    response = redirect(f"{request.path}?s={attempts.write(answered, set_slug)}{large}")
    response.status_code = 303
    return response


def show(request, row, set_slug, attempt, place, unanswered=False):
    """The question at PLACE; with its answer if the attempt has given one."""
    asked = Question.objects.live().select_related(
        "rule", "scam_type", "learn_type", "learn_situation"
    )
    asked = asked.filter(pk=attempt.questions[place - 1]).first()
    values = question_context(row, set_slug, attempt, place) | {"unanswered": unanswered}
    if asked is None:
        return own(render_page(request, "quiz/withdrawn.html", values))
    values["text"] = text = InLanguage(asked)
    choice = attempt.answer(place)
    if choice:
        values |= explained(asked, text, choice)
        return own(render_page(request, "quiz/feedback.html", values))
    values["options"] = lettered_options(text, attempt.letters(place))
    response = render_page(request, "quiz/question.html", values, status=400 if unanswered else 200)
    return own(response) if attempt.nonce or request.GET.get("s") else response


def explained(asked, text, choice):
    """What the page after an answer shows besides the question."""
    learn = first_live(asked.learn_situation, asked.learn_type, asked.scam_type)
    return {
        "shown": reveal(asked, choice, text.language, list(Trait.objects.all())),
        "chosen": fill(getattr(text, f"option_{choice.lower()}", "")),
        "correct_words": fill(getattr(text, f"option_{asked.correct.lower()}")),
        "rule": InLanguage(asked.rule),
        "learn": learn,
        "learn_name": learn_more_name(learn),
    }


def learn_more_name(learn):
    """What the link to a situation or a type says; '' without one."""
    if learn is None:
        return ""
    reading = InLanguage(learn)
    return without_breaks(reading.title) if isinstance(learn, Situation) else reading.short_name


def fill(words):
    return fill_numbers(words, current().numbers())


def lettered_options(text, letters):
    """(letter, words) in the attempt's order; '' for 不确定, whose words are the interface's."""
    return [(letter, getattr(text, f"option_{letter.lower()}", "")) for letter in letters]


def question_context(row, set_slug, attempt, place):
    return {
        "row": InLanguage(row),
        "set_slug": set_slug,
        "state": attempts.write(attempt, set_slug),
        "place": place,
        "count": len(attempt.questions),
        "next": place + 1 if place < len(attempt.questions) else None,
    }


def own(response):
    response.headers["Cache-Control"] = OWN
    return response


def broken_attempt(request, row, set_slug, status=400):
    values = {"row": InLanguage(row), "set_slug": set_slug}
    return render_page(request, "quiz/broken.html", values, status=status)


@require_safe
def result(request, set_slug):
    row, _numbers = find_set(set_slug)
    try:
        attempt = attempts.read_attempt(request.GET.get("s", ""), set_slug)
    except attempts.BrokenAttempt:
        return broken_attempt(request, row, set_slug)
    values = question_context(row, set_slug, attempt, len(attempt.questions))
    if from_outside(request) and "go" not in request.GET:
        return own(render_page(request, "quiz/someone_elses.html", values | {"finished": True}))
    asked = Question.objects.filter(pk__in=attempt.questions).select_related("rule")
    values["sum"] = summarise(attempt, {one.pk: one for one in asked}, list(Rule.objects.all()))
    values["look_again"] = readings(values["sum"].look_again)
    values["return_on"] = three_months_later(timezone.localdate())
    values["daily"] = DAILY
    values["card"] = reverse("quiz-card", args=[rule.slug for rule in values["sum"].look_again])
    return own(render_page(request, "quiz/result.html", values))


@require_safe
def return_date(request, set_slug):
    """A calendar entry for three months from today."""
    row, _numbers = find_set(set_slug)
    body = to_ics(InLanguage(row), set_slug, timezone.localdate())
    return HttpResponse(
        body,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="fangpian.ics"'},
    )
