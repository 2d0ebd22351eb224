"""A wrong setting stops the start and names itself; a right one is taken."""

import os
import subprocess
import sys

import pytest
from django.conf import settings


def start(tmp_path, **variables):
    """Run `manage.py check` with VARIABLES set; the finished process."""
    return subprocess.run(
        [sys.executable, settings.BASE_DIR / "manage.py", "check"],
        env={**os.environ, "VAR_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("SITE_URL", "fangpian.example"),
        ("SITE_URL", "https://fangpian.example/path"),
        ("SHORT_URL", "fp.example"),
        ("DATABASE_URL", "mysql://root@localhost/x"),
        ("DATABASE_URL", "nonsense"),
        ("CACHE_URL", "nonsense"),
        ("PORT", "eight"),
        ("HOST", "fangpian.example"),
        ("HOST", "192.168.1"),
        ("WORKERS", "0"),
        ("MEDIA_URL", "media"),
    ],
)
def test_a_wrong_value_names_its_variable(tmp_path, name, value):
    outcome = start(tmp_path, **{name: value})
    assert outcome.returncode != 0
    assert f"环境变量 {name}" in outcome.stderr.splitlines()[-1]


def test_the_secret_key_is_made_once_and_kept_to_its_owner(tmp_path):
    assert start(tmp_path).returncode == 0
    path = tmp_path / "secret_key"
    key = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert start(tmp_path).returncode == 0
    assert path.read_text() == key


def test_an_empty_secret_key_is_made_anew(tmp_path):
    (tmp_path / "secret_key").touch()
    assert start(tmp_path).returncode == 0
    assert len((tmp_path / "secret_key").read_text()) >= 50


def seen(tmp_path, names, **variables):
    """The settings NAMES of a site with VARIABLES alone."""
    words = f"from awareness import settings; print([getattr(settings, name) for name in {names}])"
    ours = {"SITE_URL", "ALLOWED_HOSTS", "HOST", "PORT"}
    others = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [sys.executable, "-c", words],
        cwd=settings.BASE_DIR,
        env={**others, "VAR_DIR": str(tmp_path), **variables},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.strip()


@pytest.mark.parametrize(
    ("variables", "private_hosts", "in_the_clear"),
    [
        ({}, True, True),
        ({"ALLOWED_HOSTS": "pc.local"}, False, True),
        ({"SITE_URL": "http://fangpian.example"}, False, True),
        ({"SITE_URL": "http://127.0.0.1:8000"}, False, False),
        ({"SITE_URL": "http://localhost"}, False, False),
        ({"SITE_URL": "https://fangpian.example"}, False, False),
    ],
)
def test_a_site_without_an_address_is_tried_in_the_clear(
    tmp_path, variables, private_hosts, in_the_clear
):
    found = seen(tmp_path, ["PRIVATE_HOSTS", "IN_THE_CLEAR"], **variables)
    assert found == str([private_hosts, in_the_clear])


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "[::1]", "192.168.1.5"])
def test_the_server_may_listen_at_any_address(tmp_path, host):
    assert seen(tmp_path, ["HOST"], HOST=host) == str([host.strip("[]")])
