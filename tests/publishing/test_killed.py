"""Whenever publishing is killed, a text is the old one or the new one, and nothing kept is lost."""

from tests.killing import report_of


def test_publishing_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path):
    seen = report_of("tests.publishing.killed", tmp_path)
    assert seen["wrong"] == []
    assert seen["kills"] == 20
    assert seen["published"] > 5
