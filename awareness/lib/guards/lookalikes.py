"""Hosts that are made to be taken for one that the house trusts."""

from dataclasses import dataclass
from functools import lru_cache

# Signs that look alike in an address bar, after Unicode TR 39; figures stand for letters too.
_TWINS = {
    "a": "аɑαàáâãäåāǎ",
    "b": "ьвβ8",
    "c": "сϲçс",
    "d": "ԁɗđ",
    "e": "еёєεèéêëēě3",
    "g": "ɡցğ9",
    "h": "һհ",
    "j": "ј",
    "k": "кκ",
    "l": "і1iїιıìíîïīǐⅼӏł|",
    "m": "м",
    "n": "ոñηпń",
    "o": "оοօòóôõöøōǒ0",
    "p": "рρ",
    "q": "ԛ",
    "r": "г",
    "s": "ѕśš5",
    "t": "тτ",
    "u": "υսùúûüūǔ",
    "v": "νѵ",
    "w": "ԝωѡш",
    "x": "хχ",
    "y": "уγýÿ",
    "z": "žź2",
}
_TO_TWIN = str.maketrans({sign: base for base, signs in _TWINS.items() for sign in signs})
_TELLING_NAME = 5  # letters; a shorter name stands in other names by chance
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class _Trusted:
    """A trusted host taken apart once; every part is a skeleton."""

    host: str
    labels: list[str]
    pieces: str
    name: str
    slips: int


def skeleton(host: str) -> str:
    """HOST with every sign written as the one it is mistaken for."""
    return host.translate(_TO_TWIN).replace("rn", "m").replace("vv", "w")


def resembles(host: str, allowed: tuple[str, ...]) -> bool:
    """Whether HOST, which is not one of ALLOWED, could be read as one of them."""
    shown = skeleton(host.removeprefix("www."))
    labels, pieces = shown.split("."), _pieces(shown)
    return any(_passes_for(own, shown, labels, pieces) for own in _trusted(allowed))


@lru_cache(maxsize=8)
def _trusted(allowed: tuple[str, ...]) -> list[_Trusted]:
    hosts = [skeleton(host.removeprefix("www.")) for host in allowed]
    return [_take_apart(host) for host in hosts]


def _take_apart(host: str) -> _Trusted:
    labels = host.split(".")
    name = max(labels[:-1] or labels, key=len)
    return _Trusted(host, labels, _pieces(host), name, 2 if len(name) >= _TELLING_NAME else 1)


def _passes_for(own: _Trusted, host: str, labels: list[str], pieces: str) -> bool:
    inside = own.pieces in pieces or host.endswith(own.host)
    if inside or (len(own.name) >= _TELLING_NAME and own.name in host):
        return True
    tail = labels[-len(own.labels) :]
    if len(tail) < len(own.labels) or len(own.name) < _SHORTEST_NAME:
        return False
    other_ending = tail[:-1] == own.labels[:-1]
    return other_ending or _within(".".join(tail), own.host, own.slips)


def _pieces(host: str) -> str:
    """So that gov.cn is found inside gov.cn.abc.com, pay-gov.cn and my-gov-cn.net."""
    return f".{host.replace('-', '.')}."


def _within(one: str, other: str, slips: int) -> bool:
    """Whether at most SLIPS typing slips (one sign more, less, changed; two swapped) part them."""
    if abs(len(one) - len(other)) > slips:
        return False
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        line = [row]
        for column, twin in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (sign != twin))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == twin:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > slips:
            return False
        before, above = above, line
    return above[-1] <= slips
