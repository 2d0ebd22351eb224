"""Every test starts with the starter content in three languages, as after `make run`, of an office
that has put in its own phone."""

import gc
import shutil
import warnings

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from whitenoise.middleware import WhiteNoiseMiddleware

from awareness.lib.catalogues import compile_catalogues
from awareness.office.roles import Role
from tests.browser.server import OFFICE_PHONE

from . import prepared
from .make import a_staff_member, come_in


def pytest_configure(config):
    compile_catalogues(settings.BASE_DIR / "awareness" / "locale")
    # What guards passwords is its slowness; a test has none to guard.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    gc.set_threshold(20_000, 10, 10)  # a tenth of the time went into looking for circles


@pytest.fixture(scope="session")
def copied_content(tmp_path_factory, django_test_environment, django_db_modify_db_settings):
    """On SQLite, Django finds its test database full: there is nothing to migrate or to seed."""
    if connection.vendor != "sqlite":
        yield
        return
    file = prepared.content(prepared.run_of(tmp_path_factory.mktemp("content")))
    with prepared.in_memory(connection.creation._get_test_db_name(), file):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    copied_content, django_test_environment, django_db_modify_db_settings, django_db_blocker
):
    """As pytest-django's own, which makes no database where no test is marked as having one."""
    from awareness.office.models import Office

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
        if connection.vendor != "sqlite":
            call_command("seed_content", verbosity=0)
        Office.objects.filter(is_main=True).update(phone=OFFICE_PHONE)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True, scope="session")
def static_files_listed_once():
    """WhiteNoise lists the static files for every new Client, which takes longer than most pages."""
    listed, add = {}, WhiteNoiseMiddleware.add_files_from_finders

    def add_once(middleware):
        if not listed:
            add(middleware)
            listed.update(middleware.files)
        middleware.files.update(listed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", add_once)
        yield


@pytest.fixture(autouse=True)
def fresh_notices():
    from awareness.publishing import changes

    changes.forget_all()
    yield
    changes.forget_all()


@pytest.fixture
def own_press(settings, tmp_path):
    """Sheets as PDFs are made in a folder of the test's own."""
    from awareness.pdf import requests, views

    settings.VAR_DIR, settings.MEDIA_ROOT = tmp_path / "var", tmp_path / "media"
    views.PER_ADDRESS.forget()
    yield
    shutil.rmtree(requests.room(), ignore_errors=True)  # a worker whose folder is gone ends


@pytest.fixture
def no_press(monkeypatch):
    """The site starts no worker: what waits goes on waiting, or the test starts its own."""
    from awareness.pdf import requests

    monkeypatch.setattr(requests, "start_worker", lambda: None)


@pytest.fixture
def visitor(db):
    return Client()


@pytest.fixture
def editor(db):
    return a_staff_member("editor")


@pytest.fixture
def writer(db):
    """A browser in which an editor has come in."""
    return come_in(Client(), a_staff_member("writer", role=Role.EDITOR))


@pytest.fixture
def reviewer(db):
    """A browser in which a reviewer has come in."""
    return come_in(Client(), a_staff_member("reviewer", role=Role.REVIEWER))


@pytest.fixture
def desk(db):
    """A browser in which an administrator has come in."""
    return come_in(Client(), a_staff_member("boss", role=Role.ADMINISTRATOR))


@pytest.fixture(autouse=True, scope="session")
def no_static_folder_is_fine():
    """WhiteNoise warns of a folder that only `make run` fills."""
    warnings.filterwarnings("ignore", message="No directory at")
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
