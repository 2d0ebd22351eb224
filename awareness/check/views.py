from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page
from awareness.guide.models import ScamType, Trait
from awareness.translation.rows import readings

from .answers import AnswerSheet
from .board import Board, Result
from .signs import fraud_signs

DONE = "done"  # the form's button: tells an answer with nothing chosen from a first look


@require_safe
def check_page(request):
    """是不是骗局: ticks in, the likely types out. With scripts the page works it out itself."""
    board = Board()
    asked = DONE in request.GET or "s" in request.GET
    ticks = board.known(",".join(request.GET.getlist("s")).split(","))
    response = render_page(
        request,
        "check/check.html",
        {
            "board": board,
            "ticks": ticks,
            "asked": asked,
            "result": board.result(ticks) if asked else Result(),
        },
        kept={"s": ",".join(ticks)},  # the language links take the ticks along
    )
    return kept_nowhere(response) if asked else response


@require_safe
def transfer(request):
    """转账前自查: ten answers in, stop or not out. With scripts the page works it out itself."""
    sheet = AnswerSheet(request.GET)
    asked = DONE in request.GET or bool(sheet.chosen)
    verdict = sheet.verdict() if asked else None
    response = render_page(
        request,
        "check/transfer.html",
        {
            "sheet": sheet,
            "asked": asked,
            "verdict": verdict,
            "missing": sheet.missing() if asked and not verdict else [],
        },
        kept={question: answer.letter for question, answer in sheet.chosen.items()},
    )
    return kept_nowhere(response) if asked else response


@require_safe
def paste(request):
    """A message is looked through in the reader's browser; none of it comes here."""
    types = readings(ScamType.objects.live())
    return render_page(
        request,
        "check/paste.html",
        {
            "signs": fraud_signs({kind.pk for kind in types}),
            "types": types,
            "traits": readings(Trait.objects.all()),
        },
    )


def kept_nowhere(response):
    """RESPONSE says something about one reader: no cache may keep it."""
    response.headers["Cache-Control"] = "private, no-store"
    return response
