"""What is due comes out with the first visit to the very callable that the application server runs."""

import os
import subprocess
import sys

from django.conf import settings

from tests.databases import fresh_database
from tests.prepared import fill

PROGRAM = """
from datetime import timedelta
from wsgiref.util import setup_testing_defaults
from awareness.wsgi import application
from django.utils import timezone
from awareness.publishing import actions
from tests.make import a_staff_member
from tests.publishing.verbs import with_draft

warning, now = with_draft("先报警。"), timezone.now()
earlier = {"at": now - timedelta(hours=2), "moment": now - timedelta(hours=1)}
actions.schedule(text=warning, by=a_staff_member(), **earlier)
environ = {"PATH_INFO": warning.get_absolute_url(), "HTTP_HOST": "127.0.0.1"}
setup_testing_defaults(environ)
page = b"".join(application(environ, lambda status, headers, *more: None)).decode()
print("先报警。" in page, "不开门。" in page)
"""


def test_a_visit_to_the_server_brings_out_what_is_due(tmp_path):
    with fresh_database(tmp_path) as database:
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "awareness.settings",
            "DATABASE_URL": database,
            "VAR_DIR": str(tmp_path),
        }
        fill(database, tmp_path)
        quietly = ["--verbosity", "0"]
        made = [["manage.py", name, *quietly] for name in ("migrate", "seed_content")]
        for words in [*made, ["-c", PROGRAM]]:
            ran = subprocess.run(
                [sys.executable, *words],
                cwd=settings.BASE_DIR,
                env=env,
                check=True,
                capture_output=True,
                text=True,
            )
    assert ran.stdout.split() == ["True", "False"]
