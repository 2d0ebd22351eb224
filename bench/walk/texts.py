"""Texts from the first word to the bin."""

from datetime import datetime, timedelta

from .camera import take
from .phones import button, link, opened

TITLE, FIRST = "#id_title_zh_hans", "#id_do_first_zh_hans"
URGENT, PARCEL = "有人冒充水电工上门收钱", "快递说丢件赔双倍，别点"
LIST = "/admin/cases/warning/"


def front(phones):
    page = phones.of("老陈")
    page.goto("/admin/")
    take(page, "front", height=820)
    take(page, "front-numbers", top=page.locator("#numbers-of-days"))


def urgent(phones):
    page = phones.of("老陈")
    page.goto("/admin/")
    start = link(page, "发紧急预警")
    take(page, "urgent-start", start, height=360)
    start.click()
    page.locator(TITLE).fill(URGENT)
    page.locator(FIRST).fill("不开门，打110问一问。")
    go = button(page, "下一步：检查并发布")
    take(page, "urgent-write", go, height=820)
    go.click()
    now = button(page, "立即发布")
    take(page, "urgent-publish", now, top=now)
    now.click()
    take(page, "urgent-done", page.locator(".messagelist"), height=420)
    resident = phones.of()
    resident.goto("/scams/")
    take(resident, "urgent-public")


def looked_after(phones):
    page = phones.of("老刘")
    page.goto("/admin/")
    row = page.get_by_role("link", name=URGENT).first
    take(page, "look-after", row)
    row.click()
    seen = link(page, "看过了，没问题")
    take(page, "look-after-button", seen, top=seen)


def writing(phones):
    page = phones.of("小王")
    page.goto("/admin/")
    link(page, "写一条预警").click()
    page.locator(TITLE).fill(PARCEL)
    page.locator(FIRST).fill("挂断，打快递公司公布的电话。")
    page.locator("#id_district").select_option(index=2)
    keep = button(page, "存草稿，去检查和发布")
    take(page, "write", keep)
    keep.click()
    submit = link(page, "交审核")
    take(page, "submit", submit, top=submit)
    submit.click()
    take(page, "submit-sure", button(page, "交审核"), height=420)
    button(page, "交审核").click()


def reviewing(phones):
    page = phones.of("老陈")
    page.goto("/admin/")
    row = page.get_by_role("link", name=PARCEL).first
    take(page, "review-front", row, height=720)
    row.click()
    take(page, "review-check", height=820)
    take(page, "review-preview", top=page.locator("#seen"), height=860)
    later = page.locator("details.later")
    later.locator("summary").click()
    tomorrow = datetime.now() + timedelta(days=1)
    page.locator("#moment").fill(tomorrow.strftime("%Y-%m-%dT09:00"))
    take(page, "review-later", page.get_by_role("button", name="定于"), top=later)
    link(page, "退回").click()
    page.locator("#remark").fill("请写上是哪几家快递，居民好认。")
    take(page, "review-return", button(page, "退回"), height=520)
    page.go_back()
    button(page, "立即发布").click()
    page.locator(".messagelist").wait_for()


def sent_back(phones):
    page = phones.of("小王")
    page.goto("/admin/")
    row = page.get_by_role("link", name="假投资群拉人").first
    take(page, "returned", row)
    row.click()
    page.locator(".errornote, .panel").first.wait_for()
    take(page, "returned-note", page.locator(".panel").first)


def changing(phones):
    page = opened(phones.of("小王"), LIST, PARCEL)
    page.locator(FIRST).fill("挂断，打快递公司公布的电话。不点短信里的网址。")
    take(page, "change-live", page.locator(".stand"))
    button(page, "存草稿，去检查和发布").click()
    take(page, "change-differs", top=page.locator("#differs"))


def withdrawing(phones):
    page = opened(phones.of("老陈"), LIST, PARCEL)
    slug = page.locator(".field-slug .readonly").inner_text()
    link(page, "检查并发布").click()
    take(page, "withdraw", link(page, "撤回"), top=link(page, "撤回"))
    link(page, "撤回").click()
    page.locator("#remark").fill("情况已经处理完。")
    take(page, "withdraw-reason", button(page, "撤回"), height=560)
    button(page, "撤回").click()
    page.locator(".messagelist").wait_for()
    resident = phones.of()
    resident.goto(f"/warnings/{slug}/")
    take(resident, "withdrawn", top=resident.locator("h1"))


def binning(phones):
    page = opened(phones.of("老陈"), LIST, PARCEL)
    history = page.url.replace("change", "history")
    link(page, "放进回收站").click()
    take(page, "bin", button(page, "放进回收站"), height=420)
    button(page, "放进回收站").click()
    page.goto(LIST)
    page.locator("details.filters > summary").click()
    shown = link(page, "回收站")
    take(page, "bin-list", shown, top=page.locator("details.filters"))
    shown.click()
    page.get_by_role("link", name=PARCEL).first.click()
    link(page, "检查并发布").click()
    back = link(page, "从回收站取回")
    take(page, "bin-back", back, top=back)
    page.goto(history)
    old = button(page, "取回这一版").first
    take(page, "history", old, top=page.locator("h1"), height=900)


TASKS = [
    front,
    urgent,
    looked_after,
    writing,
    reviewing,
    sent_back,
    changing,
    withdrawing,
    binning,
]
