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
