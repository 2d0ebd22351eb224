"""A column of the table: a field of a text under the name that the desk's form gives it."""

from django.db import models

from awareness.delivery.languages import ENGLISH, SOURCE, TRADITIONAL
from awareness.translation.rows import column, required_fields, translated_fields

from . import choices, values
from .cells import Unreadable, cell_text, given

LANGUAGE_NAMES = {SOURCE: "简体", TRADITIONAL: "繁體", ENGLISH: "英文"}


class Column:
    """Writes into a row only what differs from what it already says, and notes that it did."""

    def __init__(self, of: models.Field, widget: values.Cell):
        self.link = of.name if of.many_to_many else ""
        self.attribute = f"links__{of.name}" if of.many_to_many else of.attname
        self.column_name, self.widget = column_name(of), widget
        self.needed = is_needed(of)
        # An empty cell cannot be meant where the field cannot be empty: what stands there stays.
        self.stays_if_empty = of.name == "office" or isinstance(
            of, models.BooleanField | models.PositiveSmallIntegerField
        )
        self.help_text = str(of.help_text)

    def export(self, row):
        """What stands in its cell of ROW: text, a number, a date or a moment."""
        return self.widget.render(
            row.links[self.link] if self.link else getattr(row, self.attribute)
        )

    def shown(self, row) -> str:
        """What this column says of ROW, as it is compared and shown."""
        return cell_text(self.export(row))

    def save(self, instance, row: dict) -> None:
        """Write what its cell of ROW says into INSTANCE; ValueError, with a sentence, if that cannot be."""
        cell, now = row[self.column_name], self.shown(instance)
        if not isinstance(cell, Unreadable) and self._leaves(given(cell), now):
            return
        value = self.widget.clean(cell)
        if cell_text(self.widget.render(value)) != now:
            instance.held.touched.add(self.column_name)
            self._put(instance, value)

    def _leaves(self, says: str, now: str) -> bool:
        return says == now or (self.stays_if_empty and not says)

    def _put(self, instance, value):
        if self.link:
            instance.links[self.link] = value
        else:
            setattr(instance, self.attribute, value)


def column_name(of: models.Field) -> str:
    """Its name in the desk's words, with the language where it has one."""
    bare = getattr(of, "translated_field", None)
    if bare is None:
        return str(of.verbose_name)
    return f"{bare.verbose_name}（{LANGUAGE_NAMES[of.language]}）"


def is_needed(of: models.Field) -> bool:
    """Whether the desk's form, too, asks for it."""
    bare = getattr(of, "translated_field", None)
    if bare is not None:
        return of.language == SOURCE and bare.name in required_fields(of.model)
    return not of.blank and not of.has_default() and of.name != "slug"


def in_three(model: type[models.Model], names: list[str], language: str) -> list[str]:
    """Columns in LANGUAGE of those of NAMES that are translated."""
    return [column(name, language) for name in names if name in translated_fields(model)]


def widget_for(of: models.Field) -> values.Cell:
    """How cells of the field OF are read and written."""
    if of.many_to_many:
        return choices.SeveralNamed(of.related_model)
    if of.related_model:
        return choices.OneNamed(of.related_model)
    if of.choices:
        return choices.OneOf(of.choices)
    return _plain_widget(of)


def _plain_widget(of: models.Field) -> values.Cell:
    match of:
        case models.SlugField():
            return values.Slug(of.max_length)
        case models.BooleanField():
            return values.YesNo()
        case models.PositiveSmallIntegerField():
            return values.Number(32767)
        case models.IntegerField():
            return values.Number(2147483647)
        case models.DateTimeField():
            return values.Moment()
        case models.DateField():
            return values.Day()
    return values.TextCell(of.max_length)
