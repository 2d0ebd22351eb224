"""Who may open and do what at the desk: every page of it as every role.

A page that is new and in no table fails the first test.
"""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import get_resolver, reverse

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.cases.models import Warning
from awareness.office.roles import Role
from awareness.pictures.models import Picture

from .make import a_staff_member, a_warning, come_in, draft_warning

EDITOR, REVIEWER, BOSS, AUDITOR = Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR, Role.AUDITOR
EVERYONE = {EDITOR, REVIEWER, BOSS, AUDITOR}
WRITERS = {EDITOR, REVIEWER, BOSS}
BOSSES = {BOSS}
OVERSEERS = {BOSS, AUDITOR}

KIND = {
    "cases.case": "text",
    "cases.warning": "text",
    "check.scoringrule": "only row",
    "check.transfertext": "only row",
    "emergency.section": "text",
    "emergency.situation": "text",
    "guide.scamtype": "text",
    "office.district": "people",
    "office.hotline": "hotline",
    "office.office": "people",
    "office.staff": "staff",
    "pictures.picture": "picture",
    "audit.auditentry": "log",
    "quiz.question": "text",
    "quiz.questionset": "text",
}
# Kind and page: who may open it. Whoever is not named gets 403, a stranger the login.
OPEN = {
    ("text", "changelist"): EVERYONE,
    ("text", "add"): WRITERS,
    ("text", "change"): EVERYONE,
    ("text", "history"): EVERYONE,
    ("text", "publish"): EVERYONE,
    ("text", "verb"): WRITERS,
    ("text", "delete"): WRITERS,
    ("text", "urgent"): WRITERS,
    ("text", "excel"): EVERYONE,
    ("text", "excel_export"): EVERYONE,
    ("text", "excel_template"): EVERYONE,
    ("text", "results"): EVERYONE,
    ("reference", "changelist"): EVERYONE,
    ("reference", "add"): BOSSES,
    ("reference", "change"): EVERYONE,
    ("reference", "history"): EVERYONE,
    ("reference", "delete"): BOSSES,
    ("only row", "changelist"): EVERYONE,
    ("only row", "add"): BOSSES,
    ("only row", "change"): EVERYONE,
    ("only row", "history"): EVERYONE,
    ("only row", "delete"): set(),
    ("hotline", "changelist"): EVERYONE,
    ("hotline", "add"): WRITERS,  # asks for a new line
    ("hotline", "change"): EVERYONE,
    ("hotline", "history"): EVERYONE,
    ("hotline", "delete"): set(),
    ("people", "changelist"): OVERSEERS,
    ("people", "add"): BOSSES,
    ("people", "change"): OVERSEERS,
    ("people", "history"): OVERSEERS,
    ("people", "delete"): BOSSES,
    ("staff", "changelist"): OVERSEERS,
    ("staff", "add"): BOSSES,
    ("staff", "change"): OVERSEERS,
    ("staff", "history"): OVERSEERS,
    ("staff", "delete"): set(),
    ("picture", "changelist"): EVERYONE,
    ("picture", "add"): WRITERS,
    ("picture", "change"): EVERYONE,
    ("picture", "history"): EVERYONE,
    ("picture", "delete"): WRITERS,
    ("log", "changelist"): OVERSEERS,
    ("log", "add"): set(),
    ("log", "change"): OVERSEERS,
    ("log", "history"): OVERSEERS,
    ("log", "delete"): set(),
}
# Pages with tests of their own: tests/office/test_numbers.py, tests/entry/, tests/desk/,
# tests/cases/test_exchange_*.py.
ELSEWHERE = {
    *("number", "checked", "change_of_number", "invitation", "second_step"),
    *("office_number_change", "index", "gallery", "login", "logout", "jsi18n", "autocomplete"),
    *("password_change", "password_change_done", "view_on_site", "app_list", "protection"),
    "excel_import",
    *("code", "phone", "recovery-codes", "copied", "switch-off", "unsaved", "invited"),
}


def names():
    """(label of a model, page) of every page about one model; (None, name) of the others."""
    labels = {model._meta.label_lower.replace(".", "_"): model for model in admin.site._registry}
    for name in sorted(_names(get_resolver().url_patterns, "")):
        stem = name.rpartition("_")[0]
        while stem and stem not in labels:
            stem = stem.rpartition("_")[0]
        model = labels.get(stem)
        yield (model, name.removeprefix(f"{stem}_")) if model else (None, name)


def _names(patterns, prefix):
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _names(pattern.url_patterns, path)
        elif path.startswith("admin/") and pattern.name:
            yield pattern.name


def kind(model) -> str:
    return KIND.get(model._meta.label_lower, "reference")


PAGES = [(model, page) for model, page in names() if model and page not in ELSEWHERE]


def test_every_page_of_the_desk_is_in_a_table():
    unknown = [(kind(model), page) for model, page in PAGES if (kind(model), page) not in OPEN]
    assert not unknown
    assert {name for model, name in names() if model is None} <= ELSEWHERE
    assert len(PAGES) > 100


@pytest.fixture
def rows(db):
    """A row of every model of the desk, of the office of who looks."""
    Picture.objects.create(
        key="a" * 32,
        widths="360 720",
        width=720,
        height=540,
        decorative=True,
        checked_for_people=True,
        made_by=a_staff_member("photographer"),
    )
    draft_warning(slug="a-draft")
    record(verb=AuditAction.CHANGED)

    def row(model):
        if model is Warning:
            return Warning.objects.get(slug="a-draft")
        return model._base_manager.first()

    return row


def address(model, page, row):
    more = {"verb": [row and row.pk, "submit"], "excel_export": ["xlsx"]}
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    if page in {"changelist", "add", "urgent", "results", "excel", "excel_template"}:
        return reverse(name)
    return reverse(name, args=more.get(page) or [row.pk])


def enters(client, model, page, row) -> bool:
    """Whether the page opens; for what another page asks first, whether that one does."""
    answer = client.get(address(model, page, row), follow=True)
    list(answer)  # a file is handed out open and closed when read
    assert answer.status_code in {200, 403}, (model, page)
    return answer.status_code == 200


@pytest.mark.parametrize("role", sorted(EVERYONE), ids=str)
def test_every_page_as_every_role(rows, role):
    client = come_in(Client(), a_staff_member(role=role))
    wrong = {
        f"{model._meta.label}/{page}"
        for model, page in PAGES
        if enters(client, model, page, rows(model)) != (role in OPEN[kind(model), page])
    }
    assert not wrong


def test_a_stranger_sees_the_login_and_nothing_else(rows):
    client = Client()
    for model, page in PAGES:
        answer = client.get(address(model, page, rows(model)))
        assert answer.status_code == 302, (model, page)
        assert answer.url.startswith("/admin/login/"), (model, page)


# What is posted to the page: who may, of the same office.
POSTS = {
    ("text", "change"): WRITERS,
    ("text", "history"): WRITERS,
    ("text", "verb"): WRITERS,
    ("text", "publish"): {REVIEWER, BOSS},
    ("reference", "change"): BOSSES,
    ("reference", "history"): BOSSES,
    ("people", "change"): BOSSES,
    ("staff", "change"): BOSSES,
    ("picture", "change"): WRITERS,
    ("log", "change"): set(),
    ("log", "delete"): set(),
}


@pytest.mark.parametrize("role", sorted(EVERYONE), ids=str)
def test_who_may_only_look_changes_nothing(rows, role):
    """An empty form is refused for what it lacks (200, 302, 400, 404, 409) or for who sends it (403)."""
    client = come_in(Client(), a_staff_member(role=role))
    for model, page in PAGES:
        row = rows(model)
        if (kind(model), page) not in POSTS or row is None:
            continue
        answer = client.post(address(model, page, row), {"version": "0"})
        may = role in POSTS[kind(model), page]
        assert (answer.status_code != 403) == may, (model, page, answer.status_code)


@pytest.mark.parametrize("role", [EDITOR, REVIEWER], ids=str)
def test_another_office_may_look_at_a_text_and_not_touch_it(db, role):
    from awareness.office.models import Office

    bank = Office.objects.create(slug="bank", name_zh_hans="某银行网点", phone="0000-1")
    client = come_in(Client(), a_staff_member(role=role, office=bank))
    warning = a_warning()
    for page in ("change", "history", "publish"):
        url = address(Warning, page, warning)
        assert client.get(url).status_code == 200, page
        assert client.post(url, {"version": "0"}).status_code == 403, page
    for verb in ("submit", "withdraw", "bin"):
        url = reverse("admin:cases_warning_verb", args=[draft_warning().pk, verb])
        assert client.get(url).status_code in {302, 403}, verb
        assert client.post(url).status_code in {302, 403}, verb


def test_who_has_left_comes_in_nowhere(db):
    staff = a_staff_member(role=BOSS)
    client = come_in(Client(), staff)
    staff.is_active = False
    staff.save()
    assert client.get("/admin/").status_code == 302
