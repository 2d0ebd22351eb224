"""Looking up a sheet by its code: is it ours, and does it still hold? Looking writes nothing."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from awareness.delivery.languages import HTML_CODES, SOURCE, language_of, path_in
from awareness.delivery.pages import page
from awareness.office import notices
from awareness.publishing.languages import Reading

from .asked import Asked
from .choose import forms
from .issued import Issue, Mistyped, NotOurs, grouped, read_code, tidy_code
from .standing import Standing, State, standings

MOST_KEPT = 60  # signs of what was typed
CARRIED = ("size", "stay")


@require_safe
def sheet_codes(request):
    """Where a code is typed: `?code=`."""
    typed = request.GET.get("code", "").strip()
    if not typed:
        return page(request, "leaflets/codes.html")
    try:
        read_code(typed)
    except Mistyped:
        return mistyped(request, typed, kept={"code": typed[:MOST_KEPT]})
    except NotOurs:
        pass  # its own page says so
    return redirect(carried(request, reverse("sheet-code", args=[tidy_code(typed)])))


@require_safe
def sheet_code(request, code):
    """What became of the sheet that bears CODE. `?stay` shows an English sheet to who reads 简体."""
    try:
        issue = read_code(code)
    except Mistyped:
        return mistyped(request, code)
    except NotOurs:
        values = {"sheet_code": grouped(tidy_code(code))}
        return page(request, "leaflets/code_not_ours.html", values, status=404)
    path = own_path(request, issue, tidy_code(code))
    if path != request.path:
        same_language = language_of(path) == language_of(request.path)
        return redirect(carried(request, path), permanent=same_language)
    kept = {"stay": "" if issue.language == SOURCE else "1"}
    return page(request, "leaflets/code.html", found(issue, tidy_code(code)), kept=kept)


def mistyped(request, typed, kept=None):
    values = {"typed": typed[:MOST_KEPT]}
    return page(request, "leaflets/code_mistyped.html", values, status=404, kept=kept)


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
    """What the page of one sheet shows."""
    pages = standings(issue)
    state = max(one.state for one in pages)
    days = [one.issued_on for one in pages]
    names = dict(settings.LANGUAGES)
    return {
        "sheet_code": grouped(code),
        "state": state.name,
        "pages": pages,
        "over": next((one for one in pages if one.state == state and one.over_at), None),
        "reasons": [one for one in pages if one.reason],
        "issuer": Reading(office_of(issue)) if office_of(issue) else None,
        "issued_on": max(days) if all(days) else None,
        "form": {slug: name for slug, name, _use in forms()}[issue.form.slug],
        "written_in": [
            (HTML_CODES[one], names[one]) for one in (issue.language, issue.second) if one
        ],
        "new_sheet": new_sheet(issue, pages) if state == State.REPLACED else "",
    }


def office_of(issue: Issue):
    """The office as it is now; the main one if its own is gone."""
    known = notices.current()
    return next((one for one in known.offices if one.pk == issue.office), known.office)


def new_sheet(issue: Issue, pages: list[Standing]) -> str:
    """The address of the same sheet with what its pages say now."""
    subjects = [one.subject for one in pages]
    asked = Asked(issue.form, office_of(issue), issue.second)
    query = {name: value for name, value in asked.kept(subjects[0].office).items() if value}
    path = f"{subjects[0].path}leaflet/"
    if len(subjects) > 1:
        path, query["page"] = reverse("leaflet-together"), [one.key for one in subjects]
    path = path_in(path, issue.language)
    return f"{path}?{urlencode(query, doseq=True)}" if query else path
