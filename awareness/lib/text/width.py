"""How long a text is for the eye, whatever its script."""

import unicodedata

from awareness.lib.text.script import is_chinese


def em_width(text: str) -> float:
    """Width in Chinese characters: full-width signs count 1, Latin letters and digits ½.

    Curly quotes and the ellipsis are 'ambiguous' in Unicode; they are drawn full width
    in a Chinese line and half width in a Latin one.
    """
    wide = "WFA" if is_chinese(text) else "WF"
    return sum(1 if unicodedata.east_asian_width(sign) in wide else 0.5 for sign in text)
