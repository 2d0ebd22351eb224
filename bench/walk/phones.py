"""The phones of some staff, and one that is nobody's yet."""

from tests.browser.conftest import PHONE
from tests.browser.desk import came_in
from tests.browser.server import manage

STAFF = {"小王": "editor", "老陈": "reviewer", "老刘": "reviewer", "周姐": "administrator"}
IN_CHINA = {"device_scale_factor": 2, "timezone_id": "Asia/Shanghai"}
BUSY_DAY = """
from django.db.models import F
from awareness.office.models import Staff
from tests.dashboard.build import busy_day
Staff.objects.filter(username="admin").update(first_name="孙工")
Staff.objects.filter(first_name="").update(first_name=F("username"))
busy_day(*(Staff.objects.get(username=name) for name in ("小王", "老陈")))
"""


class Phones:
    """What staff hold in their hands on a site where much is going on."""

    def __init__(self, chromium, env: dict[str, str]):
        self.chromium, self.env, self.opened = chromium, env, {}
        self.cookies = came_in(env, **STAFF)
        self.invitation = ""  # an address that was made for whoever has the phone of nobody
        manage(env, "shell", "--verbosity", "0", "--command", BUSY_DAY)

    def of(self, name: str = ""):
        """The page on the phone of NAME, always the same one."""
        if name not in self.opened:
            self.opened[name] = self._new(name).new_page()
        return self.opened[name]

    def _new(self, name):
        site = self.env["SITE_URL"]
        context = self.chromium.new_context(base_url=site, **PHONE, **IN_CHINA)
        if cookie := self.cookies.get(name):
            address = site + cookie["path"]
            context.add_cookies(
                [{"name": cookie["name"], "value": cookie["value"], "url": address}]
            )
        return context


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def link(page, name):
    return page.get_by_role("link", name=name, exact=True)


def part_with(page, place):
    """The part of a form in which PLACE stands."""
    return page.locator("fieldset", has=place)


def opened(page, address, text):
    """PAGE at TEXT, chosen from the list at ADDRESS."""
    page.goto(address)
    page.get_by_role("link", name=text).first.click()
    return page
