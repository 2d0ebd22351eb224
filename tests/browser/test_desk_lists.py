"""Lists at the desk: cards on a phone, a table on a desk, nothing out of a thumb's reach."""

import pytest

LIST = "/admin/cases/warning/"
QUESTIONS = "/admin/quiz/question/"
CARD = "#result_list tbody tr"


@pytest.fixture
def phone(staff_window):
    return staff_window("administrator").new_page()


def test_a_row_is_a_card_with_its_title_first_its_state_next_and_labelled_values(phone):
    phone.goto(LIST)
    card = phone.locator(CARD).first
    assert card.evaluate("card => getComputedStyle(card).display") == "grid"
    title, badge, place = (
        card.locator("th"),
        card.locator(".badge").first,
        card.locator(".field-district"),
    )
    tops = [part.bounding_box()["y"] for part in (title, badge, place)]
    assert tops == sorted(tops)
    label = "cell => getComputedStyle(cell, '::before').content"
    assert place.evaluate(label) == '"地区"'
    assert card.locator(".field-end").evaluate(label) == '"结束时间"'


def test_a_card_leaves_out_what_is_empty(phone):
    phone.goto("/admin/quiz/questionset/")
    empty = phone.locator("#result_list td[data-empty]")
    assert empty.count()
    assert not any(cell.is_visible() for cell in empty.all())


def test_a_row_is_still_a_row_of_a_table_for_a_screen_reader(phone):
    phone.goto(LIST)
    tree = phone.locator("#result_list").aria_snapshot()
    assert "table" in tree
    assert tree.count("row ") >= 3
    assert tree.count("rowheader") >= 3


def test_on_a_desk_it_is_a_table_whose_headers_sort(staff_window):
    page = staff_window("administrator", viewport={"width": 1280, "height": 800}).new_page()
    page.goto(LIST)
    assert page.locator(CARD).first.evaluate("row => getComputedStyle(row).display") == "table-row"
    page.locator("thead a", has_text="结束时间").click()
    assert "↑" in page.locator("thead", has_text="结束时间").inner_text()


def test_what_can_be_done_with_rows_appears_with_the_first_tick_and_stays_in_sight(phone):
    phone.goto(LIST)
    actions = phone.locator(".actions")
    assert not actions.is_visible()
    phone.locator(".action-select").last.check()
    assert actions.is_visible()
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert actions.bounding_box()["y"] >= 0
    assert phone.locator(".action-counter").inner_text().startswith("选中了")
    phone.locator("#action-toggle").check()
    assert phone.locator(".action-select:checked").count() == phone.locator(CARD).count()


def test_an_action_is_done_on_a_phone(phone):
    phone.goto("/admin/guide/slogan/")
    phone.locator(".action-select").first.check()
    phone.locator(".actions select").select_option("delete_selected")
    phone.locator(".actions button").click()
    assert phone.locator("h1").inner_text()
    assert phone.locator("[name=post]").count() == 1


def test_filters_are_folded_away_and_say_what_is_chosen(phone):
    phone.goto(QUESTIONS)
    panel = phone.locator(".filters")
    assert not panel.evaluate("panel => panel.open")
    all_of_them = phone.locator(CARD).count()
    panel.locator("summary").first.click()
    panel.get_by_role("link", name="真的").first.click()
    assert phone.locator(CARD).count() < all_of_them
    assert "只列出筛选出来的" in phone.locator(".filtered-note").inner_text()
    phone.locator(".filtered-note a").click()
    assert phone.locator(CARD).count() == all_of_them


def test_on_a_phone_the_order_is_chosen_beside_the_filters(phone):
    phone.goto(LIST)
    phone.locator(".filters > summary").click()
    phone.locator(".sorting a", has_text="结束时间").click()
    phone.locator(".filters > summary").click()
    assert "↑" in phone.locator(".sorting .selected").inner_text()


def test_searching_takes_the_whole_width_and_says_how_many(phone):
    phone.goto(LIST)
    box, press = phone.locator("#searchbar"), phone.get_by_role("button", name="搜")
    assert box.bounding_box()["width"] + press.bounding_box()["width"] > 300
    box.fill("医保")
    press.click()
    assert "搜“医保”：1条" in phone.locator(".filtered-note").inner_text()
    box.fill("没有这样的")
    press.click()
    assert phone.locator(".nothing").inner_text() == "没有找到。"


def test_a_long_list_is_leafed_through_by_thumb(phone):
    phone.goto("/admin/check/pastesign/")
    pages = phone.get_by_role("navigation", name="分页")
    second = pages.get_by_role("link", name="2", exact=True)
    box = second.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    second.click()
    assert pages.locator(".this-page").inner_text() == "2"
