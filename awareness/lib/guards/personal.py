"""Personal data: what leads to one person. A reviewer may let it pass with a written reason."""

from collections.abc import Collection, Iterator

from awareness.lib.guards.addresses import find_addresses
from awareness.lib.guards.chinese_names import find_chinese_names
from awareness.lib.guards.contacts import find_contacts
from awareness.lib.guards.english_names import find_english_names
from awareness.lib.guards.find import Find
from awareness.lib.guards.numbers import find_cards
from awareness.lib.guards.phones import find_phones
from awareness.lib.guards.reading import FoldedText
from awareness.lib.guards.reported_names import find_reported_names
from awareness.lib.guards.titled_names import find_titled_names


def find_personal(reading: FoldedText, known_numbers: Collection[str]) -> Iterator[Find]:
    """All kinds but e-mail addresses, which are told from links first (`find_emails`)."""
    for written in _as_figures(reading):
        yield from find_cards(written)
        yield from find_contacts(written, known_numbers)
        yield from find_phones(written, known_numbers)
    yield from find_addresses(reading)
    yield from find_chinese_names(reading)
    yield from find_reported_names(reading)
    yield from find_titled_names(reading)
    yield from find_english_names(reading)


def _as_figures(reading: FoldedText) -> list[FoldedText]:
    """READING as written, and with spelt-out numbers as figures if it has any."""
    figures = reading.in_figures()
    return [reading] if figures.text == reading.text else [reading, figures]
