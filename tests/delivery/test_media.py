"""One store for photos, PDFs and share pictures, wherever the site's storage keeps them."""

import os
import subprocess
import time
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from awareness.delivery import media
from awareness.delivery.media import MediaCache
from awareness.pdf import requests
from awareness.pictures.models import Picture
from tests.pdf.requesting import a_sheet, ask, asked_until_over, look, until
from tests.pictures.upload import upload

ELSEWHERE = {"BACKEND": "django.core.files.storage.InMemoryStorage"}


@pytest.fixture
def elsewhere(settings, own_press):
    """The site's files are kept in no folder."""
    settings.STORAGES = settings.STORAGES | {"default": ELSEWHERE}


@pytest.fixture
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_pdfs_and_pictures_of_all_kinds_go_where_the_storage_is(elsewhere, desk, visitor, settings):
    assert upload(desk).status_code == 302
    photo = visitor.get(Picture.objects.get().smallest)
    assert Image.open(BytesIO(photo.content)).width == 360
    assert visitor.get("/picture.png").content.startswith(b"\x89PNG")
    pdf = visitor.get(asked_until_over(a_sheet())["Location"])
    assert pdf.content.startswith(b"%PDF")
    assert sorted(media.folders_in("")) == ["cards", "pictures", "sheets"]
    assert not settings.MEDIA_ROOT.exists()


def test_there_too_what_was_made_first_makes_room(elsewhere):
    cache = MediaCache("sheets", 250)
    for number in range(4):
        cache.put(f"{number}/x.pdf", bytes(100))
    assert [cache.has(f"{number}/x.pdf") for number in range(4)] == [False, False, True, True]


def test_what_was_asked_for_last_stays(folder):
    cache = MediaCache("sheets", 250)
    for number in range(2):
        cache.put(f"{number}/x.pdf", bytes(100))
        os.utime(folder / f"sheets/{number}/x.pdf", (time.time() - 50 + number,) * 2)
    assert cache.read("0/x.pdf") == bytes(100)
    cache.put("2/x.pdf", bytes(100))
    assert [cache.has(f"{number}/x.pdf") for number in range(3)] == [True, False, True]
    assert not (folder / "sheets/1").exists()


def test_a_file_that_is_there_stays_as_it_is_and_counts_as_new(folder):
    assert media.put_file("a/b.txt", b"one") is True
    os.utime(folder / "a/b.txt", (1, 1))
    assert media.put_file("a/b.txt", b"one") is False
    assert default_storage.get_modified_time("a/b.txt").timestamp() > 1


def test_a_file_that_cannot_be_written_leaves_nothing(folder, monkeypatch):
    def full(handle):
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no room"):
        media.put_file("a/b.txt", b"one")
    assert list(folder.iterdir()) == []


def test_no_name_leads_out_of_the_store(visitor, folder):
    (folder.parent / "secret.txt").write_text("x")
    assert visitor.get(f"/media/sheets/{'0' * 32}/..%2f..%2f..%2fsecret.pdf").status_code == 404
    assert media.read_file("a/none.txt") is None


def test_a_worker_that_runs_as_a_service_of_its_own_is_the_only_one(db, own_press, monkeypatch):
    """As `python -m awareness.pdf.worker FOLDER inf` beside the site."""
    requests.room().mkdir(parents=True)
    own = subprocess.Popen([*requests.command(), "inf"])
    try:
        until(lambda: requests.is_held(requests.room() / "lock"))
        monkeypatch.setattr(requests, "start_process", lambda lock: pytest.fail("a second one"))
        assert asked_until_over(a_sheet()).status_code == 302
        assert own.poll() is None
        assert look(a_sheet()).status_code == ask(a_sheet()).status_code == 302
    finally:
        own.kill()
        own.wait()
