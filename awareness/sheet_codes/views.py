"""Looking up a sheet by its code: is it ours, and does it still hold? Looking writes nothing."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from awareness.delivery.languages import HTML_CODES, SOURCE, language_of, path_in
from awareness.delivery.pages import render_page
from awareness.quiz.models import Use
from awareness.quiz.sets import DAILY, find_set
from awareness.sheets.code import Issue, Mistyped, NotOurs, grouped, read_sheet_code, tidy_code
from awareness.sheets.options import SheetOptions
from awareness.sheets.request_form import forms

from .issuers import Issuer, issuer_of
from .status import PageStatus, SheetStatus, standings

MOST_KEPT = 40  # signs of what was typed
CARRIED = ("size", "stay")


@require_safe
def sheet_codes(request):
    """Where a code is typed: `?code=`."""
    typed = request.GET.get("code", "").strip()
    if not typed:
        return render_page(request, "sheet_codes/codes.html")
    try:
        read_sheet_code(typed)
    except Mistyped:
        return mistyped(request, typed)
    except NotOurs:
        pass  # its own page says so
    return redirect(carried(request, reverse("sheet-code", args=[tidy_code(typed)])))


@require_safe
def sheet_code(request, code):
    """What became of the sheet that bears CODE. `?stay` shows an English sheet to who reads 简体."""
    try:
        issue = read_sheet_code(code)
        path = own_path(request, issue, tidy_code(code))
        if path != request.path:
            same_language = language_of(path) == language_of(request.path)
            return redirect(carried(request, path), permanent=same_language)
        values = found(issue, tidy_code(code))
    except Mistyped:
        return mistyped(request, code)
    except NotOurs:
        values = {"sheet_code": grouped(tidy_code(code))}
        return render_page(request, "sheet_codes/code_not_ours.html", values, status=404)
    kept = {"stay": "" if issue.language == SOURCE else "1"}
    return render_page(request, "sheet_codes/code.html", values, kept=kept)


def mistyped(request, typed):
    """The form with what was TYPED. Where that is too long for a code, the page is that of the
    form, so that no link repeats it whole."""
    form = reverse("sheet-codes")
    if len(typed) > MOST_KEPT:
        typed, request.path = typed[:MOST_KEPT], form
    kept = {"code": typed} if request.path == form else {}
    values = {"typed": typed}
    return render_page(request, "sheet_codes/code_mistyped.html", values, status=404, kept=kept)


def own_path(request, issue: Issue, code: str) -> str:
    """The address of CODE's page: in the reader's language if the address names one, else in the
    sheet's."""
    path = reverse("sheet-code", args=[code])
    chosen = get_language() != SOURCE or "stay" in request.GET
    return path if chosen else path_in(path, issue.language)


def carried(request, path: str) -> str:
    query = urlencode({name: request.GET[name] for name in CARRIED if name in request.GET})
    return f"{path}?{query}" if query else path


def found(issue: Issue, code: str) -> dict:
    """What the page of one sheet shows. NotOurs: no such sheet was ever issued."""
    pages = standings(issue)
    days = [one.issued_on for one in pages]
    issued_on = max(days) if all(days) else None
    issuer = issuer_of(issue.office, issued_on)
    state = max(one.state for one in pages)
    if issuer and issuer.gone:
        state = SheetStatus.WITHDRAWN
    names = dict(settings.LANGUAGES)
    return {
        "sheet_code": grouped(code),
        "state": state.name,
        "pages": pages,
        "over": next((one for one in pages if one.state == state and one.over_at), None),
        "reasons": [one for one in pages if one.reason],
        "issuer": issuer,
        "issued_on": issued_on,
        "form": {slug: name for slug, name, _use in forms()}[issue.form.slug],
        "written_in": [
            (HTML_CODES[one], names[one]) for one in (issue.language, issue.second) if one
        ],
        "new_sheet": new_sheet(issue, pages, issuer) if can_be_had(pages, state) else "",
    }


def can_be_had(pages: list[PageStatus], state: SheetStatus) -> bool:
    """Whether the sheet can be printed again, in its new version if it was replaced."""
    if state == SheetStatus.CURRENT:
        return all(is_todays(one.subject.row) for one in pages)
    return state == SheetStatus.REPLACED


def is_todays(row) -> bool:
    """Whether ROW's address leads to it: that of the daily questions leads to today's."""
    return getattr(row, "use", "") != Use.DAILY or find_set(DAILY)[0] == row


def new_sheet(issue: Issue, pages: list[PageStatus], issuer: Issuer | None) -> str:
    """The address of the same sheet with what its pages say now."""
    subjects = [one.subject for one in pages]
    asked = SheetOptions(issue.form, issuer.office if issuer else None, issue.second)
    query = {name: value for name, value in asked.kept(subjects[0].office).items() if value}
    path = f"{subjects[0].path}leaflet/"
    if len(subjects) > 1:
        path, query["page"] = reverse("leaflet-together"), [one.key for one in subjects]
    path = path_in(path, issue.language)
    return f"{path}?{urlencode(query, doseq=True)}" if query else path
