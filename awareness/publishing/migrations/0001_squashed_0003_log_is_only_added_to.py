# Squashed on 2026-12-01; decision 0051. What it replaces goes once no site is older than that.

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('publishing', '0001_initial'), ('publishing', '0002_workflow'), ('publishing', '0003_log_is_only_added_to')]

    initial = True

    dependencies = [
        ('office', '0001_squashed_0005_number_changes'),
    ]

    operations = [
        migrations.CreateModel(
            name='SeededRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=60)),
                ('key', models.CharField(max_length=120)),
            ],
            options={
                'verbose_name': '已装入的初始内容',
                'verbose_name_plural': '已装入的初始内容',
                'constraints': [models.UniqueConstraint(fields=('label', 'key'), name='seeded_once')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=60)),
                ('row', models.BigIntegerField()),
                ('number', models.PositiveIntegerField(verbose_name='第几版')),
                ('data', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('made_at', models.DateTimeField(verbose_name='时间')),
                ('minor', models.BooleanField(default=False, verbose_name='小改动')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='说明')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='谁')),
            ],
            options={
                'verbose_name': '版本',
                'verbose_name_plural': '版本',
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('label', 'row', 'number'), name='one_version_a_number')],
            },
        ),
    ]
