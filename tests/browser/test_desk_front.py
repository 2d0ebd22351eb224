"""The front page of the desk on a busy day: whole, readable and free of faults on any screen."""

import pytest

from tests.databases import fresh_database

from .axe import DESK, violations, violations_of_looks
from .desk import came_in, phone_of
from .server import free_port, manage, prepare, serving, surroundings

BUSY = """
from awareness.office.models import Staff
from tests.dashboard.build import busy_day
busy_day(Staff.objects.get(username='writer'), Staff.objects.get(username='reader'))
"""


@pytest.fixture(scope="module")
def front(browser, tmp_path_factory):
    """The page for a reviewer."""
    folder = tmp_path_factory.mktemp("busy")
    with fresh_database(folder) as database:
        env = surroundings(folder, free_port(), database)
        prepare(env)
        cookies = came_in(env, writer="editor", reader="reviewer")
        manage(env, "shell", "--verbosity", "0", "--command", BUSY)
        with serving(env), phone_of(browser, env, cookies["reader"]) as context:
            page = context.new_page()
            page.goto("/admin/")
            yield page


def open_all(page):
    page.evaluate(
        "document.querySelectorAll('main details').forEach((part) => { part.open = true })"
    )


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_side(front, width):
    front.emulate_media(color_scheme="light")
    front.set_viewport_size({"width": width, "height": 800})
    open_all(front)
    assert front.locator(".panel").count() >= 9
    assert violations(front, DESK) == []
    assert front.evaluate("document.documentElement.scrollWidth") == width
    front.emulate_media(color_scheme="dark")
    assert violations_of_looks(front, DESK) == [], "dark"


def test_the_first_button_stands_on_the_first_screen_and_panels_are_one_column(front):
    front.set_viewport_size({"width": 360, "height": 640})
    button = front.get_by_role("link", name="发紧急预警").bounding_box()
    assert button["y"] + button["height"] < 640
    lefts = {round(panel.bounding_box()["x"]) for panel in front.locator(".panel").all()}
    assert len(lefts) == 1


def test_a_bar_is_as_long_as_its_number_says(front):
    front.set_viewport_size({"width": 360, "height": 640})
    rows = front.locator("#chart-types ~ table tbody tr").all()
    lengths = [row.locator("rect").last.bounding_box()["width"] for row in rows[:2]]
    numbers = [int(row.locator("td").inner_text().removesuffix("次")) for row in rows[:2]]
    assert lengths[1] / lengths[0] == pytest.approx(numbers[1] / numbers[0], rel=0.02)
