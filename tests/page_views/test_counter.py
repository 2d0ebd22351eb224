"""The server of `make run` loses no count when it is stopped."""

from urllib.request import Request, urlopen

from tests.browser.server import free_port, manage, prepare, serving, surroundings
from tests.databases import fresh_database

from .test_rules import PAGE, PHONE

SUM = "from awareness.page_views.models import PageCount; print(PageCount.objects.get().count)"


def test_what_was_counted_is_written_when_the_server_stops(tmp_path):
    with fresh_database(tmp_path) as database:
        env = surroundings(tmp_path, free_port(), database)
        prepare(env)
        with serving(env, workers=2):
            for _time in range(12):
                urlopen(Request(env["SITE_URL"] + PAGE, headers={"User-Agent": PHONE})).read()
        assert manage(env, "shell", "-v", "0", "-c", SUM).strip() == "12"
