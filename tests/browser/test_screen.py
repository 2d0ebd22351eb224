"""The lobby screen in a real browser: how large, for how many days, with and without network."""

from datetime import timedelta
from pathlib import Path

import pytest

from .axe import violations
from .pages import PREFIXES
from .server import free_port, fresh_database, manage, prepare, serving, surroundings

LOOK = Path(__file__).with_name("screen_look.js").read_text("utf-8")
SIZES = {"wide": (1920, 1080), "upright": (1080, 1920), "small": (1366, 768)}
OLDER = (1280, 1024)
SLIDE, ASKED = 12, 40  # seconds of a slide, and between two questions to the server


@pytest.fixture
def screen(window):
    """Opens the screen on a wall of its own: clock in the test's hands, no worker."""

    def make(address="/screen/", size=(1920, 1080), **options):
        width, height = size
        options = {"service_workers": "block", **options}
        page = window(viewport={"width": width, "height": height}, **options).new_page()
        page.clock.install()
        page.goto(address)
        return page

    return make


def now_shown(page):
    (words,) = page.locator(".slide.now").all()
    return words.text_content()


def next_slides(page, count):
    """What the next COUNT slides say."""
    shown = []
    for _slide in range(count):
        page.clock.run_for(SLIDE * 1000)
        shown.append(now_shown(page))
    return shown


def asked_again(page):
    """Let a simulated minute pass, in which the server is asked, and what it says is heard."""
    with page.expect_request("**/screen/") as asked:
        page.clock.run_for(60 * 1000)
    answer = asked.value.response()
    if answer:
        answer.finished()
    page.wait_for_timeout(150)  # for what is done with it


@pytest.mark.parametrize("shape", SIZES)
@pytest.mark.parametrize("language", PREFIXES)
def test_every_slide_is_large_and_whole(screen, language, shape):
    looked = screen(f"{PREFIXES[language]}/screen/", SIZES[shape]).evaluate(LOOK)
    least = 8 if (language, shape) == ("en", "upright") else 12
    assert len(looked) > 20
    assert {one["words"]: one["wrong"] for one in looked if one["wrong"]} == {}
    assert {one["words"]: one["size"] for one in looked if one["size"] < least} == {}
    assert min(one["smallest"] for one in looked) >= 7.2


@pytest.mark.parametrize("language", PREFIXES)
def test_an_older_screen_cuts_nothing_off_either(screen, language):
    looked = screen(f"{PREFIXES[language]}/screen/", OLDER).evaluate(LOOK)
    assert {one["words"]: one["wrong"] for one in looked if one["wrong"]} == {}


@pytest.mark.parametrize("language", PREFIXES)
def test_axe_finds_nothing_on_the_screen_and_on_the_page_about_it(page, language):
    for address in ("/screen/", "/screen/lines/", "/screen/?office=nobody"):
        page.goto(PREFIXES[language] + address)
        assert violations(page) == [], address


def test_a_slide_stays_at_least_ten_seconds_and_is_followed_by_a_hard_cut(screen):
    page = screen()
    first = now_shown(page)
    page.clock.run_for(10_500)
    assert now_shown(page) == first
    page.clock.run_for(1_600)
    assert now_shown(page) != first
    moving = "document.getAnimations().length + document.querySelectorAll('marquee').length"
    assert page.evaluate(moving) == 0


def test_one_round_shows_every_slide_of_today_and_begins_again(screen):
    page = screen()
    first = now_shown(page)
    seen = next_slides(page, 40)
    assert first in seen
    assert len(set(seen)) > 20
    question = next(place for place, words in enumerate(seen) if "测验示例" in words)
    assert "这样办" in seen[question + 1]
    assert len({words for words in seen if "测验示例" in words}) == 1


def test_the_network_gone_a_fault_or_a_strangers_page_change_nothing(screen):
    page = screen()
    known = set(next_slides(page, 40))
    answers = [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=503, body="<main id=screen><p class=slide>503"),
        lambda route: route.fulfill(status=200, body="<h1>Wi-Fi: sign in here</h1>"),
        lambda route: route.fulfill(status=200, content_type="image/png", body=b"\x89PNG\x00"),
    ]
    for answer in answers:
        page.route("**/screen/**", answer)
        asked_again(page)
        assert set(next_slides(page, 40)) <= known
        page.unroute("**/screen/**")


def test_an_ended_warning_and_an_old_question_disappear_without_network(screen):
    page = screen()
    page.context.set_offline(True)
    assert any("紧急" in words for words in next_slides(page, 30))
    page.clock.fast_forward(timedelta(days=3).total_seconds() * 1000)
    later = next_slides(page, 40)
    assert len({words for words in later if "测验示例" in words}) == 1
    page.clock.fast_forward(timedelta(days=60).total_seconds() * 1000)
    later = next_slides(page, 40)
    assert not [words for words in later if "紧急" in words or "提醒" in words or "测验" in words]
    assert len(set(later)) > 15


def test_tomorrow_has_its_own_question_without_network(screen):
    page = screen()
    page.context.set_offline(True)
    today = [words for words in next_slides(page, 40) if "测验示例" in words]
    page.clock.fast_forward(timedelta(days=1).total_seconds() * 1000)
    tomorrow = [words for words in next_slides(page, 40) if "测验示例" in words]
    assert today and tomorrow
    assert today[0] != tomorrow[0]


# Every answer is a new one: the worst there can be for what must not grow.
ALWAYS_NEW = """
const html = document.documentElement.outerHTML;
let round = 0;
window.fetch = async () => {
  round += 1;
  const body = html.replace("</h1>", `<!-- ${round} --></h1>`);
  return new Response(body, { headers: { etag: `"${round}"`, "Content-Type": "text/html" } });
};
window.rounds = () => round;
"""


def test_a_day_of_new_slides_every_time_leaves_nothing_behind(screen):
    page = screen()
    page.evaluate(ALWAYS_NEW)
    page.clock.run_for(timedelta(hours=1).total_seconds() * 1000)
    after_an_hour = burden(page)
    for _hour in range(23):
        page.clock.run_for(timedelta(hours=1).total_seconds() * 1000)
    after_a_day = burden(page)
    assert page.evaluate("rounds()") >= 24 * 3600 / ASKED - 24
    assert after_a_day["Nodes"] <= after_an_hour["Nodes"] + 10
    assert after_a_day["JSEventListeners"] <= after_an_hour["JSEventListeners"]
    assert after_a_day["JSHeapUsedSize"] <= after_an_hour["JSHeapUsedSize"] + 300_000


def burden(page):
    """What the page holds on to, after the browser has thrown away what it can."""
    page.wait_for_timeout(150)  # the last answer is heard,
    page.clock.run_for(SLIDE * 1000)  # and shown: no second document waits for its turn
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable")
    tools.send("HeapProfiler.collectGarbage")
    tools.send("HeapProfiler.collectGarbage")
    metrics = tools.send("Performance.getMetrics")["metrics"]
    tools.detach()
    return {metric["name"]: metric["value"] for metric in metrics}


def test_without_scripts_the_next_slide_comes_by_itself(window):
    page = window(java_script_enabled=False).new_page()
    page.goto("/screen/")
    assert page.locator(".slide").count() > 1
    (shown,) = [one for one in page.locator("h1").all() if one.is_visible()]
    assert shown.inner_text()
    refresh = page.locator("noscript").inner_html()
    assert "refresh" in refresh
    page.goto("/screen/?slide=2")
    assert page.locator(".slide").count() == 1
    assert page.locator("h1").is_visible()


def test_lines_are_copied_by_one_button(window):
    context = window(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("/screen/lines/")
    page.click("button[data-copy]")
    page.locator(".copied:not(:empty)").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0] == "拿不准，打96110；被骗了，打110"
    assert len(copied.splitlines()) > 15


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    """Environment of a prepared site whose server the test starts and stops itself."""
    folder = tmp_path_factory.mktemp("screen")
    with fresh_database(folder) as database:
        env = surroundings(folder, free_port(), database)
        prepare(env)
        yield env


def on_the_wall(browser, env, **options):
    context = browser.new_context(
        base_url=env["SITE_URL"], viewport={"width": 1920, "height": 1080}, **options
    )
    page = context.new_page()
    page.clock.install()
    return page


def wait_until(page, true):
    """Until TRUE, an expression, is so; the page's policy forbids the browser's own way of waiting."""
    for _try in range(100):
        if page.evaluate(true):
            return
        page.wait_for_timeout(100)
    raise AssertionError(true)


NEW_WARNING = "from tests.make import a_warning; a_warning(title_zh_hans='{}')"


def test_the_server_stops_and_comes_back_with_a_new_warning(browser, own_site):
    with serving(own_site):
        page = on_the_wall(browser, own_site, service_workers="block")
        page.goto("/screen/")
        known = {now_shown(page), *next_slides(page, 40)}
    asked_again(page)
    asked_again(page)
    assert set(next_slides(page, 40)) <= known
    manage(own_site, "shell", "-c", NEW_WARNING.format("停电以后的新提醒"))
    with serving(own_site):
        asked_again(page)
        page.locator(".slide", has_text="停电以后的新提醒").wait_for(state="attached")
        assert any("停电以后的新提醒" in words for words in next_slides(page, 40))
    page.context.close()


def test_after_a_power_cut_without_network_the_kept_page_comes_up(browser, own_site):
    with serving(own_site):
        page = on_the_wall(browser, own_site)
        page.goto("/screen/")
        wait_until(page, "navigator.serviceWorker.controller !== null")
        with page.expect_response("**/screen/"):
            page.clock.run_for(ASKED * 1000)
        wait_until(page, "caches.open('screen').then(async s => (await s.keys()).length > 0)")
        before = page.locator(".slide").count()
        page.close()
    page = page.context.new_page()
    page.clock.install()
    page.goto(f"{own_site['SITE_URL']}/screen/")
    assert page.locator(".slide").count() == before
    assert len(set(next_slides(page, 30))) > 15
    page.context.close()
