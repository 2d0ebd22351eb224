from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("check", "0003_whose_words"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="pastesign",
            options={
                "ordering": ["order", "slug"],
                "verbose_name": "可疑的词",
                "verbose_name_plural": "可疑的词",
            },
        ),
        migrations.AlterModelOptions(
            name="scoringrule",
            options={"verbose_name": "自查怎么算分", "verbose_name_plural": "自查怎么算分"},
        ),
        migrations.AlterModelOptions(
            name="symptom",
            options={
                "ordering": ["group__order", "order", "slug"],
                "verbose_name": "自查的题",
                "verbose_name_plural": "自查的题",
            },
        ),
    ]
