"""Coming in to the desk of a running site, and a thumb that counts its taps."""

import json

from .conftest import PHONE
from .server import manage

COME_IN = """
import json
from django.conf import settings
from django.test import Client
from tests.make import a_staff_member, come_in
name = settings.SESSION_COOKIE_NAME
for person, role in {people!r}.items():
    client = come_in(Client(), a_staff_member(person, role=role))
    value = client.cookies[name].value
    print(json.dumps(dict(name=name, value=value, path=settings.SESSION_COOKIE_PATH)))
"""


def came_in(env: dict[str, str], **people: str) -> dict[str, dict[str, str]]:
    """The cookies of new staff (name=role) who have come in to the desk of the site of ENV."""
    code = COME_IN.format(people=people)
    said = manage(env, "shell", "--verbosity", "0", "--command", code)
    cookies = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return dict(zip(people, cookies, strict=True))


def phone_of(browser, env: dict[str, str], cookie: dict[str, str]):
    """A phone's browser in which the owner of COOKIE is at the desk."""
    context = browser.new_context(base_url=env["SITE_URL"], **PHONE)
    address = env["SITE_URL"] + cookie["path"]
    context.add_cookies([{"name": cookie["name"], "value": cookie["value"], "url": address}])
    return context


class Thumb:
    """Taps what it is shown and counts."""

    def __init__(self):
        self.taps = 0

    def tap(self, place):
        place.click()
        self.taps += 1


def type_where_it_waits(page, text: str) -> None:
    """Type TEXT once a field has the cursor, as someone does who looks before typing."""
    page.locator("input:focus, textarea:focus").wait_for()
    page.keyboard.type(text)
