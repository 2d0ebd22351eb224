"""Publishing that is killed, on a site of its own: `python -m tests.publishing.killed`.

Prints, as JSON, how often it killed, how many texts went out, and what was half or lost.
"""

import json
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "awareness.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from awareness.audit.models import AuditAction, AuditEntry  # noqa: E402
from awareness.emergency.models import Situation  # noqa: E402
from awareness.office.roles import Role  # noqa: E402
from awareness.publishing import actions  # noqa: E402
from awareness.publishing.versions import snapshot, versions_of  # noqa: E402
from tests.killing import child, kill_within  # noqa: E402
from tests.make import a_staff_member  # noqa: E402

KILLS = 20


def text() -> Situation:
    return Situation.objects.get(slug="transferred")


def publish_numbered(number, staff):
    """A draft in which everything says NUMBER, published."""
    data = snapshot(text())
    data["fields"]["title_zh_hans"] = str(number)
    for part in data["parts"]["steps"]:
        part["short_zh_hans"] = str(number)
    actions.keep_draft(text=text(), data=data, by=staff)
    actions.publish(text=text(), by=staff)


def publisher(staff, first, told):
    """Work: publish FIRST, FIRST + 1, …, and tell each number once it is kept."""

    def work():
        for number in range(first, first + 10_000):
            publish_numbered(number, staff)
            os.write(told, f"{number}\n".encode())

    return work


def half() -> list[str]:
    """What of the text does not say the same as the rest of it."""
    row = text()
    said = {row.title_zh_hans, *(step.short_zh_hans for step in row.steps.all())}
    said.add(row.live_version.data["fields"]["title_zh_hans"])
    numbers = list(versions_of(row).order_by("number").values_list("number", flat=True))
    deeds = AuditEntry.objects.filter(row=row.pk, verb=AuditAction.PUBLISHED).count()
    found = [] if len(said) == 1 else [f"the text says {said}"]
    if numbers != list(range(1, len(numbers) + 1)):
        found.append(f"versions {numbers}")
    if deeds != int(row.title_zh_hans):
        found.append(f"{deeds} lines in the log for {row.title_zh_hans} publications")
    return found


def main():
    call_command("migrate", verbosity=0)
    call_command("seed_content", verbosity=0)
    staff = a_staff_member(role=Role.REVIEWER)
    publish_numbered(1, staff)
    begun = time.monotonic()
    publish_numbered(2, staff)
    took, kills, wrong, last = time.monotonic() - begun, 0, [], 2
    for _each in range(KILLS):
        reading, told = os.pipe()
        number = child(publisher(staff, last + 1, told))
        kills += kill_within(number, 4 * took)
        os.close(told)
        with os.fdopen(reading) as pipe:
            kept = [int(line) for line in pipe.read().split()]
        wrong += half()
        shown = int(text().title_zh_hans)
        if kept and shown < kept[-1]:
            wrong.append(f"{kept[-1]} was acknowledged and {shown} is public")
        last = shown
    print(json.dumps({"kills": kills, "published": last, "wrong": wrong}))


if __name__ == "__main__":
    main()
