from django.db import migrations
from django.utils import timezone

from awareness.translation.migrating import note_own_traditional


def publish_sections(apps, schema_editor):
    """The shared sections were public before they could be drafts."""
    now = timezone.now()
    sections = apps.get_model("emergency", "Section").objects
    sections.filter(published_at=None).update(published_at=now, starts_at=now)


class Migration(migrations.Migration):
    dependencies = [("emergency", "0003_workflow")]
    operations = [
        migrations.RunPython(publish_sections, migrations.RunPython.noop),
        migrations.RunPython(note_own_traditional("emergency"), migrations.RunPython.noop),
    ]
