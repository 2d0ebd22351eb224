"""Conditions that several tables put to their columns."""

from django.db.models import Q


def all_or_none(*names: str) -> Q:
    """The columns NAMES are all set or all null, such as who did something and when."""
    return Q(**{f"{name}__isnull": True for name in names}) | Q(
        **{f"{name}__isnull": False for name in names}
    )
