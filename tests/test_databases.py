"""A site that a test starts for real stands on the same kind of database as the test itself."""

import environ
import psycopg
import pytest
from django.db import connection

from .databases import fresh_database


def test_a_fresh_database_is_of_the_kind_that_the_tests_run_on(tmp_path):
    with fresh_database(tmp_path) as url:
        engine = environ.Env.db_url_config(url)["ENGINE"]
    assert engine == connection.settings_dict["ENGINE"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a file goes with its folder")
def test_a_fresh_database_is_gone_afterwards_even_if_somebody_is_still_connected(tmp_path):
    with fresh_database(tmp_path) as url:
        forgotten = psycopg.connect(url)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(url)
    forgotten.close()
