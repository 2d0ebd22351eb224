from django.db import migrations

from awareness.translation.migrating import note_own_traditional


class Migration(migrations.Migration):
    dependencies = [("guide", "0004_workflow")]
    operations = [migrations.RunPython(note_own_traditional("guide"), migrations.RunPython.noop)]
