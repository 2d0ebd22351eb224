"""The desk's own address is a setting; a wrong one stops the start."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from tests import prepared
from tests.databases import DATABASE

ASK = """
import django
django.setup()
from django.conf import settings
from django.test import Client
from django.urls import reverse
print(settings.SESSION_COOKIE_PATH, reverse("admin:login"), reverse("entry:code"), reverse("gallery"))
client = Client(headers={"host": "127.0.0.1"})
old, new = client.get("/admin/"), client.get("/xiaofang/desk/login/")
print(old.status_code, new.status_code, new.cookies["desk_csrf"]["path"])
print(new.headers["Cache-Control"], "xiaofang" in client.get("/robots.txt").content.decode())
"""


def run(tmp_path, *words, **variables):
    return subprocess.run(
        [sys.executable, *words],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "awareness.settings",
            "VAR_DIR": str(tmp_path),
            "STATIC_ROOT": str(tmp_path),
            "DEBUG": "1",
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DESK_PATH", ""),
        ("DESK_PATH", "Desk/"),
        ("DESK_PATH", "a desk/"),
        ("DESK_PATH", "static/"),
        ("DESK_PATH", "en/desk/"),
        ("DESK_PATH", "../"),
        ("DESK_PATH", "scams/"),
        ("DESK_PATH", "emergency/transferred/"),
        ("DESK_TIMEOUT_MINUTES", "0"),
        ("DESK_TIMEOUT_MINUTES", "soon"),
        ("DESK_TIMEOUT_MINUTES", "721"),
    ],
)
def test_a_wrong_value_stops_the_start_and_names_itself(tmp_path, name, value):
    outcome = run(tmp_path, "manage.py", "check", **{name: value})
    assert outcome.returncode != 0
    assert f"环境变量 {name} 的值不能用" in outcome.stderr


def test_another_address_moves_everything_and_is_told_to_nobody(tmp_path):
    database = f"sqlite:///{tmp_path / DATABASE}"
    prepared.fill(database, tmp_path)
    outcome = run(tmp_path, "-c", ASK, DESK_PATH="/xiaofang/desk", DATABASE_URL=database)
    desk = "/xiaofang/desk/"
    assert outcome.stdout.splitlines() == [
        f"{desk} {desk}login/ {desk}entry/code/ {desk}components/",
        f"404 200 {desk}",
        "private, no-store False",
    ], outcome.stderr


def test_public_pages_do_not_say_where_the_desk_is(db):
    for path in ["/", "/robots.txt", "/about/", "/no-such-page/"]:
        assert "admin" not in Client().get(path).content.decode(), path
