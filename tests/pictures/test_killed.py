"""Whenever an upload is killed, each picture of the site is whole or not there at all."""

from tests.killing import report_of


def test_an_upload_killed_at_any_moment_leaves_no_half_picture(tmp_path):
    seen = report_of("tests.pictures.killed", tmp_path)
    assert seen["wrong"] == []
    assert seen["kills"] >= 15
    assert seen["pictures"] > 3
