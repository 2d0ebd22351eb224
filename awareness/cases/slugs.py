"""Addresses for warnings that nobody has named."""

import itertools
from datetime import date

from .models import Warning


def free_slug(day: date) -> str:
    """An address for a warning of DAY: 20261121, 20261121-2, …"""
    stem = f"{day:%Y%m%d}"
    taken = set(Warning.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    names = (stem if number == 1 else f"{stem}-{number}" for number in itertools.count(1))
    return next(name for name in names if name not in taken)
