"""When something comes in between: a closed page, two at once, an ended login."""

from .camera import take
from .phones import button, opened
from .texts import FIRST, LIST, TITLE, URGENT

KEPT_AFTER = 3500  # ms after the last key


def closed_too_early(phones):
    page = phones.of("小王")
    page.goto(f"{LIST}add/")
    page.locator(TITLE).fill("有人冒充快递员")
    page.wait_for_timeout(KEPT_AFTER)
    page.goto("/admin/")
    page.goto(f"{LIST}add/")
    take(page, "kept", button(page, "放回来"))
    button(page, "不要了").click()


def two_at_once(phones):
    slow = opened(phones.of("小王"), LIST, URGENT)
    fast = opened(phones.of("老陈"), LIST, URGENT)
    for page, words in ((fast, "不开门，打110。"), (slow, "不开门，不付钱，打110。")):
        page.locator(FIRST).fill(words)
        button(page, "存草稿，去检查和发布").click()
    slow.locator("#theirs").wait_for()
    take(slow, "both", top=slow.locator("#theirs"), height=820)


def login_ended(phones):
    page = phones.of("小王")
    page.goto(f"{LIST}urgent/")
    page.locator(TITLE).fill("有人冒充快递员收钱")
    page.locator(FIRST).fill("不给钱，打110问一问。")
    page.context.clear_cookies()
    button(page, "下一步：检查，交审核").click()
    page.get_by_label("用户名").fill("小王")
    page.get_by_label("密码", exact=True).fill("a-long-good-password")
    take(page, "login-ended", button(page, "登录"), height=760)
    button(page, "登录").click()
    take(page, "login-ended-kept", button(page, "接着提交"))
    button(page, "接着提交").click()
    page.locator("h1", has_text="检查").wait_for()


TASKS = [closed_too_early, two_at_once, login_ended]
