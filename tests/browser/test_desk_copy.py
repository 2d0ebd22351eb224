"""What is to be sent on is copied by one tap; a reader's page has names for its languages."""

import pytest

from .axe import DESK, violations

CLIPBOARD = ["clipboard-read", "clipboard-write"]


def copied(page, button):
    page.context.grant_permissions(CLIPBOARD)
    button.click()
    return page.evaluate("navigator.clipboard.readText()")


def test_an_invitation_is_copied_to_be_sent(staff_window):
    page = staff_window("administrator").new_page()
    page.goto("/admin/office/staff/")
    page.get_by_role("link", name="auditor").first.click()
    page.get_by_role("link", name="邀请网址").click()
    page.get_by_role("button", name="做邀请网址").click()
    address = page.locator(".secret a").inner_text()
    assert copied(page, page.get_by_role("button", name="复制")) == address
    assert page.get_by_role("status").inner_text() == "复制了，去微信里粘贴。"
    assert violations(page, DESK) == []


def test_the_key_of_a_phone_is_copied_for_the_authenticator_not_for_a_chat(staff_window):
    page = staff_window("editor").new_page()
    page.goto("/admin/entry/phone/")
    key = page.locator("#secret").inner_text()
    assert copied(page, page.get_by_role("button", name="复制")) == key
    assert page.get_by_role("status").inner_text() == "复制了，去验证器里粘贴。"
    assert violations(page) == []


@pytest.mark.parametrize("scripts", [True, False])
def test_where_nothing_can_be_copied_no_button_says_so(staff_window, scripts):
    window = staff_window("editor", java_script_enabled=scripts)
    window.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = window.new_page()
    page.goto("/admin/entry/phone/")
    assert page.locator("[data-copy]").count() == 1
    assert not page.locator("[data-copy]").is_visible()


def test_a_label_in_a_tab_does_not_repeat_its_language(staff_window):
    page = staff_window("administrator").new_page()
    page.goto("/admin/guide/trait/1/change/")
    page.locator(".ui-tabs-panel label").first.wait_for()
    assert [word for word in page.locator("label").all_inner_texts() if "（简体）" in word] == []


def test_a_reader_is_not_told_how_to_fill_in(staff_window):
    page = staff_window("auditor").new_page()
    page.goto("/admin/cases/warning/1/change/")
    assert page.get_by_text("标题（简体）").is_visible()
    assert page.locator(".help:visible, .language-switch").all_inner_texts() == []
