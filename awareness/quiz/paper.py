"""The same questions on paper, with the key on its own page; and in the hall, on one screen."""

from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.guide.models import Trait
from awareness.translation.rows import InLanguage

from .attempt import begin_attempt
from .form_code import BrokenCode, OldForm, lay_out, read_form_code, usual_draw, write_form_code
from .models import Question
from .reveal import reveal
from .sets import find_set
from .views import lettered_options


@require_safe
def sheet(request, set_slug):
    """`?form=` prints a given form again: its questions and options in that form's order."""
    row, numbers = find_set(set_slug)
    typed = request.GET.get("form", "")[:20]
    values = {"row": InLanguage(row), "set_slug": set_slug, "typed": typed}
    try:
        draw = read_form_code(typed, numbers) if typed else usual_draw(numbers)
    except (BrokenCode, OldForm) as error:
        values["changed"] = isinstance(error, OldForm)
        return render_page(request, "quiz/no_such_form.html", values, status=404)
    values |= {
        "questions": printed_questions(lay_out(numbers, draw)),
        "form_code": write_form_code(draw, numbers),
        "another": write_form_code(draw * 7 + 1, numbers),
    }
    return render_page(request, "quiz/sheet.html", values)


@require_safe
def hall(request, set_slug):
    row, numbers = find_set(set_slug)
    values = {
        "row": InLanguage(row),
        "set_slug": set_slug,
        "questions": printed_questions(begin_attempt(numbers, "hall")),
    }
    return render_page(request, "quiz/hall.html", values)


def printed_questions(attempt):
    """Each question with its options lettered as printed, and what the key says of it."""
    rows = Question.objects.select_related("rule").in_bulk(attempt.questions)
    traits = list(Trait.objects.all())
    return [
        lettered(rows[number], attempt.letters(place), traits)
        for place, number in enumerate(attempt.questions, 1)
    ]


def lettered(row, letters, traits):
    text = InLanguage(row)
    printed = dict(zip(letters, "ABCD", strict=True))
    shown = reveal(row, row.correct, text.language, traits)
    return {
        "text": text,
        "options": [(printed[letter], words) for letter, words in lettered_options(text, letters)],
        "answer": printed[row.correct],
        "kind": row.get_kind_display(),
        "pieces": shown.pieces,
        "cues": shown.cues,
    }
