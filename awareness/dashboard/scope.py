"""Which rows are a person's business at the desk."""

from django.db.models import Q, QuerySet

from awareness.office.models import Staff
from awareness.office.roles import Role

EVERY_OFFICE = {Role.ADMINISTRATOR, Role.AUDITOR}


def theirs(staff: Staff, rows: QuerySet) -> QuerySet:
    """Of ROWS those that STAFF works on; of an auditor and an administrator, all.

    The same rule as `roles.may`, asked of the database.
    """
    options = rows.model._meta
    if staff.part in EVERY_OFFICE:
        return rows
    if not staff.has_perm(f"{options.app_label}.change_{options.model_name}"):
        return rows.none()
    if not hasattr(rows.model, "office"):
        return rows
    return rows.filter(_of(staff.office)) if staff.office else rows.none()


def _of(office) -> Q:
    own = Q(office=office)
    return own | Q(office=None) if office.is_main else own


def publishes(staff: Staff) -> bool:
    """Whether STAFF lets texts out at all."""
    return staff.has_perm("cases.publish_warning")


def writes(staff: Staff) -> bool:
    return staff.has_perm("cases.change_warning")
