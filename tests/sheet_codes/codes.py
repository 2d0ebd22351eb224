"""Codes of sheets, and what their pages show."""

from awareness.office.models import Office
from awareness.publishing import actions
from awareness.publishing.versions import snapshot
from awareness.sheets.code import Issue, code_of, issue_of
from awareness.sheets.subjects import Shape, Subject, SubjectKind, present_number
from tests.make import a_staff_member

LANGUAGES = {"zh-hans": "", "zh-hant": "/zh-hant", "en": "/en"}


def a_code(*subjects, form=Shape.A4, language="zh-hans", second=""):
    """The code of a sheet of SUBJECTS that the main office printed just now."""
    office = Office.objects.get(is_main=True)
    return code_of(issue_of(form, language, second, office, subjects))


def any_code(*pages, office=0):
    """A code with our proof of PAGES (kind, row's pk, version), whether or not we have them."""
    return code_of(Issue(Shape.A4, "zh-hans", "", office, pages))


def of(row, kind=SubjectKind.WARNING):
    return Subject(kind, row, present_number(kind, row))


def shown(visitor, code, path="/s/"):
    response = visitor.get(f"{path}{code}/")
    assert response.status_code == 200
    return response.content.decode()


def main_part(html):
    return html.split("<main", 1)[1].split("</main>")[0]


def heading(html):
    return html.split("<h1>")[1].split("</h1>")[0].replace("<wbr>", "")


def published_again(text, **fields):
    """TEXT after staff have published it with FIELDS changed."""
    boss, data = a_staff_member(), snapshot(text)
    data["fields"] |= fields
    actions.keep_draft(text=text, data=data, by=boss)
    actions.publish(text=text, by=boss)
    text.refresh_from_db()
    return text
