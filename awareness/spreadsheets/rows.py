"""A text in memory as its newest version says it, and what a changed one would be stored as."""

import json
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder

from awareness.office.notices import mark_hotlines
from awareness.publishing.models import Publishable
from awareness.publishing.versions import content_fields
from awareness.translation.rows import settle


@dataclass
class Held:
    """How a text stood before a table was laid over it."""

    life: dict  # every column of its row; {} for a new text
    data: dict  # its newest version
    office: int | None  # of its row
    cells: dict[str, str]  # by the name of the column
    touched: set[str] = field(default_factory=set)  # names of columns that say something else
    number: int = 0  # of its row in the file

    @property
    def is_new(self) -> bool:
        return not self.life


def newest(row: Publishable) -> Publishable:
    """ROW, in memory only, with its draft laid over it if it has one; `row.links` holds the numbers
    of the rows that it is linked to. Its draft and its links are read already."""
    links = {
        one.name: sorted(other.pk for other in getattr(row, one.name).all())
        for one in row._meta.many_to_many
    }
    if row.draft:
        kept = row.draft.data
        for one in content_fields(type(row)):
            if one.attname in kept["fields"]:
                setattr(row, one.attname, one.to_python(kept["fields"][one.attname]))
        links |= kept["links"]
    row.links = links
    return row


def life_of(row: Publishable) -> dict:
    """Every column of ROW as it was read."""
    return {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}


def data_of(row: Publishable) -> dict:
    """ROW as a version holds it (versions.snapshot), without asking the database."""
    fields = {one.attname: one.value_from_object(row) for one in content_fields(type(row))}
    links = {name: sorted(keys) for name, keys in row.links.items()}
    data = {"fields": fields, "links": links, "parts": {}}
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def settled(row: Publishable) -> dict:
    """What ROW would be stored as: as saving settles it, without saving."""
    before = {} if row.held.is_new else row.held.life | row.held.data["fields"]
    settle(row, before)
    mark_hotlines(type(row), row)
    return data_of(row)
