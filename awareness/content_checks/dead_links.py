"""Links to sites that do not exist: asked of the network's directory, where there is one.

A slip of one letter in an official name is free for anybody to register.
"""

import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from functools import lru_cache

from awareness.lib.guards import Find, FindWeight
from awareness.lib.guards.hosts import is_within

SECONDS = 2.0
# If these are not found either, the network has no directory, and nothing is said of any site.
KNOWN_TO_EXIST = ("www.gov.cn", "www.12377.cn")
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?", re.I | re.A)


def find_dead(text: str, allowed_hosts: list[str]) -> Iterator[Find]:
    """The hosts in TEXT that lie within ALLOWED_HOSTS and do not exist."""
    places = [one for one in _HOST.finditer(text) if "." in one[0]]
    within = [one for one in places if is_within(one[0].lower(), allowed_hosts)]
    dead = dead_hosts(frozenset(one[0].lower() for one in within))
    for one in within:
        if one[0].lower() in dead:
            why = f"没有叫{one[0]}的网站，可能写错了一个字母；请改正或去掉。"
            yield Find("link_dead", *one.span(), one[0], why, None, FindWeight.BLOCK, False)


@lru_cache(maxsize=256)
def dead_hosts(hosts: frozenset[str]) -> frozenset[str]:
    """Those of HOSTS that surely do not exist; none where nobody can say."""
    if not hosts:
        return frozenset()
    asked = [*hosts, *KNOWN_TO_EXIST]
    pool = ThreadPoolExecutor(len(asked))
    answers = {host: pool.submit(is_missing, host) for host in asked}
    wait(answers.values(), timeout=SECONDS)
    pool.shutdown(wait=False, cancel_futures=True)
    said = {host: answer.result() for host, answer in answers.items() if answer.done()}
    if all(said.get(host, True) for host in KNOWN_TO_EXIST):
        return frozenset()
    return frozenset(host for host in hosts if said.get(host))


def is_missing(host: str) -> bool:
    """Whether the directory says that there is no HOST; an error of another kind says nothing."""
    try:
        socket.getaddrinfo(host, 443)
    except socket.gaierror as error:
        return error.errno == socket.EAI_NONAME
    except (OSError, UnicodeError):
        return False
    return False
