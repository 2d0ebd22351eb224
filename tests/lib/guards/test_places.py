"""What holds for every find: its place, its words for staff, and that nothing breaks the guards."""

import random
import unicodedata

import pytest

from awareness.lib.guards import Find, FindWeight, explain
from awareness.lib.guards.wordlists import word_list

from . import test_keys, test_links, test_names, test_personal, test_wording
from .check import found

SAMPLES = [
    *(row[0] for row in test_personal.PERSONAL),
    *(row[0] for row in test_names.NAMES),
    *(row[0] for row in test_links.REFUSED),
    *test_wording.PROMISES,
    *test_wording.BLAMING,
    *test_wording.LIKE_PROMISES,
    *test_wording.THOUGHTLESS,
    *(row[0] for row in test_keys.UNKNOWN),
]
PIECES = "0123456789 .-/:@[]{}（），。“”｜１３８路号楼室单元栋王李明受害人姓名称被骗保证一定追回安全京沪微信QQaozевil电话"


def texts(count: int):
    """Random mixes of whole samples, telling pieces and any Unicode sign, the same each run."""
    chance = random.Random(20260618)
    for _ in range(count):
        signs = [chance.choice(PIECES) for _ in range(chance.randrange(40))]
        signs += [chance.choice(SAMPLES) for _ in range(chance.randrange(4))]
        signs += [any_sign(chance) for _ in range(chance.randrange(20))]
        chance.shuffle(signs)
        yield "".join(signs)


def any_sign(chance: random.Random) -> str:
    while True:
        sign = chr(chance.randrange(0x110000))
        if unicodedata.category(sign) != "Cs":
            return sign


def check(text: str, finds: list[Find]) -> None:
    assert all(text[find.start : find.end] == find.text != "" for find in finds)
    ends = [0, *(find.end for find in finds)]
    assert all(find.start >= end for find, end in zip(finds, ends, strict=False))
    assert all(find.why.endswith(("。", "去掉。")) for find in finds)
    assert not any(find.remedy == find.text for find in finds)


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant", "en"])
def test_places_are_true_and_never_overlap_whatever_the_text(language):
    number = 0
    for text in texts(400):
        finds = found(text, language)
        check(text, finds)
        number += len(finds)
    assert number > 400


def test_nothing_is_found_in_nothing():
    assert found("") == []
    assert found("\n \u200b") == []


def test_signs_that_grow_when_folded_keep_their_place():
    text = "㈱㎏½ﬃ①" * 3 + "打13800138000"
    (find,) = [find for find in found(text) if find.kind == "phone"]
    assert text[find.start :] == "13800138000"


def test_the_weightier_and_more_telling_find_wins_where_two_overlap():
    kinds = [find.kind for find in found("微信号13800138000，身份证110101190001010014")]
    assert kinds == ["chat_number", "id_card"]


def test_a_number_split_by_a_break_mark_is_still_found():
    assert [find.text for find in found("打138｜0013｜8000")] == ["138｜0013｜8000"]


def test_two_hotlines_parted_by_a_break_mark_are_two_hotlines():
    assert found("打110｜96110") == []


def test_an_excerpt_shows_twelve_signs_on_either_side():
    text = "一二三四五六七八九十甲乙丙打13800138000问\n子丑寅卯辰巳午未申酉戌亥"
    (find,) = found(text)
    assert explain(text, find) == (
        "…三四五六七八九十甲乙丙打【13800138000】问 子丑寅卯辰巳午未申酉…"
    )


def test_an_excerpt_of_a_short_text_has_no_dots():
    text = "打13800138000"
    assert explain(text, found(text)[0]) == "打【13800138000】"


def test_a_find_says_in_plain_chinese_what_is_wrong():
    for sample in SAMPLES:
        for find in found(sample):
            assert 10 <= len(find.why) <= 60
            assert find.weight in FindWeight


@pytest.mark.parametrize(
    "name", ["surnames", "given_names", "ordinary_words", "ordinary_pairs", "pinyin_surnames"]
)
def test_word_lists_hold_words(name):
    assert len(word_list(name)) > 10
    assert all(word.isalpha() for word in word_list(name))
