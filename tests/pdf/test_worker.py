"""The press as a process: killed, starved, called twice, told to fetch. No sheet is lost or halved."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from awareness.pdf import requests
from tests.browser.server import ROOT
from tests.killing import child, was_killed

from .requesting import (
    SLOW,
    a_press,
    a_sheet,
    ask,
    asked_until_over,
    at_work,
    ended,
    is_gone,
    is_whole,
    its_words,
    look,
    made,
    pdfs,
    press_button,
    shelf,
    until,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.files,
    pytest.mark.usefixtures("own_press"),
]


def run_a_press(first: str = ""):
    assert a_press(*its_words(), first=first).wait() == 0


def test_killed_at_any_moment_no_pdf_is_half_and_the_next_press_makes_it(tmp_path):
    command = [sys.executable, "-m", "tests.pdf.killed_worker", str(tmp_path)]
    seen = json.loads(subprocess.check_output(command, cwd=ROOT, text=True))
    assert seen["wrong"] == []
    assert seen["kills"] >= 15
    assert seen["made"] > seen["kills"]
    assert seen["waiting"] == []


def test_a_sheet_in_hand_when_two_presses_died_is_given_up_and_others_are_made(no_press):
    ask(SLOW)
    for tries in (1, 2):
        doomed = a_press(*its_words())
        until(lambda tries=tries: list((requests.room() / "waiting").glob(f"{tries}-*")))
        doomed.kill()
        doomed.wait()
    ask(a_sheet())
    run_a_press()
    assert ask(a_sheet()).status_code == 302
    assert ask(SLOW).status_code == 503


@pytest.mark.parametrize("limit", ["LONGEST = 1", "MOST_MEMORY = 200 * 1024**2"])
def test_a_sheet_that_takes_too_much_is_given_up_and_others_are_made(no_press, limit):
    ask(a_sheet())
    run_a_press()
    ask(SLOW)
    ask(a_sheet("下一张"))
    for _press in range(3):  # who finds no memory may die of it, anywhere; the next one goes on
        if a_press(*its_words(), first=f"worker.{limit}").wait() == 0:
            break
    assert ask(SLOW).status_code == 503
    assert ask(a_sheet("下一张")).status_code == 302


FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))"


@pytest.mark.parametrize("when", ["from the start", "once there are fonts"])
def test_a_full_disk_is_no_fault_of_a_sheet(no_press, time_machine, when):
    if when == "once there are fonts":
        run_a_press()
    ask(a_sheet())
    run_a_press(first=FULL)
    rests_and_is_made(time_machine)


def test_where_the_site_cannot_keep_pdfs_a_made_one_waits_until_it_can(no_press):
    ask(a_sheet())
    run_a_press()
    shelf().parent.mkdir(parents=True)
    shelf().touch()
    for _time in range(3):
        answer = look(a_sheet())
        assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    shelf().unlink()
    assert look(a_sheet()).status_code == 302
    assert is_whole(*pdfs())


def rests_and_is_made(time_machine):
    """A sheet, after a minute at most."""
    answer = ask(a_sheet())
    assert answer.status_code == 503
    assert 0 < int(answer["Retry-After"]) <= 60
    time_machine.move_to(time.time() + int(answer["Retry-After"]))
    assert ask(a_sheet()).status_code == 202
    run_a_press()
    assert ask(a_sheet()).status_code == 302


def test_a_press_that_is_stuck_beyond_python_ends_by_itself(no_press):
    stuck = "worker.STUCK = 1"
    ask(SLOW)
    assert a_press(*its_words(), first=stuck).wait() == 1
    assert a_press(*its_words(), first=stuck).wait() == 1
    run_a_press()
    assert ask(SLOW).status_code == 503


def test_a_fresh_press_goes_on_after_a_shift(no_press):
    for number in range(5):
        ask(a_sheet(str(number)))
    run_a_press(first="worker.SHIFT = 2")
    assert len(made()) == 5


def test_many_readers_at_two_servers_start_one_press():
    sheets = [a_sheet(str(number)) for number in range(6)]

    def server():
        readers = [threading.Thread(target=ask, args=[sheet]) for sheet in sheets]
        [reader.start() for reader in readers]
        [reader.join() for reader in readers]

    ask(sheets[0])
    first = until(at_work)
    servers = [child(server), child(server)]
    assert not any(was_killed(number) for number in servers)
    assert asked_until_over(sheets[5]).status_code == 302
    assert at_work() == first
    assert len(presses()) == 1


def presses() -> list[str]:
    """The processes that work in this test's folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        words = path.read_bytes() if path.exists() else b""
        if b"pdf.worker" in words and str(requests.room()).encode() in words:
            found.append(path.parent.name)
    return found


def kill_the_press():
    """As `kill -9` does, whatever it is doing."""
    for number in presses():
        os.kill(int(number), signal.SIGKILL)
    until(lambda: not presses())


def test_a_press_killed_as_it_starts_is_started_again_by_the_next_look():
    press_button(a_sheet())
    until(presses)
    kill_the_press()
    assert look(a_sheet()).status_code == 202
    looked = time.monotonic()
    until(presses)
    assert time.monotonic() - looked < 0.5
    assert until(lambda: ended(look(a_sheet()))).status_code == 302


def test_a_look_of_any_waiting_reader_has_all_made_that_waited_when_the_press_was_killed():
    sheets = [a_sheet(str(number)) for number in range(4)]
    [press_button(sheet) for sheet in sheets]
    until(lambda: list((requests.room() / "waiting").glob("1-*")))
    kill_the_press()
    assert until(lambda: ended(look(sheets[3]))).status_code == 302
    until(lambda: len(made()) == 3)


def test_a_press_that_is_killed_while_nothing_waits_is_not_started_by_looking():
    asked_until_over(a_sheet())
    until(lambda: not list((requests.room() / "waiting").iterdir()))
    kill_the_press()
    assert look(a_sheet()).status_code == 302
    assert look(a_sheet("另一张")).status_code == 200
    assert not presses()


def test_a_second_press_ends_at_once(no_press):
    ask(a_sheet())
    first = a_press(*its_words(), idle=60)
    number = until(at_work)
    assert number == first.pid
    run_a_press()
    assert at_work() == number
    first.kill()
    first.wait()


class Listener(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self):
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *words):
        pass


def test_the_press_fetches_nothing():
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    outside = f"http://127.0.0.1:{server.server_port}"
    secret = requests.room().parent / "secret.svg"
    secret.parent.mkdir(parents=True, exist_ok=True)
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">secret</text></svg>')
    html = (
        f'<link rel="stylesheet" href="{outside}/a.css"><style>@import "{outside}/b.css";'
        f'@font-face {{ font-family: x; src: url("{outside}/c.woff2") }} body {{ font-family: x;'
        f'background: url("{outside}/d.png") }}</style><img src="{outside}/e.png">'
        f'<img src="{secret.as_uri()}"><img src="/f.png"><link rel="attachment" href="{outside}/g">'
        f'<svg><image href="{outside}/h.png"/><use href="{outside}/i.svg#a"/></svg>'
    )
    try:
        assert asked_until_over(a_sheet(html)).status_code == 302
    finally:
        server.shutdown()
        server.server_close()
    [pdf] = pdfs()
    assert is_whole(pdf)
    assert b"secret" not in subprocess.check_output(["pdftotext", str(pdf), "-"])
    assert Listener.asked == []


def test_the_press_needs_neither_django_nor_the_database():
    program = "import sys, awareness.pdf.worker\nassert 'django' not in sys.modules"
    env = {"PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=env, check=True)


def test_a_press_whose_folder_is_taken_away_ends():
    ask(a_sheet())
    number = until(at_work)
    shutil.rmtree(requests.room())
    until(lambda: is_gone(number))
