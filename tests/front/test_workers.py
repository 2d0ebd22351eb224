"""Whatever dies of the server of `make run`, the site goes on; told to stop, all of it stops."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from tests.browser.server import (
    ROOT,
    SERVER,
    free_port,
    manage,
    prepare,
    serving,
    surroundings,
    wait_for,
)
from tests.databases import fresh_database

WORKERS, READERS, ROUNDS, MOST = 2, 4, 3, 20_000
PATIENCE = 60  # seconds that a busy machine may take for what is there in one
BROKEN = """
from pathlib import Path
from awareness import granian

def load(parent):
    with Path("{starts}").open("a") as file:
        file.write("x")
    raise ImportError("no such module")

granian.load_application = load
granian.serve()
"""


@pytest.fixture
def site(tmp_path):
    """The surroundings of a prepared site."""
    with fresh_database(tmp_path) as database:
        env = surroundings(tmp_path, free_port(), database)
        prepare(env)
        yield env


def until(condition):
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.02)
    return time.monotonic() - begun


def workers_of(server) -> list[int]:
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text()
    return [int(number) for number in children.split()]


def listeners(env) -> int:
    """How many workers take connections: each has a socket of its own."""
    here = f"0100007F:{int(env['PORT']):04X}"
    rows = [row.split() for row in Path("/proc/net/tcp").read_text().splitlines()]
    return sum(row[1] == here and row[3] == "0A" for row in rows)


def all_up(env, server, killed=frozenset()):
    """Whether as many take connections as at first, none of them KILLED and just dying."""

    def are():
        now = workers_of(server)
        return len(now) == WORKERS == listeners(env) and killed.isdisjoint(now)

    return are


def said(env) -> str:
    return Path(env["VAR_DIR"], "server.log").read_text()


@contextlib.contextmanager
def started(env, *words):
    """A server of which nobody waits that it answers; killed in the end."""
    with Path(env["VAR_DIR"], "server.log").open("w") as log:
        server = subprocess.Popen(
            [*words] or SERVER,
            cwd=ROOT,
            env=env | {"WORKERS": str(WORKERS)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield server
    finally:
        server.kill()
        server.wait()


@contextlib.contextmanager
def ready(env):
    with started(env) as server:
        wait_for(f"{env['SITE_URL']}/livez", server)
        until(all_up(env, server))
        yield server


class Readers:
    """READERS people who read page after page; each waits for one answer at a time."""

    def __init__(self, env):
        self.port, self.stop = int(env["PORT"]), threading.Event()
        self.answered = self.lost = 0
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.read) for _reader in range(READERS)]

    def read(self):
        while not self.stop.is_set() and self.answered < MOST:
            good = self.one()
            with self.lock:
                self.answered += good
                self.lost += not good
            self.stop.wait(0.01 if good else 0.3)  # whoever lost a page tries again in a moment

    def one(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            try:
                connection.request("GET", "/emergency/")
                answer = connection.getresponse()
                return answer.status == 200 and bool(answer.read())
            except (OSError, http.client.HTTPException):
                return False

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_error):
        self.stop.set()
        for thread in self.threads:
            thread.join()


def test_a_killed_worker_costs_no_more_than_what_it_had_in_hand(site):
    kills, gaps = 0, []
    with serving(site, WORKERS) as server, Readers(site) as readers:
        until(all_up(site, server))
        for turn in range(ROUNDS * WORKERS):
            before, worker = readers.answered, workers_of(server)[turn % WORKERS]
            os.kill(worker, signal.SIGKILL)
            kills += 1
            gaps.append(until(lambda: readers.answered > before))  # noqa: B023 - waited for here
            until(all_up(site, server, {worker}))
        before = readers.answered
        until(lambda: readers.answered >= before + READERS)
    assert readers.lost <= kills * READERS


def test_workers_killed_together_and_again_and_again_come_back(site):
    with serving(site, WORKERS) as server:
        until(all_up(site, server))
        for _time in range(4):
            workers = workers_of(server)
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            until(all_up(site, server, set(workers)))
        wait_for(f"{site['SITE_URL']}/livez", server)


@pytest.mark.parametrize("tell", [os.kill, os.killpg], ids=["the-server", "all-as-ctrl-c-does"])
@pytest.mark.parametrize("word", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_all_of_it_stops_by_itself(site, tell, word):
    with ready(site) as server:
        urllib.request.urlopen(f"{site['SITE_URL']}/").close()
        tell(server.pid, word)
        assert server.wait(PATIENCE) == 0
        assert listeners(site) == 0
    assert "refused" not in said(site)


def test_no_worker_outlives_the_server(site):
    with ready(site) as server:
        workers = workers_of(server)
    until(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    assert listeners(site) == 0


def test_a_second_server_is_told_who_has_the_port(site):
    with serving(site, WORKERS) as server, pytest.raises(subprocess.CalledProcessError) as refusal:
        manage(site, "prepare", "--serve", stderr=subprocess.PIPE)
    assert f"端口{site['PORT']}已经有程序在用（进程{server.pid} " in refusal.value.stderr


def test_a_setting_that_is_wrong_ends_the_start(site):
    with started(site | {"DATABASE_URL": "nonsense"}) as server:
        assert server.wait(PATIENCE) != 0
    assert "环境变量 DATABASE_URL" in said(site)


def test_workers_that_cannot_load_are_started_a_second_apart_and_each_time_said(site):
    starts = Path(site["VAR_DIR"], "starts")
    with started(site, sys.executable, "-c", BROKEN.format(starts=starts)) as server:
        until(starts.exists)
        begun = time.monotonic()
        until(lambda: len(starts.read_text()) > WORKERS * 2)
        seconds = time.monotonic() - begun
        server.terminate()
        server.wait(PATIENCE)
    assert len(starts.read_text()) <= WORKERS * (seconds + 2)
    assert said(site).count("no such module") == len(starts.read_text())


def test_this_is_the_server_of_make_run(site):
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    planned = subprocess.run(
        ["make", "-n", "run"], cwd=ROOT, env=alone, capture_output=True, text=True, check=True
    )
    assert planned.stdout.splitlines()[-1].endswith(" ".join(SERVER[1:]))
