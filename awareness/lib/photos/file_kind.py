"""What an uploaded file is by its bytes, whatever it is called: its kind, its end, what hides in it."""

import io
import re
import zipfile

JPEG, PNG, WEBP, HEIF = "JPEG", "PNG", "WEBP", "HEIF"
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}  # ISO/IEC 23008-12
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9  # markers of ITU-T T.81
MOST_SCANS = 100  # a camera writes about ten; thousands keep a decoder busy for minutes
# A marker that is neither a stuffed byte nor a restart inside the coded data.
_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")
# Web pages, scripts, PDF and archives are recognised by their readers anywhere in a file.
_ANYWHERE = re.compile(
    rb"<(?:html|script|svg|iframe)[\s>]|<!doctype\s|<\?php|%PDF-\d|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c",
    re.I,
)
_AT_START = (
    *(b"<", b"#!", b"MZ", b"\x7fELF", b"PK\x03\x04", b"GIF8", b"\x1f\x8b", b"BZh", b"{\\rtf"),
    *(b"\xfd7zXZ", b"\xd0\xcf\x11\xe0", b"\xca\xfe\xba\xbe"),
)


def image_kind(data: bytes) -> str | None:
    """JPEG, PNG, WEBP or HEIF by the first bytes of DATA; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    return HEIF if data[4:8] == b"ftyp" and _brands(data) & HEIC_BRANDS else None


def _brands(data: bytes) -> set[bytes]:
    """The brands that a HEIF file says it fits; empty for AVIF, which shares one of them."""
    box = data[8 : min(int.from_bytes(data[:4], "big"), 512)]
    brands = {box[place : place + 4] for place in range(0, len(box), 4) if place != 4}
    return set() if brands & {b"avif", b"avis"} else brands


def end_of(kind: str, data: bytes) -> int | None:
    """Where the image of KIND in DATA ends, in bytes; None if it is cut off before."""
    return {JPEG: _jpeg_end, PNG: _png_end, WEBP: _webp_end, HEIF: _heif_end}[kind](data)


def _jpeg_end(data: bytes) -> int | None:
    place, scans = 2, 0
    while found := _MARKER.search(data, place):
        place, marker = found.end(), found[0][-1]
        if marker == END_OF_IMAGE:
            return place
        scans += marker == START_OF_SCAN
        if scans > MOST_SCANS:
            return None
        if marker != 0x01:  # the only other marker without a length
            place += int.from_bytes(data[place : place + 2], "big")
    return None


def _png_end(data: bytes) -> int | None:
    place = 8
    while place + 12 <= len(data):
        name = data[place + 4 : place + 8]
        place += 12 + int.from_bytes(data[place : place + 4], "big")
        if name == b"IEND" and place <= len(data):
            return place
    return None


def _webp_end(data: bytes) -> int | None:
    size = int.from_bytes(data[4:8], "little")
    end = 8 + size + size % 2
    return end if end <= len(data) else None


def _heif_end(data: bytes) -> int:
    """The end of the last whole box; a box cut off is found by the decoder."""
    place = 0
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        size = size or len(data) - place
        if size < 8 or place + size > len(data) or not data[place + 4 : place + 8].isascii():
            break
        place += size
    return place


def hides_another(data: bytes, end: int) -> bool:
    """Whether DATA, an image until END, is also a page, a script, a document, an archive or a program.

    What cameras append (a second view, a short film, their own notes) is none of these.
    """
    after = data[end:].lstrip(b"\0\t\n\r \xef\xbb\xbf")
    return bool(
        after.startswith(_AT_START)
        or _ANYWHERE.search(data)
        or zipfile.is_zipfile(io.BytesIO(data))
    )
