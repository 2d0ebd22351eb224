"""Every web address in a text, written out or in passing, and whether the public may be sent there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from awareness.lib.guards.find import Find, GuardRule
from awareness.lib.guards.hosts import CHINESE_TOP_DOMAINS, is_top_domain, judge
from awareness.lib.guards.reading import FoldedText

_WHY = {
    "link_host": "这个网址不在允许的网站里，读者可能点进骗子的网页；请换成官方网站或去掉。",
    "link_lookalike": "这个网址长得像官方网站，其实不是，骗子常这样做；请去掉。",
    "link_address": "这个网址是一串数字，看不出是谁的网站；请去掉。",
    "link_login": "这个网址里有@，真正打开的是@后面的网站，骗子常这样做；请去掉。",
    "link_short": "这是短网址，看不出通到哪里；请换成官方网站的全称或去掉。",
    "link_scheme": "这不是普通的网页链接，点了可能直接打开软件或运行程序；请去掉。",
    "link_dead": "这个网址打不开，写法不对；请改正或去掉。",
}
_RULES = {kind: GuardRule(kind, why) for kind, why in _WHY.items()}
_WRITTEN_ODDLY = GuardRule(
    "link_lookalike", "这个网址里有全角或看不见的字符，读者可能打不开；请换成普通写法。"
)
_REMOVED = {"zh-hans": "（网址已隐去）", "zh-hant": "（網址已隱去）", "en": "(web address removed)"}

_SIGN = r"[^\W\u3400-\u9fff]"  # letters and figures of any script but Han, and _
_LABEL = rf"{_SIGN}(?:{_SIGN}|-){{0,62}}"
_DOT = r"(?:\.|。|\[\.\]|\(\.\)|[\[(【（](?:dot|点)[\])】）]|点)"
_PATH = r"(?:(?!h..ps?:)[A-Za-z0-9._~:/?#\[\]@!$&'()*+;=%-])*"
_WRITTEN_OUT = re.compile(
    r"(?<![A-Za-z0-9+.-])(?P<scheme>[A-Za-z][A-Za-z0-9+.*-]{1,15}) ?[:;] ?[/\\]{2,3}"
    rf"(?P<authority>[^\s/\\?#<>\"“”‘’「」『』《》，。；！？、…\ue000]{{1,300}})(?P<path>[/\\?#]{_PATH})?"
)
_SCRIPT = re.compile(
    r"(?<![A-Za-z])(?:(?:javascript|vbscript):[^\s，。；、]{1,200}|data:[a-z]{1,20}/[a-z0-9.+-]{1,40}[;,][^\s，。；、]{0,200})",
    re.I,
)
_BARE = re.compile(
    rf"(?<!{_SIGN})(?<!@)(?<!(?<!\.)\.)(?P<host>{_LABEL}(?:{_DOT}{_LABEL}){{1,10}})(?!@|{_SIGN})"
    rf"(?P<rest>(?::[0-9]{{2,5}})?(?:[/?#]{_PATH})?)",
    re.I,
)
# 中国.cn, 公安.政务; not 结尾是.cn, which speaks of an ending
_CHINESE = re.compile(
    rf"(?:[\w-]{{1,30}}\.(?:{'|'.join(sorted(CHINESE_TOP_DOMAINS))})"
    rf"|[\u3400-\u9fff]{{1,12}}(?<![是用以为缀的和或叫带含与有个非])\.(?:cn|com|net|org|cc)(?!{_SIGN}|[.-]))(?:/{_PATH})?",
    re.I,
)
_FIGURES = re.compile(
    rf"(?<![0-9.])(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}(?![0-9]|\.[0-9])(?P<rest>(?::[0-9]{{2,5}})?(?:[/?#]{_PATH})?)"
)
_VERSION_BEFORE = re.compile(r"(?:版本号?|version|\bv)[ :]?$", re.I)
_HAN = re.compile("[\u3400-\u9fff]")
_TRAILING = ".,;:!?'&([)]*"
_USUAL_ENDINGS = frozenset({"cn", "com", "net", "org", "cc", "co"})


@dataclass(frozen=True)
class Link:
    """A web address at TEXT[START:END] of a reading; KIND None: the public may be sent there."""

    start: int
    end: int
    kind: str | None


def links_in(reading: FoldedText, allowed: tuple[str, ...]) -> list[Link]:
    """All web addresses of READING, allowed or not, none inside another; ALLOWED in lower case."""
    links: list[Link] = []
    text = reading.text
    for finder in (_written_out, _scripts, _figures, _bare, _chinese):
        found = list(finder(text, allowed))
        links += found
        text = _blank(text, found)
    return links


def find_links(reading: FoldedText, links: list[Link]) -> Iterator[Find]:
    """Finds for the LINKS of READING that must not go out."""
    for link in links:
        plain = re.sub(_DOT, ".", reading.text[link.start : link.end])
        if link.kind:
            yield reading.find(_RULES[link.kind], link.start, link.end, _REMOVED)
        elif reading.source(link.start, link.end) != plain:
            yield reading.find(_WRITTEN_ODDLY, link.start, link.end, plain)


def _blank(text: str, links: list[Link]) -> str:
    pieces, at = [], 0
    for link in links:
        pieces += [text[at : link.start], " " * (link.end - link.start)]
        at = link.end
    return "".join([*pieces, text[at:]])


def _written_out(text: str, allowed: tuple[str, ...]) -> Iterator[Link]:
    for place in _WRITTEN_OUT.finditer(text):
        authority = _ends_before_chinese(place["authority"])
        path = place["path"] if len(authority) == len(place["authority"]) else None
        whole = text[place.start() : place.start("authority")] + authority + (path or "")
        end = place.start() + len(whole.rstrip(_TRAILING))
        yield Link(place.start(), end, _kind(place["scheme"], authority, allowed))


def _ends_before_chinese(authority: str) -> str:
    """Without the Chinese sentence that goes on right after an address; 中国.cn stays whole."""
    chinese = _HAN.search(authority)
    before = authority[: chinese.start()] if chinese else authority
    host = _host(before)
    if chinese and "@" not in authority and "." in host and is_top_domain(host.rpartition(".")[2]):
        return before
    return authority


def _kind(scheme: str, authority: str, allowed: tuple[str, ...]) -> str | None:
    if not re.fullmatch(r"h(?:tt|xx|\*\*|\+\+)ps?", scheme.lower()):
        return "link_scheme"
    return "link_login" if "@" in authority else judge(_host(authority), allowed)


def _host(authority: str) -> str:
    """The host of AUTHORITY in lower case, unmasked, without port."""
    plain = re.sub(_DOT, ".", authority.lower().rstrip(_TRAILING.replace("]", "")))
    return re.sub(r":[0-9]*$", "", plain).strip(".")


def _scripts(text: str, allowed: tuple[str, ...]) -> Iterator[Link]:
    for place in _SCRIPT.finditer(text):
        yield Link(*place.span(), "link_scheme")


def _figures(text: str, allowed: tuple[str, ...]) -> Iterator[Link]:
    for place in _FIGURES.finditer(text):
        host = place[0].removesuffix(place["rest"])
        version = _VERSION_BEFORE.search(text[max(0, place.start() - 8) : place.start()])
        if all(int(part) < 256 for part in host.split(".")) and (place["rest"] or not version):
            end = place.start() + len(place[0].rstrip(_TRAILING))
            yield Link(place.start(), end, "link_address")


def _bare(text: str, allowed: tuple[str, ...]) -> Iterator[Link]:
    for place in _BARE.finditer(text):
        host = _real_host(place["host"], bool(place["rest"]))
        if host:
            whole = host + (place["rest"] if host == place["host"] else "")
            end = place.start() + len(whole.rstrip(_TRAILING))
            yield Link(place.start(), end, judge(_host(host), allowed))


def _real_host(typed: str, has_path: bool) -> str:
    """The part of TYPED that is a host, '' if it is a sentence without its space."""
    parts = re.split(f"({_DOT})", typed)
    while len(parts) > 2 and not is_top_domain(parts[-1].lower()):
        del parts[-2:]
    ending, names = parts[-1], parts[:-1:2]
    if not names:
        return typed if typed.lower().startswith("www.") else ""
    usual = ending.lower() in _USUAL_ENDINGS or has_path or names[0].lower() == "www"
    sentence = ending.istitle() or max(map(len, names)) < 2
    masked = "。" in parts or "点" in parts
    return "".join(parts) if usual or not (sentence or masked) else ""


def _chinese(text: str, allowed: tuple[str, ...]) -> Iterator[Link]:
    for place in _CHINESE.finditer(text):
        yield Link(*place.span(), "link_host")
