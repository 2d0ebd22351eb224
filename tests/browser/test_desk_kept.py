"""Nothing typed at the desk is lost: not with the session, the page, or the second window."""

import json

import pytest

from .desk import came_in

ADD = "/admin/cases/warning/add/"
TITLE, FIRST, ENGLISH = "#id_title_zh_hans", "#id_do_first_zh_hans", "#id_title_en"
BACK, AWAY = "放回来", "不要了"


@pytest.fixture
def at_desk(staff_window):
    """A phone at the desk whose clock the test turns."""
    context = staff_window()
    context.clock.install()
    return context


def opened(context, address=ADD):
    page = context.new_page()
    page.goto(address)
    return page


def typed(page, text="有人冒充水电工", place=TITLE):
    """TEXT stands in PAGE, and three seconds have gone by."""
    page.fill(place, text)
    page.clock.fast_forward(3000)
    return page


def kept(page) -> dict:
    return page.evaluate("Object.fromEntries(Object.entries(localStorage))")


def bar(page):
    return page.locator(".kept")


def button(page, name):
    return bar(page).get_by_role("button", name=name)


def test_after_a_killed_session_the_text_comes_back_with_one_tap(at_desk):
    page = typed(opened(at_desk))
    page.fill(FIRST, "不开门，打110问一问。")
    page.locator(".language-switch select").select_option("英文")
    page.fill(ENGLISH, "Fake meter reader")
    page.select_option("#id_district", index=1)
    page.check("#id_urgent")
    page.fill("#id_ends_at_0", "2027-01-31")
    page.locator(".select2-selection").first.click()
    page.locator(".select2-results__option", has_text="冒充公检法社保").click()
    page.clock.fast_forward(3000)
    page.close(run_before_unload=False)
    cookies = at_desk.cookies()
    at_desk.clear_cookies()
    page = opened(at_desk)
    assert page.locator("[name=password]").count() == 1
    at_desk.add_cookies(cookies)
    page.goto(ADD)
    assert page.input_value(TITLE) == ""
    assert "上次没保存的文字还在" in bar(page).inner_text()
    button(page, BACK).click()
    assert page.input_value(TITLE) == "有人冒充水电工"
    assert page.input_value(FIRST) == "不开门，打110问一问。"
    assert page.input_value(ENGLISH) == "Fake meter reader"
    assert page.input_value("#id_ends_at_0") == "2027-01-31"
    assert page.input_value("#id_district") != ""
    assert page.is_checked("#id_urgent")
    assert page.locator("#select2-id_scam_type-container").inner_text().endswith("冒充公检法社保")
    assert bar(page).inner_text() == "放回来了，还没有保存。"


def test_rows_that_were_added_and_changed_come_back(staff_window):
    context = staff_window("administrator")
    context.clock.install()
    page = opened(context, "/admin/emergency/situation/2/change/")
    here = page.locator(".dynamic-steps").count()
    page.fill("#id_steps-0-short_zh_hans", "先停手")
    for place in (here, here + 1):
        page.locator("#steps-group .add-row a").click()
        for language, field in [("简体", "short_zh_hans"), ("英文", "short_en")]:
            page.locator(f"#steps-{place} .ui-tabs-anchor", has_text=language).first.click()
            page.fill(f"#id_steps-{place}-{field}", f"{language}的第{place}步")
    page.clock.fast_forward(3000)
    page.close(run_before_unload=False)
    page = opened(context, "/admin/emergency/situation/2/change/")
    button(page, BACK).click()
    assert page.locator(".dynamic-steps").count() == here + 2
    assert page.input_value("#id_steps-0-short_zh_hans") == "先停手"
    for place in (here, here + 1):
        assert page.input_value(f"#id_steps-{place}-short_zh_hans") == f"简体的第{place}步"
        assert page.input_value(f"#id_steps-{place}-short_en") == f"英文的第{place}步"
        assert page.locator(f"#steps-{place} .ui-tabs").count() > 1


def test_what_stood_in_a_row_that_someone_deleted_meanwhile_is_shown(staff_window):
    context = staff_window("administrator")
    context.clock.install()
    page = opened(context, "/admin/emergency/situation/3/change/")
    typed(page, "这一步我改过", "#id_steps-0-short_zh_hans")
    page.evaluate(
        """row => { for (const [name, text] of Object.entries(localStorage))
          localStorage[name] = text.replaceAll(`steps ${row} `, "steps 12345 "); }""",
        page.input_value("#id_steps-0-id"),
    )
    page.close(run_before_unload=False)
    page = opened(context, "/admin/emergency/situation/3/change/")
    button(page, BACK).click()
    assert "有几行已经被删掉" in bar(page).inner_text()
    assert "这一步我改过" in bar(page).inner_text()


def test_ticks_and_chosen_rows_come_back(staff_window):
    context = staff_window("administrator")
    context.clock.install()
    page = opened(context, "/admin/guide/scamtype/2/change/")
    ticks = page.locator(".choices input")
    before = [tick.is_checked() for tick in ticks.all()]
    ticks.nth(0).click()
    ticks.nth(1).click()
    page.clock.fast_forward(3000)
    page.close(run_before_unload=False)
    page = opened(context, "/admin/guide/scamtype/2/change/")
    button(page, BACK).click()
    after = [tick.is_checked() for tick in page.locator(".choices input").all()]
    assert after == [not before[0], not before[1], *before[2:]]
    sent = page.evaluate(
        "new FormData(document.querySelector('form[id$=_form]')).getAll('traits').length"
    )
    boxes = page.locator(".field-traits .choices input:checked").count()
    assert sent == boxes


def test_what_is_not_wanted_is_not_offered_again(at_desk):
    typed(opened(at_desk)).close(run_before_unload=False)
    page = opened(at_desk)
    button(page, AWAY).click()
    assert kept(page) == {}
    page.reload()
    assert bar(page).count() == 0


def test_what_was_saved_is_not_offered_again(at_desk):
    page = typed(opened(at_desk), "停电检修的短信")
    page.fill(FIRST, "不点短信里的网址。")
    page.select_option("#id_district", index=1)
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    assert kept(page) == {}
    page.goto(ADD)
    assert bar(page).count() == 0


def test_a_refused_form_stays_kept_until_it_is_saved(at_desk):
    page = typed(opened(at_desk), "这个标题实在是太长太长了，微信里根本显示不下这么多字")
    page.locator("[name=_continue]").click()
    page.locator(".errornote").wait_for()
    assert bar(page).count() == 0
    assert "显示不下" in json.dumps(kept(page), ensure_ascii=False)
    typed(page, "短一点")
    page.fill(FIRST, "先问一问。")
    page.select_option("#id_district", index=1)
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    assert kept(page) == {}


def asked_on_leaving(page, leave) -> list[str]:
    """The kinds of question that the browser puts while LEAVE happens; each is answered 'go'."""
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    leave()
    return asked


def test_leaving_with_unsaved_text_asks_first(at_desk):
    page = opened(at_desk)
    page.locator(TITLE).press_sequentially("水电工")
    assert asked_on_leaving(page, lambda: page.goto("/admin/")) == ["beforeunload"]


def test_leaving_without_a_change_and_sending_ask_nothing(at_desk):
    page = opened(at_desk)
    page.locator(TITLE).press_sequentially("水")
    page.locator(TITLE).press("Backspace")
    assert asked_on_leaving(page, lambda: page.goto(ADD)) == []
    page.locator(TITLE).press_sequentially("水电工")
    sent = page.locator(".submit-row .default")
    assert asked_on_leaving(page, sent.click) == []
    page.locator(".errornote").wait_for()


def test_two_windows_on_one_form_never_write_over_each_other(at_desk):
    one, other = opened(at_desk), opened(at_desk)
    typed(one, "第一个窗口")
    typed(other, "第二个窗口")
    typed(one, "第一个窗口，又写")
    texts = json.dumps(kept(one), ensure_ascii=False)
    assert "第一个窗口，又写" in texts
    assert "第二个窗口" in texts
    for window in (one, other):
        window.close(run_before_unload=False)
    page = opened(at_desk)
    button(page, BACK).click()
    assert page.input_value(TITLE) == "第一个窗口，又写"
    page.close(run_before_unload=False)
    page = opened(at_desk)
    button(page, AWAY).click()
    page.reload()
    button(page, BACK).click()
    assert page.input_value(TITLE) == "第二个窗口"


def test_logging_out_wipes_what_was_kept(window, site_env):
    context, cookie = window(), came_in(site_env, leaving="editor")["leaving"]
    address = site_env["SITE_URL"] + cookie["path"]
    context.add_cookies([{"name": cookie["name"], "value": cookie["value"], "url": address}])
    context.clock.install()
    page = typed(opened(context))
    assert kept(page) != {}
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".menu > summary").click()
    page.get_by_role("button", name="退出").click()
    page.wait_for_url("**/logout/")
    assert kept(page) == {}


def test_what_somebody_else_typed_on_this_phone_is_not_offered(at_desk, cookies, site):
    typed(opened(at_desk)).close(run_before_unload=False)
    cookie = cookies["reviewer"]
    at_desk.add_cookies(
        [{"name": cookie["name"], "value": cookie["value"], "url": site + cookie["path"]}]
    )
    assert bar(opened(at_desk)).count() == 0


def test_when_someone_saved_meanwhile_the_offer_says_so(at_desk, staff_window):
    page = opened(at_desk)
    page.fill(TITLE, "冒充快递员")
    page.fill(FIRST, "先挂断。")
    page.select_option("#id_district", index=1)
    page.locator("[name=_continue]").click()
    page.locator(".messagelist .success").wait_for()
    address = page.url
    typed(page, "冒充快递员，我改的").close(run_before_unload=False)
    colleague = opened(staff_window("administrator"), address)
    colleague.fill(FIRST, "先挂断，再问家里人。")
    colleague.locator("[name=_continue]").click()
    colleague.locator(".messagelist .success").wait_for()
    page = opened(at_desk, address)
    assert "后来有人保存过这一条" in bar(page).inner_text()
    button(page, BACK).click()
    assert page.input_value(TITLE) == "冒充快递员，我改的"


def test_nothing_is_kept_for_more_than_a_week_nor_more_than_two_megabytes(at_desk):
    page = opened(at_desk, "/admin/")
    page.evaluate(
        """() => {
          for (let day = 0; day < 10; day++) localStorage[`desk-kept:1:/x/#${day}`] = JSON.stringify(
            { at: Date.now() - day * 24 * 3600e3, version: "1", values: { text: ["字".repeat(day < 3 ? 10 : 300000)] } });
        }"""
    )
    page.reload()
    assert sorted(int(name[-1]) for name in kept(page)) == [0, 1, 2, 3, 4, 5]


def test_no_secret_is_kept(at_desk):
    page = typed(opened(at_desk))
    token = page.input_value("form[id$=_form] [name=csrfmiddlewaretoken]")
    assert token not in json.dumps(kept(page))
    values = [json.loads(text)["values"] for text in kept(page).values()]
    assert not [name for value in values for name in value if "csrf" in name or "_version" in name]
