"""What stands in texts: people, languages, pictures, numbers."""

from tests import photos

from .camera import take
from .phones import button, link, opened, part_with
from .texts import FIRST, LIST, PARCEL, TITLE, URGENT


def personal(phones):
    page = phones.of("小王")
    page.goto("/admin/cases/warning/urgent/")
    page.locator(TITLE).fill("有人冒充燃气公司收钱")
    page.locator(FIRST).fill("市民李建国接到13912345678。打110问一问。")
    button(page, "下一步：检查，交审核").click()
    found = page.locator(".found button").first
    take(page, "personal-found", found, top=page.locator("#found"))
    reviewer = phones.of("老陈")
    reviewer.goto(page.url)
    reason = reviewer.locator("#reason")
    reason.fill("李建国是本所公布的志愿者，本人同意公开姓名和电话。")
    take(reviewer, "personal-reason", reason, top=reviewer.locator("label[for=reason]"))


def languages(phones):
    page = opened(phones.of("小王"), LIST, URGENT)
    tab = page.locator(".ui-tabs-anchor", has_text="英文").first
    tab.click()
    page.locator("#id_title_en").fill("Fake meter readers ask for cash")
    take(page, "languages-tabs", tab, top=page.locator(".ui-tabs").first)
    ticks = part_with(page, page.locator(".field-minor_change"))
    take(page, "languages-ticks", top=ticks, height=440)
    page.goto(LIST)
    dots = page.locator(".dots").first
    take(page, "languages-dots", dots, top=page.locator("#result_list"), height=560)


def pictures(phones):
    page = phones.of("小王")
    page.goto(f"{LIST}add/")
    page.locator(TITLE).fill(PARCEL)
    field = page.locator(".field-picture")
    take(page, "picture-choose", link(field, "新增"), top=field, height=420)
    with page.expect_popup() as opening:
        field.locator("a.add-related").click()
    window = opening.value
    photo = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg"}
    window.set_input_files("#id_file", photo | {"buffer": photos.saved(photos.a_street(1200, 900))})
    window.get_by_label("人脸、车牌、姓名都盖住了").check()
    window.locator("#id_description_zh_hans").fill("一条短信，说快递丢了，要点一个网址。")
    take(window, "picture-add", window.locator("#id_file"), button(window, "保存"), height=900)
    with window.expect_event("close"):
        button(window, "保存").click()
    page.locator(".field-picture", has_text="一条短信").wait_for()


def numbers(phones):
    page = opened(phones.of("小王"), "/admin/office/hotline/", "12333")
    ask = link(page, "申请改号码")
    take(page, "number-line", ask, height=420)
    ask.click()
    page.get_by_label("新号码").fill("0500-12333")
    page.get_by_label("怎么核对的").fill("打过，接通了；官网也这样写。")
    take(page, "number-ask", button(page, "交给另一个人确认"), height=970)
    button(page, "交给另一个人确认").click()
    page.locator(".messagelist").wait_for()
    other = phones.of("老陈")
    other.goto(page.url)
    take(other, "number-confirm", other.locator("[type=submit].default"), height=1000)


def checking_numbers(phones):
    page = opened(phones.of("老陈"), "/admin/office/hotline/", "96110")
    link(page, "核对过了").click()
    page.get_by_label("怎么核对的").fill("打过，接通了。")
    take(page, "number-checked", button(page, "核对过了，没有变"), height=680)


TASKS = [personal, languages, pictures, numbers, checking_numbers]
