"""What PDFs are drawn with is used, installed or unpacked; without it the start says so, and only once
a day asks for it. Apt is a script that writes down what it is told."""

import os
import subprocess
import sys
import time
from pathlib import Path

import _brotli
import pytest

from awareness.lib import pdf_libraries

LIBRARY, PACKAGE = "libpretend-1.so.1", "libpretend1"
APT = """#!/bin/sh
echo "$*" >>{here}/calls
[ -e {here}/locked ] && case "$*" in *NoLocking*) ;; *) exit 100 ;; esac
[ -e {here}/slow ] && {{ echo $$ >{here}/sleeper; sleep $(cat {here}/slow); }}
case "$*" in
*update) [ -e {here}/network ] && touch {here}/lists ;;
*--download-only*)
    [ -e {here}/lists ] || exit 100
    for word; do
        case "$word" in -oDir::Cache=*) touch ${{word#*=}}/archives/{package}_1.deb ;; esac
    done ;;
*--no-download*) sleep $(cat {here}/needs || echo 0); cp {library} {here}/system/{name} ;;
esac
"""
DPKG = """#!/bin/sh
mkdir -p $3/usr/lib/any-machine/plugins && cp {library} $3/usr/lib/any-machine/{name}
"""


class Machine:
    """A machine that lacks one library, with what its apt was told."""

    def __init__(self, here: Path):
        self.here, self.folder, self.said = here, here / "var" / "pdf-libraries", []
        for name in ("bin", "system", "var"):
            (here / name).mkdir()
        self.has("network")
        for name, text in {"apt-get": APT, "dpkg": DPKG}.items():
            program = here / "bin" / name
            program.write_text(
                text.format(here=here, library=_brotli.__file__, name=LIBRARY, package=PACKAGE)
            )
            program.chmod(0o755)

    def has(self, name, words=""):
        (self.here / name).write_text(words)

    def lacks(self, name):
        (self.here / name).unlink()

    def start(self) -> bool:
        self.said.clear()
        return pdf_libraries.bring(self.folder, self.said.append)

    def calls(self) -> list[str]:
        """The verbs that apt was given since the last look, less options."""
        path = self.here / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        told = ("--download-only", "--no-download", "update")
        return [next(word for word in told if word in line.split()) for line in lines]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_libraries, "PACKAGES", {LIBRARY: PACKAGE})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "system"))
    return Machine(tmp_path)


@pytest.fixture
def root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def until(look) -> bool:
    """Whether LOOK is true in the end."""
    ends = time.monotonic() + 60
    while not look() and time.monotonic() < ends:
        time.sleep(0.05)
    return look()


def test_libraries_that_are_there_are_used(machine):
    (machine.here / "system" / LIBRARY).write_bytes(Path(_brotli.__file__).read_bytes())
    assert machine.start()
    assert (machine.said, machine.calls()) == ([], [])


def test_root_lets_apt_install_them(machine, root):
    machine.has("lists")
    assert machine.start()
    assert machine.calls() == ["--download-only", "--no-download"]
    assert machine.said[0] == "装做PDF要用的三个库，最多等60秒……"
    assert machine.said[1].startswith("装好了，用了")
    assert not machine.folder.exists()


def test_apt_that_knows_no_packages_is_updated_first(machine, root):
    assert machine.start()
    assert machine.calls() == ["--download-only", "update", "--download-only", "--no-download"]


def test_without_root_they_are_unpacked_where_only_the_pdf_process_looks(machine):
    machine.has("lists")
    assert machine.start()
    assert machine.calls() == ["--download-only"]
    assert [path.name for path in machine.folder.iterdir()] == [LIBRARY]
    assert str(machine.folder) in machine.said[1]
    assert not machine.folder.with_suffix(".new").exists()
    words = [sys.executable, "-c", f"import ctypes; ctypes.CDLL('{LIBRARY}')"]
    around = os.environ | pdf_libraries.surroundings(machine.folder)
    assert around["LD_LIBRARY_PATH"] == f"{machine.here / 'system'}:{machine.folder}"
    assert subprocess.run(words, env=around).returncode == 0
    assert subprocess.run(words, stderr=subprocess.DEVNULL).returncode != 0
    assert pdf_libraries.has_library(LIBRARY, machine.folder)
    assert machine.start()
    assert (machine.said, machine.calls()) == ([], [])


def test_without_root_and_lists_apt_keeps_lists_of_its_own(machine):
    assert machine.start()
    assert machine.calls() == ["--download-only", "update", "--download-only"]


def test_while_another_installs_root_unpacks(machine, root):
    machine.has("locked")
    assert machine.start()
    assert machine.folder.exists()


def test_in_vain_it_names_the_packages_and_waits_for_the_next_day(machine):
    machine.lacks("network")
    assert not machine.start()
    assert machine.calls()
    assert len(machine.said) == 2
    assert "没装上" in machine.said[1]
    assert PACKAGE in machine.said[1]
    assert not machine.start()
    assert machine.calls() == []
    assert len(machine.said) == 1
    assert PACKAGE in machine.said[0]
    tried = machine.folder.with_suffix(".tried")
    assert str(tried) in machine.said[0]
    yesterday = time.time() - 25 * 3600
    os.utime(tried, (yesterday, yesterday))
    machine.has("network")
    assert machine.start()
    assert not tried.exists()


def test_whoever_takes_the_sign_away_has_it_tried_again(machine):
    machine.lacks("network")
    machine.start()
    machine.has("network")
    machine.folder.with_suffix(".tried").unlink()
    assert machine.start()


def test_a_machine_without_apt_is_told_the_names(machine, monkeypatch):
    monkeypatch.setenv("PATH", str(machine.here / "system"))
    assert not machine.start()
    assert len(machine.said) == 1
    assert PACKAGE in machine.said[0]


def test_a_network_that_hangs_holds_nobody_up(machine, root, monkeypatch):
    monkeypatch.setattr(pdf_libraries, "MOST_SECONDS", 0.5)
    machine.has("slow", "600")
    begun = time.monotonic()
    assert not machine.start()
    assert time.monotonic() - begun < 60
    sleeper = Path("/proc", (machine.here / "sleeper").read_text().strip())
    assert until(lambda: not sleeper.exists())


def test_an_installation_once_begun_is_never_broken_off(machine, root, monkeypatch):
    monkeypatch.setattr(pdf_libraries, "MOST_SECONDS", 2)
    machine.has("lists")
    machine.has("needs", "4")
    assert not machine.start()
    if "--no-download" in machine.calls():
        assert until((machine.here / "system" / LIBRARY).exists)


def test_what_a_start_that_was_broken_off_left_is_cleared(machine):
    machine.has("lists")
    machine.folder.with_suffix(".new").mkdir()
    (machine.folder.with_suffix(".new") / "archives").mkdir()
    assert machine.start()
    assert not machine.folder.with_suffix(".new").exists()
