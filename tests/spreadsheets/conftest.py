import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    """Tables that wait for their button lie in a folder of the test."""
    settings.VAR_DIR = tmp_path
