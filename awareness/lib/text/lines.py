"""Lists kept as plain text: one entry a line, so that staff can edit them on a phone."""

import re

_AFTER_SENTENCE = re.compile(r"(?<=[。！？])(?![”」』）。！？])|(?<=[。！？][”」』）])(?![。！？])")
_AFTER_ENGLISH = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘(])|(?<=[.!?][”’)])\s+(?=[A-Z“‘(])")


def split_lines(text: str | None) -> list[str]:
    """The non-empty lines of TEXT, stripped."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def split_pairs(text: str | None, separators: str = "：:") -> list[tuple[str, str]]:
    """Lines 'name：explanation' as (name, explanation); a line without a separator has no explanation."""
    return [_halves(line, separators) for line in split_lines(text)]


def _halves(line: str, separators: str) -> tuple[str, str]:
    places = [line.index(mark) for mark in separators if mark in line]
    if not places:
        return line, ""
    first = min(places)
    return line[:first].strip(), line[first + 1 :].strip()


def plain_ends(text: str) -> str:
    """TEXT with each line ended as Unix does; a browser sends a form's lines ended otherwise."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sentences(text: str | None) -> list[str]:
    """The sentences of TEXT, each with its closing marks; a text without any is one."""
    parts = [
        part
        for line in (text or "").splitlines()
        for piece in _AFTER_SENTENCE.split(line)
        for part in _AFTER_ENGLISH.split(piece)
    ]
    return [part.strip() for part in parts if part.strip()]
