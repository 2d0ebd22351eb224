"""How long a text takes when it is said aloud."""

import re

SIGNS_A_SECOND = 4.2  # Chinese, to older ears over a loudspeaker; a mark is a breath of one sign
WORDS_A_SECOND = 2.5  # English, likewise
_SIGN = re.compile("[\u3400-\u9fff，。、；：？！]")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[’'-][A-Za-z]+)*")


def seconds_aloud(text: str) -> float:
    """About how many seconds TEXT takes; a number counts as it is spoken, so write it that way."""
    return len(_SIGN.findall(text)) / SIGNS_A_SECOND + len(_WORD.findall(text)) / WORDS_A_SECOND
