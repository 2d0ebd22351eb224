from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_squashed_0007_words_on_paper")]

    operations = [
        migrations.RemoveIndex(model_name="warning", name="warning_urgent"),
        migrations.AddIndex(
            model_name="warning",
            index=models.Index(
                fields=["-urgent", "-starts_at", "-id"], name="warning_urgent_first"
            ),
        ),
    ]
