import re
from datetime import datetime

from django.db import migrations, models
from django.utils import timezone

from awareness.audit.append_only import lock, unlock

VERSION = re.compile(r"第(\d{1,9})版(?:，(\d{4}-\d\d-\d\d \d\d:\d\d))?")
MASKED = "（隐去）"


def fill_numbers(apps, schema_editor):
    """Lines written before say in words which version they are about, and for which moment."""
    entries = apps.get_model("audit", "AuditEntry").objects
    told = []
    for entry in entries.filter(detail__startswith="第", row__isnull=False).iterator():
        if said := VERSION.match(entry.detail):
            entry.version = int(said[1])
            if said[2] and entry.verb == "scheduled":
                moment = timezone.make_aware(datetime.fromisoformat(said[2]))
                entry.data = {"due_at": moment.isoformat()}
            told.append(entry)
    entries.bulk_update(told, ["version", "data"], batch_size=500)


def name_staff(apps, schema_editor):
    """Members of staff whose names were taken for those of victims."""
    staff = apps.get_model("office", "Staff").objects.in_bulk()
    entries = apps.get_model("audit", "AuditEntry").objects
    for entry in entries.filter(label="office.staff", about__contains=MASKED):
        if one := staff.get(entry.row):
            about = (one.first_name or one.username)[:200]
            entries.filter(pk=entry.pk).update(about=about)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("office", "0006_shown_once_checked")]

    operations = [
        migrations.RunPython(unlock, lock),
        migrations.AddField(
            "auditentry", "version", models.PositiveIntegerField("第几版", null=True)
        ),
        migrations.AddField(
            "auditentry", "data", models.JSONField("数据", default=dict, blank=True)
        ),
        migrations.RunPython(fill_numbers, migrations.RunPython.noop),
        migrations.RunPython(name_staff, migrations.RunPython.noop),
        migrations.RunPython(lock, unlock),
    ]
