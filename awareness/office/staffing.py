"""People at the desk, and the passwords they are given."""

import secrets

from .models import Office, Staff


def first_administrator(username: str = "admin") -> str | None:
    """With no administrator yet: make one; the one-time password, else None."""
    if Staff.objects.filter(is_superuser=True).exists():
        return None
    staff = Staff(username=username, is_staff=True, is_superuser=True)
    staff.office = Office.objects.filter(is_main=True).first()
    return one_time_password(staff)


def one_time_password(staff: Staff) -> str:
    """Give STAFF a new password that must be changed on coming in; it is kept nowhere in clear."""
    password = secrets.token_urlsafe(12)
    staff.set_password(password)
    staff.must_change_password = True
    staff.save()
    return password
