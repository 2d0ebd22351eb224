from django.db import migrations, models
from django.db.models import Q

# By the notes that rules used to ask.
ORIGINS = {
    "remedy": Q(note="按提示改了一处"),
    "import": Q(note="从表格导入"),
    "restore": Q(note__startswith="取回第"),
    "schedule": Q(note="定时", made_by=None),
    "site": Q(note="原有内容") | Q(note="随网站升级改过的初始内容", made_by=None),
}


def fill(apps, schema_editor):
    versions = apps.get_model("publishing", "Version").objects
    for origin, noted in ORIGINS.items():
        versions.filter(noted).update(origin=origin)


class Migration(migrations.Migration):
    dependencies = [("publishing", "0004_digest_of_seeded_rows")]

    operations = [
        migrations.AddField(
            "version",
            "origin",
            models.CharField(
                "怎么来的",
                max_length=10,
                choices=[
                    ("hand", "人写的"),
                    ("remedy", "按提示改的"),
                    ("import", "从表格导入"),
                    ("restore", "取回旧版"),
                    ("schedule", "定时"),
                    ("site", "随网站来的"),
                ],
                default="hand",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
