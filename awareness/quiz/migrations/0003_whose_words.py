from django.db import migrations

from awareness.translation.migrating import note_own_traditional


class Migration(migrations.Migration):
    dependencies = [("quiz", "0002_workflow")]
    operations = [migrations.RunPython(note_own_traditional("quiz"), migrations.RunPython.noop)]
