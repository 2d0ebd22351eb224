"""A sheet's code: short, forgiving to type, and no slip of the pen goes unseen."""

import re
from itertools import combinations
from random import Random

import pytest

from awareness.lib.codes.sheet_code import (
    LETTERS,
    Mistyped,
    NotOurs,
    Numbers,
    decode_numbers,
    encode_numbers,
    grouped,
    tidy_code,
)

KEY = "a key for tests"
ONE = Numbers(0, 0, 1, ((0, 13, 1),))
SEVERAL = [
    ONE,
    Numbers(4, 7, 12, ((5, 0, 40),)),
    Numbers(2, 3, 3, ((0, 2, 9), (2, 300, 1))),
    Numbers(1, 8, 1, ((0, 13, 11), (2, 120, 2), (0, 7, 63))),
]


def read(typed, keys=(KEY,)):
    return decode_numbers(typed, keys)


def any_numbers(random):
    subjects = tuple(
        (random.randrange(8), random.randrange(400), random.randrange(1, 40))
        for _place in range(random.randint(1, 3))
    )
    return Numbers(random.randrange(5), random.randrange(9), random.randrange(30), subjects)


def test_what_was_written_is_read():
    random = Random(1)
    for _time in range(500):
        numbers = any_numbers(random)
        assert read(encode_numbers(numbers, KEY)) == numbers


def test_a_code_on_paper_is_read_forever():
    assert encode_numbers(ONE, KEY) == "00GD2Y70P"
    assert read("8SG2J6A69GAEA3M") == SEVERAL[2]


@pytest.mark.parametrize("numbers", SEVERAL)
def test_every_wrong_letter_is_seen(numbers):
    code = encode_numbers(numbers, KEY)
    for place, right in enumerate(code):
        for letter in set(LETTERS) - {right}:
            with pytest.raises(Mistyped):
                read(code[:place] + letter + code[place + 1 :])


@pytest.mark.parametrize("numbers", SEVERAL)
def test_every_two_letters_that_changed_places_are_seen(numbers):
    code = encode_numbers(numbers, KEY)
    for one, other in combinations(range(len(code)), 2):
        letters = list(code)
        letters[one], letters[other] = letters[other], letters[one]
        if "".join(letters) != code:
            with pytest.raises(Mistyped):
                read("".join(letters))


@pytest.mark.parametrize("numbers", SEVERAL)
def test_a_letter_too_few_or_too_many_is_never_another_sheet(numbers):
    code = encode_numbers(numbers, KEY)
    wrong = [code[:place] + code[place + 1 :] for place in range(len(code))]
    wrong += [code[:place] + letter + code[place:] for place in range(len(code)) for letter in code]
    for typed in wrong:
        with pytest.raises((Mistyped, NotOurs)):
            read(typed)


@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        lambda code: code.replace("0", "O").replace("1", "l"),
        lambda code: code.replace("0", "o").replace("1", "I"),
        lambda code: code.replace("1", "i"),
        grouped,
        lambda code: f"  {' '.join(code)}　\n",
        lambda code: "—".join(code),
        lambda code: "－".join(code),
        lambda code: "−".join(code),
        lambda code: "‑".join(code),
        lambda code: ".".join(code) + "。",
        lambda code: "·".join(code),
        lambda code: "\u200b".join(code),
        lambda code: "".join(chr(ord(letter) + 0xFEE0) for letter in code),
        lambda code: "".join(chr(ord(letter) + 0xFEE0) for letter in code.lower()),
    ],
)
@pytest.mark.parametrize("numbers", SEVERAL)
def test_it_may_be_typed_in_any_usual_way(numbers, change):
    assert read(change(encode_numbers(numbers, KEY))) == numbers


@pytest.mark.parametrize(
    "around",
    [
        "fangpian.example/s/{}",
        "http://fangpian.example/s/{}/",
        "https://fangpian.example/en/s/{}/?stay=1",
        "HTTPS://FANGPIAN.EXAMPLE/S/{}",
        "ｆａｎｇｐｉａｎ．ｅｘａｍｐｌｅ／ｓ／{}",
        "fangpian.example / s / {} ",
        "/s/{}/?from=singlemessage#here",
        "s/{}",
        "查真假：fangpian.example/s/{}",
        "编号{}",
        "编号 {}",
        "编号：{}。",
        "單子編號：{}",
        "编号是{}",
        "sheet no. {}",
        "Sheet no.{}",
        "No. {}",
        "№{}",
        "no {}",
        "Code: {}",
        "code {}",
        "code-{}",
        "Sheet number: {}",
    ],
)
@pytest.mark.parametrize("shown", [str, grouped, str.lower])
@pytest.mark.parametrize("numbers", SEVERAL)
def test_it_may_be_pasted_with_what_stands_around_it_on_paper(numbers, around, shown):
    code = encode_numbers(numbers, KEY)
    assert tidy_code(around.format(shown(code))) == code
    assert read(around.format(shown(code))) == numbers


@pytest.mark.parametrize("around", ["fangpian.example/s/{}/", "编号：{}", "no. {}"])
def test_a_wrong_letter_is_seen_whatever_stands_around_it(around):
    code = encode_numbers(ONE, KEY)
    for place, right in enumerate(code):
        for letter in set(LETTERS) - {right}:
            with pytest.raises(Mistyped):
                read(around.format(code[:place] + letter + code[place + 1 :]))


@pytest.mark.parametrize("typed", ["code-ZV2G-AABM", "Code ZV2G AABM", "C0DEZV2GAABM"])
def test_a_code_that_begins_like_a_word_is_taken_as_it_stands(typed):
    assert tidy_code(typed) == "C0DEZV2GAABM"


@pytest.mark.parametrize(
    "typed",
    [
        "fangpian.example/s/",
        "fangpian.example/00GD2Y70P",
        "/s/00GD/2Y70P",
        "s/00GD?2Y70P",
        "no.",
        "编号：",
    ],
)
def test_an_address_or_a_word_without_a_whole_code_is_a_slip(typed):
    with pytest.raises(Mistyped):
        read(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "0", "00", "编号", "U", "/", "0" * 40, "Z" * 500, "٠٠٠", "😀", "\x00"]
)
def test_what_no_sheet_bears_is_a_slip(typed):
    with pytest.raises(Mistyped):
        read(typed)


@pytest.mark.parametrize("sign", "U/?#<'\"😀编+*")
def test_a_foreign_sign_is_a_slip_and_not_left_out(sign):
    code = encode_numbers(ONE, KEY)
    with pytest.raises(Mistyped):
        read(code[:4] + sign + code[4:])


def test_a_code_made_with_another_key_is_not_ours():
    random = Random(2)
    forged = [encode_numbers(any_numbers(random), "theirs") for _time in range(3000)]
    taken = 0
    for code in forged:
        try:
            read(code)
            taken += 1
        except NotOurs:
            pass
    assert taken <= 1  # one in 32,768 at most


def test_codes_made_with_an_earlier_key_stay_ours():
    assert read(encode_numbers(ONE, "earlier"), [KEY, "earlier"]) == ONE


@pytest.mark.parametrize(
    ("longest", "numbers"),
    [
        (9, ONE),
        (9, Numbers(4, 8, 7, ((7, 15, 7),))),
        (10, Numbers(4, 8, 7, ((0, 13, 60),))),
        (12, Numbers(4, 8, 60, ((2, 255, 60),))),
        (12, Numbers(4, 8, 7, ((2, 4000, 60),))),
        (15, Numbers(4, 8, 7, ((0, 1, 1), (0, 2, 1), (0, 13, 7)))),
        (18, Numbers(4, 8, 60, ((0, 1, 60), (0, 2, 60), (0, 13, 60)))),
        (18, Numbers(4, 8, 7, ((0, 1, 60), (2, 200, 7), (2, 255, 7)))),
    ],
)
def test_it_is_short(longest, numbers):
    assert len(encode_numbers(numbers, KEY)) <= longest


def test_what_no_paper_could_hold_is_refused():
    with pytest.raises(ValueError):
        encode_numbers(Numbers(0, 0, 1, ((0, 2**120, 1),)), KEY)


@pytest.mark.parametrize("length", range(6, 31))
def test_it_is_shown_in_groups_of_three_and_four(length):
    code = LETTERS[:length]
    shown = grouped(code)
    assert shown.replace("-", "") == code
    assert re.fullmatch(r"\w{3,4}(-\w{3,4})+", shown)
