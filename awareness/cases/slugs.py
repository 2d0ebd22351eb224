"""Addresses for warnings that nobody has named."""

import itertools
from collections.abc import Iterator
from datetime import date

from .models import Warning


def free_warning_slug(day: date) -> str:
    """An address for a warning of DAY: 20261121, 20261121-2, …"""
    return next(free_warning_slugs(day))


def free_warning_slugs(day: date) -> Iterator[str]:
    """All addresses for warnings of DAY that nobody has now."""
    stem = f"{day:%Y%m%d}"
    taken = set(Warning.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    for number in itertools.count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        if name not in taken:
            yield name
