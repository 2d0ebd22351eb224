from django.db import migrations


class Migration(migrations.Migration):
    """The log's table stays where it is; the room `audit` knows it from here on."""

    dependencies = [("publishing", "0004_digest_of_seeded_rows")]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Deed")]),
    ]
