import pytest


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """The folder of uploads, a fresh one for each test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
