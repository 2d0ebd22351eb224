"""The libraries that PDFs are drawn with: those of the system, or brought by apt.

Root lets apt install them. Else apt's packages are unpacked into a private folder, in which the PDF
process alone looks. What could not be had is not asked for again before the next day.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from awareness.lib.in_time import InTime

PACKAGES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
MOST_SECONDS = 60
AGAIN_AFTER = 24 * 3600  # seconds
WAY = "LD_LIBRARY_PATH"
APT = (
    "apt-get",
    "-qq",
    "-y",
    "--no-install-recommends",
    "--no-remove",
    "-oAcquire::Retries=0",
    "-oAcquire::http::Timeout=10",
    "-oAcquire::https::Timeout=10",
    "-oAcquire::Languages=none",
    "-oDPkg::Lock::Timeout=5",
)
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_SUSPEND": "1", "LC_ALL": "C"}
FOR_ROOT = ":/usr/local/sbin:/usr/sbin:/sbin"  # what installs needs them, and `su` leaves them out
LOAD = "import ctypes, sys\nfor name in sys.argv[1:]: ctypes.CDLL(name)"


def surroundings(folder: Path) -> dict[str, str]:
    """What a process needs around it to find the libraries in FOLDER."""
    if not folder.is_dir():
        return {}
    ways = [*filter(None, os.environ.get(WAY, "").split(":")), str(folder)]
    return {WAY: ":".join(dict.fromkeys(ways))}


def has_library(library: str, folder: Path) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return (folder / library).exists()
    return True


def all_load(folder: Path) -> bool:
    """Whether a new process finds all of them, and all that they need themselves."""
    words = [sys.executable, "-I", "-S", "-c", LOAD, *PACKAGES]
    env = os.environ | surroundings(folder)
    return subprocess.run(words, env=env, stderr=subprocess.DEVNULL).returncode == 0


def bring(folder: Path, say: Callable[[str], object]) -> bool:
    """Whether PDFs can be drawn. Brings what is missing, in about a minute at most, and says so.

    Beside FOLDER, the private one, lie a log and the sign that it was tried in vain."""
    if all_load(folder):
        return True
    tried, log = folder.with_suffix(".tried"), folder.with_suffix(".log")
    otherwise = f"网站照常开，居民从浏览器打印。要PDF就装这些再重开：{' '.join(PACKAGES.values())}"
    if not shutil.which("apt-get"):
        say(f"还没有做PDF要用的库，{otherwise}（Debian和Ubuntu的包名）")
        return False
    if _age(tried) < AGAIN_AFTER:
        say(f"还没有做PDF要用的库，一天试一次（删掉 {tried} 就马上再试）；{otherwise}")
        return False
    say(f"装做PDF要用的三个库，最多等{MOST_SECONDS}秒……")
    begun = time.monotonic()
    log.write_bytes(b"")
    path = os.environ.get("PATH", os.defpath) + FOR_ROOT
    apt = InTime(MOST_SECONDS, log, os.environ | QUIET | {"PATH": path})
    for done in _ways(apt, folder):
        if all_load(folder):
            tried.unlink(missing_ok=True)
            say(f"{done}，用了{time.monotonic() - begun:.0f}秒。")
            return True
    tried.touch()
    say(f"没装上（记录在 {log}），{otherwise}")
    return False


def _ways(apt: InTime, folder: Path) -> Iterator[str]:
    """Try one way after another; gives what to say if it led there."""
    if os.geteuid() == 0:
        _install(apt)
        yield "装好了"
    scratch = folder.with_suffix(".new")
    shutil.rmtree(scratch, ignore_errors=True)  # of a start that was broken off
    try:
        _unpack(apt, scratch, folder)
    except OSError as error:
        apt.note(repr(error))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    yield f"装好了，在 {folder}，只有做PDF的程序用"


def _install(apt: InTime) -> None:
    """Fetched first: that may be broken off, installing may not."""
    fetch, install = (*APT, "--download-only", "install"), (*APT, "--no-download", "install")
    have = apt.run(*fetch, *PACKAGES.values()) or (
        apt.run(*APT, "update") and apt.run(*fetch, *PACKAGES.values())
    )
    if have:
        apt.run(*install, *PACKAGES.values(), stop=False)


def _unpack(apt: InTime, scratch: Path, folder: Path) -> None:
    """Put the libraries of all packages that apt would install into FOLDER."""
    packages, lists, root = scratch / "archives", scratch / "lists", scratch / "root"
    own = (*APT, f"-oDir::Cache={scratch}", "-oDebug::NoLocking=1", "-oAPT::Sandbox::User=root")
    fresh = (*own, f"-oDir::State::lists={lists}")
    for place in (packages, lists):
        (place / "partial").mkdir(parents=True)
    fetch = ("--download-only", "install", *PACKAGES.values())
    if not apt.run(*own, *fetch):  # no lists of packages, or old ones
        _ = apt.run(*fresh, "update") and apt.run(*fresh, *fetch)
    for package in packages.glob("*.deb"):
        apt.run("dpkg", "-x", str(package), str(root))
    found = [*root.glob("lib/*/lib*.so.*"), *root.glob("usr/lib/*/lib*.so.*")]
    if found:
        libraries = scratch / "libraries"
        libraries.mkdir()
        for library in found:
            library.rename(libraries / library.name)
        shutil.rmtree(folder, ignore_errors=True)
        libraries.rename(folder)


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")
