"""Who speaks, on the line at the head of a sheet. Where it grows too long, the site's name goes
first, then the office's name takes two lines; what page it is comes last and gives way after that."""

from dataclasses import dataclass

from awareness.lib.typesetting.line_breaking import text_width

from ..blocks import POINT, Face

GAP = 4.0  # mm, between the parts, as in sheet.css
LEAST_PLACE = 50.0  # mm that the kind of page may take beside a long name
MOST_LINES = 2


@dataclass(frozen=True)
class Top:
    """What stands there: the SITE's name or not, OFFICE and PLACE in lines."""

    site: bool
    office: list[str]
    place: list[str]


@dataclass(frozen=True)
class FreeHead:
    """A head whose line is no matter of width."""

    def set(self, _site: str, office: str, place: str) -> Top:
        return Top(True, [office], [place])


@dataclass(frozen=True)
class LineHead:
    """A head that has one line of FACE: less the drawn character, and a little for a printer's wider
    letters. NAMES_OFFICE: the office stands there too, not at the foot only."""

    face: Face
    names_office: bool = True

    def set(self, site: str, office: str, place: str) -> Top:
        face = self.face
        if not self.names_office:
            taken = _wide(site, face, bold=True) + GAP
            return Top(True, [office], _lines(place, face, face.width - taken))
        whole = _wide(site, face, bold=True) + _wide(office, face) + _wide(place, face) + 2 * GAP
        if whole <= face.width:
            return Top(True, [office], [place])
        beside = min(_wide(place, face), LEAST_PLACE) + GAP
        named = _lines(office, face, face.width - beside)
        if not named:
            return Top(False, _lines(office, face, face.width), [])
        left = face.width - max(_wide(line, face) for line in named) - GAP
        return Top(False, named, _lines(place, face, left))


def _lines(text: str, face: Face, room: float) -> list[str]:
    """TEXT in at most two lines of ROOM mm; none if it takes more."""
    lines = Face(face.size, face.leading, room).set(text)
    return lines if len(lines) <= MOST_LINES else []


def _wide(text: str, face: Face, bold: bool = False) -> float:
    return text_width(text, bold) * face.size * POINT
