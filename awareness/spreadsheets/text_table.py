"""A table of texts: its columns in order, and what a row of it makes of a text.

`import_data` of these only finds out; what it found is kept by importing.bring_in, in one
transaction, after somebody has seen it.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import ModelResource

from awareness.delivery.languages import ENGLISH, SOURCE, TRADITIONAL
from awareness.publishing.models import Publishable

from . import rules, values
from .cells import given
from .columns import Column, in_three, widget_for
from .rows import Held, data_of, life_of, newest, settled


class ByAddress(BaseInstanceLoader):
    """The texts that a whole table names, read at once, each as its newest version says it."""

    def __init__(self, resource, dataset=None):
        super().__init__(resource, dataset)
        self.heading = resource.fields["slug"].column_name
        slugs = {given(cell) for cell in dataset[self.heading]} - {""}
        self.found = resource.get_queryset().in_bulk(slugs, field_name="slug")

    def get_instance(self, row):
        return self.found.get(given(row[self.heading]))


class TextTable(ModelResource):
    """A table of texts. BY: who brings it in or takes it out."""

    names_itself = False  # whether a new text without an address is given one, by `new_slugs`
    example: dict[str, str] = {}  # a fictional row for the template, by the names of columns
    staff_only: tuple[str, ...] = ()  # columns for those who may change texts

    class Meta:
        import_id_fields = ["slug"]
        instance_loader_class = ByAddress
        store_instance = report_skipped = True
        skip_diff = skip_html_diff = True
        use_transactions = False

    def __init__(self, by):
        super().__init__()
        self.by = by
        self.numbers: dict[str, int] = {}  # where in the file an address first stands
        self.free = None
        if not by.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}"):
            for name in self.staff_only:
                del self.fields[name]

    @property
    def opts(self):
        return self._meta.model._meta

    @property
    def columns(self) -> list[Column]:
        return self.get_import_fields()

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return Column(django_field, cls.widget_for(django_field))

    @classmethod
    def widget_for(cls, django_field) -> values.Cell:
        return widget_for(django_field)

    def get_queryset(self):
        rows = self._meta.model._base_manager.select_related("draft")
        return rows.prefetch_related(*(field.name for field in self.opts.many_to_many))

    def init_instance(self, row=None):
        text = self._meta.model(office_id=self.by.office_id)
        text.links = {field.name: [] for field in self.opts.many_to_many}
        return text

    def after_init_instance(self, instance, new, row, **kwargs):
        life, office = ({}, None) if new else (life_of(instance), instance.office_id)
        text = instance if new else newest(instance)
        cells = {one.column_name: one.shown(text) for one in self.columns}
        text.held = Held(life, data_of(text), office, cells, number=kwargs["row_number"])

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """Whether nothing differs; else INSTANCE is settled as saving would."""
        held = instance.held
        if import_validation_errors:
            return False
        if not (held.touched or held.is_new):
            return True
        if held.is_new and not instance.slug and self.names_itself:
            instance.slug = self.next_free()
        return settled(instance) == held.data and not held.is_new

    def new_slugs(self) -> Iterator[str]:
        """Addresses that nobody has now."""
        raise NotImplementedError

    def next_free(self) -> str:
        self.free = self.free or self.new_slugs()
        return next(slug for slug in self.free if slug not in self.numbers)

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        found = {key: list(error) for key, error in (import_validation_errors or {}).items()}
        says = [*rules.faults(instance, self.columns, self.by), *self._address(instance)]
        for place, sentence in says or rules.over_limit(instance):
            if place not in (import_validation_errors or {}):
                found.setdefault(place, []).append(sentence)
        if found:
            raise ValidationError(found)

    def _address(self, text):
        """An address is needed where none is given by itself, and stands in one row only."""
        if not text.slug and not self.names_itself:
            yield "slug", "这一格要填。"
        if text.slug and self.numbers.get(text.slug, text.held.number) != text.held.number:
            yield "slug", "这个网址名在上面已经有一行了。"

    def before_import(self, dataset, **kwargs):
        heading = self.fields["slug"].column_name
        for number, cell in enumerate(dataset[heading], start=1):
            self.numbers.setdefault(given(cell), number)

    def save_instance(self, instance, is_create, row, **kwargs):
        """Not here: importing.bring_in does."""

    def save_m2m(self, obj, data, **kwargs):
        """Nor this."""

    def after_import(self, dataset, result, **kwargs):
        """No number of a new row was used."""


def ordered(model, before: list[str], texts: list[str], after: list[str]) -> list[str]:
    """Names of columns: 简体 among BEFORE and AFTER, then English, 繁體 (made by itself) last."""
    others = [*in_three(model, texts, ENGLISH), *in_three(model, texts, TRADITIONAL)]
    return [*before, *in_three(model, texts, SOURCE), *after, *others]


TABLES: dict[type[Publishable], type[TextTable]] = {}  # each room brings in those of its texts
