"""What must not go out with a public text: personal data, blame, promises, notes to colleagues, unsafe
links.

Pure functions; what the office knows (its numbers, the hosts it links to) is handed in.
"""

from collections.abc import Collection, Iterable

from awareness.lib.guards.contacts import find_emails
from awareness.lib.guards.find import Find, FindWeight, explain
from awareness.lib.guards.links import find_links, links_in
from awareness.lib.guards.personal import find_personal
from awareness.lib.guards.promises import find_promises
from awareness.lib.guards.reading import fold_text
from awareness.lib.guards.staff_notes import find_staff_notes
from awareness.lib.guards.unknown_keys import find_unknown_keys
from awareness.lib.guards.wording import find_blaming

__all__ = ["Find", "FindWeight", "explain", "find_all"]

# Where finds overlap, the kind that stands first here says best what it is.
_MOST_TELLING = [
    *("email", "link_login", "link_scheme", "link_lookalike", "link_address", "link_short"),
    *("link_dead", "link_host", "id_card", "bank_card", "chat_number", "phone", "plate"),
    *("address", "full_name", "staff_note", "promise", "blaming", "unknown_key", "short_number"),
]


def find_all(
    text: str,
    language: str,
    known_numbers: Collection[str],
    allowed_hosts: Collection[str],
    known_keys: Collection[str] = (),
) -> list[Find]:
    """Finds in TEXT in order of place, none overlapping another.

    LANGUAGE (zh-hans, zh-hant, en) is that of the remedies; every rule reads every text.
    KNOWN_NUMBERS are the hotlines and office phones that may be printed, as they stand or as
    {placeholders}; so may be the placeholders of KNOWN_KEYS. A link may lead to ALLOWED_HOSTS, to
    hosts below them, and to .example, which belongs to nobody.
    """
    allowed = tuple(sorted({host.lower().strip(".") for host in allowed_hosts} - {""}))
    keys = {*known_numbers, *known_keys}
    reading = fold_text(text, language, keys)
    emails = list(find_emails(reading, allowed))
    links = links_in(reading, allowed)
    rest = reading.without((link.start, link.end) for link in links)
    return _settle(
        [
            *emails,
            *find_links(reading, links),
            *find_personal(rest, known_numbers),
            *find_promises(rest),
            *find_blaming(rest),
            *find_staff_notes(rest),
            *find_unknown_keys(text, keys),
        ],
        len(text),
    )


def _settle(finds: Iterable[Find], length: int) -> list[Find]:
    """FINDS without those that overlap a weightier, more telling or longer one."""
    taken = bytearray(length)
    kept = []
    for find in sorted(finds, key=_rank):
        if taken.find(1, find.start, find.end) < 0:
            taken[find.start : find.end] = b"\1" * (find.end - find.start)
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)


def _rank(find: Find) -> tuple[bool, int, int, int]:
    soft = find.weight is FindWeight.WARN
    return soft, _MOST_TELLING.index(find.kind), find.start - find.end, find.start
