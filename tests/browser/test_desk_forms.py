"""Forms at the desk: languages, dates, ticks and the one button, under a thumb."""

import pytest

from awareness.lib.text.phrase_breaks import without_breaks
from awareness.lib.text.width import em_width

WARNING, TYPE = "/admin/cases/warning/add/", "/admin/guide/scamtype/1/change/"
TITLES = [
    "有人冒充水电工，｜上门收钱",
    "ETC失效？别点链接",
    "“安全账户”……都是假的——真的！",
    "Fake meter reader “no. 5”",
    "Ａ１　全角，100％",
    "①先停②再查③报警 → 110",
    "",
]


@pytest.fixture
def form(staff_window):
    page = staff_window("administrator").new_page()
    page.goto(WARNING)
    return page


def test_a_tab_shows_its_language_and_the_switch_shows_it_everywhere(form):
    asked = []
    form.on("request", lambda request: asked.append(request.resource_type))
    form.locator(".ui-tabs-anchor", has_text="英文").first.click()
    assert form.locator("#id_title_en").is_visible()
    assert not form.locator("#id_title_zh_hans").is_visible()
    form.get_by_label("各栏一起换成").select_option("繁體")
    assert form.locator("#id_title_zh_hant").is_visible()
    assert form.locator("#id_do_first_zh_hant").is_visible()
    assert not {"xhr", "fetch", "document"} & set(asked)


def test_the_languages_stand_side_by_side_and_are_a_thumb_high(form):
    boxes = [tab.bounding_box() for tab in form.locator(".ui-tabs-anchor").all()[:3]]
    assert len({box["y"] for box in boxes}) == 1
    assert all(box["height"] >= 44 and box["width"] >= 88 for box in boxes)


def test_every_control_is_a_thumb_high_and_wide(form):
    small = form.locator(
        "#content :is(input, select, textarea, button, .select2-selection, .related-widget-wrapper-link)"
    ).evaluate_all(
        "found => found.filter(e => e.checkVisibility() && !e.matches('.select2-hidden-accessible, [type=hidden]'))"
        ".map(e => [e.id || e.className, e.getBoundingClientRect()])"
        ".filter(([name, box]) => Math.min(box.width, box.height) < 44).map(([name]) => name)"
    )
    assert small == []


def test_the_one_button_stays_in_sight(form):
    button = form.locator(".submit-row .default")
    for place in (0, 1200):
        form.evaluate(f"scrollTo(0, {place})")
        box = button.bounding_box()
        assert 0 <= box["y"] <= 640 - box["height"]
        assert box["width"] > 300


def test_days_and_hours_are_chosen_with_the_phones_own_picker(form):
    day, hour = form.locator("#id_ends_at_0"), form.locator("#id_ends_at_1")
    assert day.get_attribute("type") == "date"
    assert hour.get_attribute("type") == "time"
    assert day.get_attribute("aria-label") == "结束时间，日期"
    assert form.locator(".datetimeshortcuts, .calendarbox").count() == 0


def test_a_day_that_is_there_is_shown_and_goes_back_as_it_was(staff_window):
    page = staff_window("administrator").new_page()
    page.goto(TYPE)
    day = page.locator("#id_reviewed_on")
    assert day.input_value().count("-") == 2
    before = day.input_value()
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    assert page.locator("#id_reviewed_on").input_value() == before


def test_a_few_are_ticked_instead_of_carried_between_two_lists(staff_window):
    page = staff_window("administrator").new_page()
    page.goto(TYPE)
    group = page.locator(".field-traits")
    assert group.locator("select").is_hidden()
    assert group.locator(".choices label").count() > 3
    assert "Control" not in group.inner_text()
    box = group.locator(".choices label").first.bounding_box()
    assert box["height"] >= 44


def test_the_title_is_counted_while_it_is_typed_as_the_server_counts_it(form):
    form.evaluate(
        """() => {
          const box = document.querySelector("#id_slug");
          box.dataset.emLimit = 20;
          box.removeAttribute("maxlength");
        }"""
    )
    source = form.locator("script[src*='admin/count']").get_attribute("src")
    form.evaluate("source => import(source + '?again')", source)
    said = form.locator("output[for=id_slug]")
    for title in TITLES:
        form.fill("#id_slug", title)
        width = em_width(without_breaks(title))
        assert said.inner_text() == f"{width:g}/20字", title
    form.fill("#id_slug", "字" * 23)
    assert said.inner_text() == "23/20字，多了3字"
