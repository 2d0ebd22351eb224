"""Uploads that are killed, on a site of their own: `python -m tests.pictures.killed`.

Prints, as JSON, how often it killed, how many pictures stand, and what was wrong with any.
"""

import itertools
import json
import os
import signal
import sys
import time
from io import BytesIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "awareness.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from PIL import Image  # noqa: E402

from awareness.office.roles import Role  # noqa: E402
from awareness.pictures import store  # noqa: E402
from awareness.pictures.models import Picture  # noqa: E402
from tests import photos  # noqa: E402
from tests.killing import child, kill_within, was_killed  # noqa: E402
from tests.make import a_staff_member, come_in  # noqa: E402

from .upload import upload  # noqa: E402

AT_RANDOM = 10
LONGEST = 3  # times as long as an upload takes
WRITES = {"open", "os.mkdir", "os.rename", "os.chmod", "os.utime", "os.rmdir", "os.remove"}


def send_photo(client):
    """A photo that nobody sent before."""
    dots = Image.frombytes("RGB", (20, 15), os.urandom(900))
    photo = photos.saved(dots.resize((400, 300)), "PNG")
    assert upload(client, photo).status_code == 302


def dies_at(step):
    """From now on this process kills itself when it touches the folder of uploads for the STEPth time."""
    touched = itertools.count(1)

    def watch(event, words):
        if event in WRITES and str(settings.MEDIA_ROOT) in str(words) and next(touched) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def wrong() -> list[str]:
    """What is not whole: rows without files, files that do not open."""
    found = []
    for picture in Picture.objects.all():
        for width, kind in itertools.product(picture.sizes(), ("webp", "jpg")):
            try:
                with Image.open(BytesIO(store.picture_body(picture.key, width, kind))) as image:
                    image.load()
                    assert image.width == width
            except Exception as error:
                found.append(f"{picture} {width}.{kind}: {error!r}")
    return found


def main():
    call_command("migrate", verbosity=0)
    client = come_in(Client(SERVER_NAME="127.0.0.1"), a_staff_member(role=Role.ADMINISTRATOR))
    kills, broken, began = 0, [], time.monotonic()
    send_photo(client)
    took = time.monotonic() - began

    def once(step):
        dies_at(step)
        send_photo(client)

    for step in itertools.count(1):
        if not was_killed(child(lambda step=step: once(step))):
            break
        kills += 1
        broken += wrong()

    def for_ever():
        while True:
            send_photo(client)

    for _ in range(AT_RANDOM):
        kills += kill_within(child(for_ever), LONGEST * took)
        broken += wrong()
    send_photo(client)
    print(json.dumps({"kills": kills, "pictures": Picture.objects.count(), "wrong": broken}))


if __name__ == "__main__":
    main()
