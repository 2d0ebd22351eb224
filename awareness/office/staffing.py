"""People at the desk, and the passwords they are given."""

import secrets

from django.db.models import Q

from .models import Office, Staff
from .roles import Role


def first_administrator(username: str = "admin") -> str | None:
    """With no administrator yet: make one; the one-time password, else None."""
    if Staff.objects.filter(Q(is_superuser=True) | Q(role=Role.ADMINISTRATOR)).exists():
        return None
    staff = Staff(username=username, is_staff=True, role=Role.ADMINISTRATOR)
    staff.office = Office.objects.filter(is_main=True).first()
    return one_time_password(staff)


def one_time_password(staff: Staff) -> str:
    """Give STAFF a new password that must be changed on coming in; it is kept nowhere in clear."""
    password = secrets.token_urlsafe(12)
    staff.set_password(password)
    staff.must_change_password = True
    staff.save()
    return password
