"""What kind of host a link leads to. Nothing is asked of the network."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from awareness.lib.guards.lookalikes import resembles, skeleton
from awareness.lib.guards.wordlists import word_list

TOP_DOMAINS = word_list("top_domains")
_TOP_SKELETONS = frozenset(map(skeleton, TOP_DOMAINS))
CHINESE_TOP_DOMAINS = word_list("chinese_top_domains")
_NEVER_PUBLIC = frozenset({"test", "invalid", "localhost", "local", "internal"})  # RFC 6761
_SHORTENERS = word_list("short_links")
_LETTERS_OF_AN_ENDING = 2
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]+|[0-9]+)(?:\.(?:0x[0-9a-f]+|[0-9]+)){0,3}", re.I)


def is_within(host: str, allowed: Collection[str]) -> bool:
    """Whether HOST is one of ALLOWED or below one of them; both in lower case."""
    return any(host == own or host.endswith(f".{own}") for own in allowed if own)


def is_fiction(host: str) -> bool:
    """.example belongs to nobody (RFC 2606): fraudsters' addresses in this house's stories."""
    return host.endswith(".example")


def is_number(host: str) -> bool:
    """An address in figures: 192.0.2.1, 3221225985, 0xC0000201, [2001:db8::1]."""
    return host.startswith("[") or bool(_NUMERIC.fullmatch(host))


def is_top_domain(label: str) -> bool:
    """Whether LABEL ends a web address, be it in disguise (сn with a Cyrillic с, c0m).

    Figures alone never do: 12.50 is a sum; nor does a figure with one letter: 2.5G.
    """
    if label in TOP_DOMAINS or label.startswith("xn--"):
        return True
    letters = sum(sign.isalpha() for sign in label)
    return letters >= _LETTERS_OF_AN_ENDING and skeleton(label) in _TOP_SKELETONS


@lru_cache(maxsize=4096)
def judge(host: str, allowed: tuple[str, ...]) -> str | None:
    """The kind of find that HOST (lower case, as typed) deserves, None if it may be linked."""
    if is_within(host, allowed) or is_fiction(host):
        return None
    if is_number(host):
        return "link_address"
    if host in _SHORTENERS or host.removeprefix("www.") in _SHORTENERS:
        return "link_short"
    if _cannot_exist(host):
        return "link_dead"
    return "link_lookalike" if _deceives(host, allowed) else "link_host"


def _cannot_exist(host: str) -> bool:
    labels = host.split(".")
    return (
        len(labels) < 2
        or len(host) > 253
        or labels[-1] in _NEVER_PUBLIC
        or not all(_LABEL.fullmatch(label) for label in labels)
    )


def _deceives(host: str, allowed: tuple[str, ...]) -> bool:
    shown = ".".join(_decoded(label) for label in host.split("."))
    return any(_mixes_scripts(label) for label in shown.split(".")) or resembles(shown, allowed)


def _decoded(label: str) -> str:
    """LABEL as a browser may show it: xn--… are disguised letters of other scripts."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def _mixes_scripts(label: str) -> bool:
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in label if sign.isalpha()}
    return bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}) or (
        "LATIN" in scripts and len(scripts) > 1
    )
