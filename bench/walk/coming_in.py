"""A colleague is invited, comes in, and looks after their phone."""

from base64 import b32decode

from django_otp.oath import TOTP

from .camera import take
from .phones import button, link, opened, part_with

OWN = "hong-cha-diannao-7"
CODE = "手机上现在的六位码"


def six_digits(secret: str) -> str:
    return f"{TOTP(b32decode(secret.replace(' ', ''))).token():06d}"


def inviting(phones):
    page = phones.of("周姐")
    page.goto("/admin/")
    link(page, "请一位同事进来").click()
    page.get_by_label("姓名").fill("小张")
    page.get_by_label("单位").select_option(index=1)
    page.get_by_label("做什么").select_option("reviewer")
    take(page, "people-add", button(page, "做邀请网址"))
    button(page, "做邀请网址").click()
    take(page, "people-invitation", page.locator(".secret a"))
    phones.invitation = page.locator(".secret a").inner_text()


def looking_after_people(phones):
    page = opened(phones.of("周姐"), "/admin/office/staff/", "老刘")
    second_step = link(page, "二次验证").last
    take(page, "people-one", link(page, "邀请网址"), second_step)
    tick = page.locator(".field-is_active")
    take(page, "people-leave", tick, button(page, "保存"), top=part_with(page, tick))
    second_step.click()
    take(page, "people-second-step", button(page, "重设二次验证"))


def invited(phones):
    page = phones.of()
    page.goto(phones.invitation)
    page.get_by_label("用户名").fill("小张")
    page.get_by_label("密码", exact=True).fill(OWN)
    page.get_by_label("密码再输一遍").fill(OWN)
    take(page, "in-invited", button(page, "设好密码，进去"), height=1150)
    button(page, "设好密码，进去").click()
    take(page, "in-phone", link(page, "打开验证器"), height=900)
    page.get_by_label(CODE).fill(six_digits(page.locator(".secret").inner_text()))
    take(page, "in-phone-code", button(page, "绑定"), top=page.locator(".secret"))
    button(page, "绑定").click()
    take(page, "in-recovery-codes", button(page, "我抄好了"), height=1040)
    button(page, "我抄好了").click()


def own_phone(phones):
    page = phones.of()
    page.locator("summary", has_text="菜单").click()
    own = link(page, "二次验证")
    take(page, "menu", link(page, "换密码"), own, button(page, "退出"))
    own.click()
    take(page, "in-another-phone", link(page, "换一部手机"), link(page, "做新的备用码"))


def signing_in(phones):
    page = phones.of()
    page.locator("summary", has_text="菜单").click()
    button(page, "退出").click()
    page.goto("/admin/")
    page.locator("summary", has_text="进不去？").click()
    page.get_by_label("用户名").fill("小张")
    page.get_by_label("密码", exact=True).fill(OWN)
    take(page, "in-sign-in", button(page, "登录"), height=700)
    button(page, "登录").click()
    page.locator("summary").click()
    take(page, "in-code", button(page, "确定"), height=760)


TASKS = [inviting, looking_after_people, invited, own_phone, signing_in]
