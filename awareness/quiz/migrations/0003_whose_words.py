from django.db import migrations

from awareness.publishing.migrating import note_own_traditional


class Migration(migrations.Migration):
    dependencies = [("quiz", "0002_workflow")]
    operations = [migrations.RunPython(note_own_traditional("quiz"), migrations.RunPython.noop)]
