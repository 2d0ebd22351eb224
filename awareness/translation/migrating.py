"""For migrations: what older rows do not say of themselves yet."""

from awareness.lib.text.traditional import to_traditional


def note_own_traditional(app_label: str):
    """A migration step: the 繁體 that is not today's conversion of its 简体 was written by someone."""

    def forward(apps, schema_editor):
        for model in apps.get_app_config(app_label).get_models():
            names = {field.name for field in model._meta.get_fields()}
            sources = [name for name in names if f"{name}_zh_hant" in names]
            if "hant_own" in names and sources:
                _note(model, sources)

    return forward


def _note(model, fields):
    for row in model._base_manager.iterator():
        own = [name for name in fields if _by_hand(row, name)]
        if own:
            model._base_manager.filter(pk=row.pk).update(hant_own=" ".join(sorted(own)))


def _by_hand(row, field: str) -> bool:
    text = getattr(row, f"{field}_zh_hant") or ""
    return bool(text) and text != to_traditional(getattr(row, f"{field}_zh_hans") or "")
