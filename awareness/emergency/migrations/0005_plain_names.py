from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("emergency", "0004_whose_words"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="situation",
            options={
                "ordering": ["order", "slug"],
                "verbose_name": "已经转账的情况",
                "verbose_name_plural": "已经转账的情况",
            },
        ),
    ]
