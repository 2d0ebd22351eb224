"""Sheets as PDFs are made in a folder of the test's own."""

import shutil

import pytest

from awareness.leaflets import pdf_request, press


@pytest.fixture
def own_press(settings, tmp_path):
    settings.VAR_DIR, settings.MEDIA_ROOT = tmp_path / "var", tmp_path / "media"
    pdf_request.PER_ADDRESS.forget()
    yield
    shutil.rmtree(press.room(), ignore_errors=True)  # a press whose folder is gone ends


@pytest.fixture
def no_press(monkeypatch):
    """The site starts no press: what waits goes on waiting, or the test starts its own."""
    monkeypatch.setattr(press, "wake", lambda: None)
