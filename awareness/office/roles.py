"""Who may do what at the desk: one table, asked by every page of it through `has_perm`.

A text belongs to its office; one without an office belongs to the main office.
"""

from django.apps import apps
from django.db.models import Model, TextChoices


class Role(TextChoices):
    EDITOR = "editor", "编辑：写本单位的，交审核"
    REVIEWER = "reviewer", "审核人：写，也发布本单位的"
    ADMINISTRATOR = "administrator", "管理员：管人、单位和热线，也能发布"
    AUDITOR = "auditor", "查看人：只看，不改"


WRITE = {"view", "add", "change", "delete"}
REVIEW = WRITE | {"publish"}
LOOK = {"view"}
ASK = LOOK | {"add", "request"}  # a number, or a new hotline: it waits for a second person
NOTHING: set[str] = set()

# What a role may do with: texts that are published / what all pages stand on / hotlines /
# people and offices / the log of the desk.
KINDS = ("text", "reference", "hotline", "people", "log")
TABLE = {
    Role.EDITOR: (WRITE, LOOK, ASK, NOTHING, NOTHING),
    Role.REVIEWER: (REVIEW, LOOK, ASK | {"confirm"}, NOTHING, NOTHING),
    Role.ADMINISTRATOR: (REVIEW, WRITE, ASK | {"change", "confirm"}, WRITE, LOOK),
    Role.AUDITOR: (LOOK, LOOK, LOOK, LOOK, LOOK),
}


def permission_group(model: type[Model]) -> str:
    """Which column of the table MODEL stands in; it says so itself, by `permission_group`."""
    return getattr(model, "permission_group", "reference")


def may(staff, permission: str, row: Model | None = None) -> bool:
    """Whether STAFF has PERMISSION ('app.verb_model'), for ROW if given."""
    if not staff.is_active or not staff.is_staff:
        return False
    label, _, codename = permission.partition(".")
    verb, _, name = codename.partition("_")
    try:
        model = apps.get_model(label, name)
    except LookupError:
        return False
    allowed = TABLE[staff.part][KINDS.index(permission_group(model))]
    return verb in allowed and (verb in LOOK or row is None or _own(staff, row))


def _own(staff, row: Model) -> bool:
    """Whether ROW is of the office of STAFF; administrators work for every office."""
    if staff.part == Role.ADMINISTRATOR or not hasattr(row, "office_id"):
        return True
    if row.office_id is None:
        return bool(staff.office and staff.office.is_main)
    return row.office_id == staff.office_id
