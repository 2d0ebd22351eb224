"""The starter content: brought in once, row by row, never over what staff have made of it."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from django.apps import apps
from django.core import serializers
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from .changes import announce, announced_at_the_end
from .models import SeededRow
from .versions import digest_of

ORDER = [
    "hotlines",
    "office",
    "rules",
    "scam-types",
    "words",
    "emergency",
    "cases",
    "warnings",
    "check",
    "quiz",
]
SAMPLES_WRITTEN_ON = date(2026, 11, 21)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # every start reads everything
MOMENTS = ("published_at", "starts_at", "ends_at")


@announced_at_the_end()
def seed(folder: Path) -> int:
    """Bring in every row of FOLDER's fixtures that was never brought in before; how many.

    A row that staff changed is left alone, and one that they deleted stays deleted.
    """
    known = set(SeededRow.objects.values_list("label", "key"))
    fresh = [row for row in rows(folder) if natural_key_of(row) not in known]
    made = [(row, save_row(row)) for row in fresh if not exists(row)]
    for row, instance in made:  # types name each other: linked when all are there
        for field, keys in many_links(row).items():
            related = instance._meta.get_field(field).related_model
            links = related.objects.filter(slug__in=[key for (key,) in keys])
            getattr(instance, field).set(links)
    digests = {natural_key_of(row): digest_of(instance) for row, instance in made}
    SeededRow.objects.bulk_create(_brought_in(row, digests) for row in fresh)
    if made:
        announce()
    return len(made)


def _brought_in(row: dict, digests: dict[tuple[str, str], str]) -> SeededRow:
    label, key = natural_key_of(row)
    digest = digests.get((label, key), "")
    return SeededRow(label=label, key=key, source_digest=source_digest_of(row), digest=digest)


def rows(folder: Path) -> Iterator[dict]:
    for name in ORDER:
        yield from fixture_rows(folder, name)


def fixture_rows(folder: Path, name: str) -> list[dict]:
    file = folder / f"{name}.yaml"
    return _read(file, file.stat().st_mtime_ns)


@cache
def _read(file: Path, _written_at: int) -> list[dict]:
    """The rows of FILE, which every start asks for twice."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)


def identity(row: dict) -> dict:
    """What tells ROW from its like: its slug, else the fields of its model's unique constraint.

    A foreign key stands in a fixture as [slug].
    """
    fields = row["fields"]
    if "slug" in fields:
        return {"slug": fields["slug"]}
    model = apps.get_model(row["model"])
    unique = next(c for c in model._meta.constraints if isinstance(c, UniqueConstraint))
    return {
        f"{name}__slug" if isinstance(fields[name], list) else name: _plain(fields[name])
        for name in unique.fields
    }


def _plain(value):
    return value[0] if isinstance(value, list) else value


def natural_key_of(row: dict) -> tuple[str, str]:
    """(model, key) by which ROW is known to have been brought in."""
    return row["model"], "/".join(str(value) for value in identity(row).values())


def source_digest_of(row: dict) -> str:
    """What the fixtures say of ROW, in short."""
    text = json.dumps(row["fields"], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def exists(row: dict) -> bool:
    return apps.get_model(row["model"]).objects.filter(**identity(row)).exists()


def many_links(row: dict) -> dict:
    model = apps.get_model(row["model"])
    names = {field.name for field in model._meta.many_to_many}
    return {name: value for name, value in row["fields"].items() if name in names}


def save_row(row: dict):
    """Save ROW without its many-to-many links; the saved instance."""
    many = many_links(row)
    fields = {name: value for name, value in row["fields"].items() if name not in many}
    if fields.get("sample"):
        fields |= as_if_today(fields)
    plain = {"model": row["model"], "fields": fields}
    (found,) = serializers.deserialize("python", [plain], use_natural_foreign_keys=True)
    found.object.save()
    return found.object


def as_if_today(fields: dict) -> dict:
    """The dates of a sample moved so that it looks freshly published on the day of setting up."""
    shift = timedelta(days=(timezone.localdate() - SAMPLES_WRITTEN_ON).days)
    return {name: parse_datetime(fields[name]) + shift for name in MOMENTS if fields.get(name)}
