"""Who may do what a page of the desk has just refused, for the sentence that says so."""

from django.apps import apps

from awareness.editing.verbs import VERBS
from awareness.office.roles import KINDS, TABLE, Role, permission_group

LOOKED_AT = {"changelist", "change", "history"}
NEEDS = {
    **dict.fromkeys(("add", "urgent", "excel", "excel_import"), "add"),
    "delete": "delete",
    "publish": "publish",
    "number": "request",
    "checked": "confirm",
}
ABOUT_NUMBERS = {"request", "confirm"}  # of an office's phone as of a hotline
OF_THE_OFFICE = (Role.EDITOR, Role.REVIEWER)
OWN_PAGES = {
    "office_number_change": "号码要另一位审核人，或者管理员来确认；收回，只有申请的人自己能做。"
}
NOT_HERE = "编辑台上谁都不能这样做。"
ASK = "您的账号不能做。谁能做，请问管理员。"


def who_may(request) -> str:
    """A sentence about the page that REQUEST asked for."""
    name = getattr(request.resolver_match, "url_name", None) or ""
    model, page = _page_of(name)
    if model is None:
        return OWN_PAGES.get(name, ASK)
    verb = _verb(request, page)
    kind = "hotline" if verb in ABOUT_NUMBERS else permission_group(model)
    roles = [role for role in Role if verb in TABLE[role][KINDS.index(kind)]]
    return _said(roles, getattr(request.user, "part", None), verb)


def _page_of(name: str):
    """The model that the page NAME (app_model_page) is about, and which page of it."""
    for model in apps.get_models():
        start = f"{model._meta.app_label}_{model._meta.model_name}_"
        if name.startswith(start):
            return model, name.removeprefix(start)
    return None, name


def _verb(request, page: str) -> str:
    if page in LOOKED_AT:
        return "view" if request.method in {"GET", "HEAD"} else "change"
    if page == "verb":
        asked = VERBS.get(request.resolver_match.kwargs.get("verb"))
        return asked.permission if asked else "change"
    return NEEDS.get(page, "change")


def _said(roles: list[Role], own: Role | None, verb: str) -> str:
    if not roles or own == Role.ADMINISTRATOR:
        return NOT_HERE
    if own in roles:  # so it is the text that is not theirs
        return "这一条要它的单位的审核人，或者管理员来做。"
    names = "、".join(role.label.split("：")[0] for role in roles if role in OF_THE_OFFICE)
    if names:
        return f"要本单位的{names}，或者管理员来做。"
    return "这里只有管理员和查看人能看。" if verb == "view" else "这件事只有管理员能做。"
