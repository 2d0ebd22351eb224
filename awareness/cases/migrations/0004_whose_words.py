from django.db import migrations

from awareness.translation.migrating import note_own_traditional


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_workflow")]
    operations = [migrations.RunPython(note_own_traditional("cases"), migrations.RunPython.noop)]
