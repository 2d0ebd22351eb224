from django.db import migrations, models


def add_the_row(apps, schema_editor):
    apps.get_model("publishing", "ContentVersion").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0005_version_origin")]

    operations = [
        migrations.CreateModel(
            name="ContentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(default="", editable=False, max_length=16)),
            ],
            options={
                "verbose_name": "公开内容的记号",
                "verbose_name_plural": "公开内容的记号",
            },
        ),
        migrations.RunPython(add_the_row, migrations.RunPython.noop),
    ]
