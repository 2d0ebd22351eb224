"""How long a text takes when it is said aloud."""

import pytest

from awareness.lib.text.speaking_time import SIGNS_A_SECOND, WORDS_A_SECOND, seconds_aloud


@pytest.mark.parametrize(
    ("text", "signs", "words"),
    [
        ("", 0, 0),
        ("大家好。", 4, 0),
        ("拨一一零，报警。", 8, 0),
        ("“验证码”不给人", 6, 0),  # a quotation mark is no breath
        ("Don’t pay. Call one one zero.", 0, 6),
        ("The app-store page", 0, 3),
        ("微信、QQ上的好友", 7, 1),
    ],
)
def test_signs_and_words_take_their_time(text, signs, words):
    assert seconds_aloud(text) == pytest.approx(signs / SIGNS_A_SECOND + words / WORDS_A_SECOND)
