"""The leaflet desk: anybody chooses what goes on a sheet, for whom, and on what paper."""

from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.cases.models import Warning
from awareness.delivery.languages import HTML_CODES
from awareness.delivery.pages import render_page, with_size
from awareness.emergency.models import Situation
from awareness.guide.models import Audience, ScamType
from awareness.office import notices
from awareness.quiz.models import QuestionSet, Use
from awareness.translation.rows import InLanguage, readings

from .request import MOST, RequestRefused, SheetRequest, looked_up, sheet_address
from .subjects import Shape, SubjectKind
from .views import shape_names

NEWEST = 12  # warnings offered; older ones are asked for on their own page


@dataclass(frozen=True)
class FormChoice:
    """A row to tick: KEY as `Subject.key`, NAME with ｜ where it may break, LANG if it is foreign."""

    key: str
    name: str
    lang: str = ""


@require_safe
def leaflets(request):
    """`?page=scam.fake-prize` ticks a row; with `go` the answer is the sheet, or what is wrong."""
    order = SheetRequest.of(request.GET)
    if "go" not in request.GET:
        return desk(request, order)
    try:
        return redirect(with_size(request, sheet_address(order)))
    except RequestRefused as error:
        return desk(request, order, str(error))


def desk(request, order: SheetRequest, refused: str = ""):
    """The form with what ORDER says filled in, and why nothing can be made of it."""
    groups = offered()
    values = {
        "order": order,
        "refused": refused,
        "brought": brought(order, groups),
        "audiences": readings(Audience.objects.all()),
        "offices": readings(notices.current().offices),
        "language_names": [(code, HTML_CODES[code], name) for code, name in settings.LANGUAGES],
        "language": order.language or get_language(),
        "format": order.format or Shape.A4.slug,
        "forms": forms(),
    }
    status = 400 if refused else 200
    return render_page(request, "sheets/request_form.html", values | groups, status, order.kept())


def offered() -> dict[str, list[FormChoice]]:
    warnings = Warning.objects.live().newest_first()[:NEWEST]
    sets = QuestionSet.objects.live().exclude(use=Use.DAILY)
    return {
        "types": [choice(SubjectKind.SCAM, row, "short_name") for row in ScamType.objects.live()],
        "warnings": [choice(SubjectKind.WARNING, row, "title") for row in warnings],
        "others": [
            FormChoice(str(SubjectKind.FAMILY), _("留给爸妈的一张")),
            FormChoice(str(SubjectKind.RULES), _("三不一要，四个特征")),
            *(choice(SubjectKind.SITUATION, row, "title") for row in Situation.objects.live()),
        ],
        "papers": [choice(SubjectKind.QUIZ, row, "title") for row in sets],
    }


def choice(kind: SubjectKind, row, field: str) -> FormChoice:
    text = InLanguage(row)
    return FormChoice(f"{kind}.{row.slug}", getattr(text, field), text.foreign)


def brought(order: SheetRequest, groups: dict[str, list[FormChoice]]) -> list[FormChoice]:
    """Rows for what the address names and no group offers: a case, an older warning."""
    there = {row.key for rows in groups.values() for row in rows}
    asked = [key for key in order.page if key not in there]
    found = [subject for key in asked[: MOST + 1] if (subject := looked_up(key))]
    return [
        choice(one.kind, one.row, "name" if one.kind == SubjectKind.AUDIENCE else "title")
        for one in found
        if one.row
    ]


def forms() -> list[tuple[str, str, str]]:
    """(slug, name, what it is for) of each form of sheet, in the active language."""
    uses = {
        Shape.A4: _("发给人"),
        Shape.LARGE: _("给看不清小字的人"),
        Shape.TRIFOLD: _("放在架子上，随手拿"),
        Shape.POSTER: _("贴在墙上，只放一样"),
        Shape.COUNTER: _("摆在柜台，只放一样"),
    }
    return [(form.slug, name, uses[form]) for form, name in shape_names().items()]
