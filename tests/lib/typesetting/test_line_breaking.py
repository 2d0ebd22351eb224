"""Lines broken before printing: nothing cut, nothing where it may not stand."""

import pytest

from awareness.lib.text.lines import sentences
from awareness.lib.text.phrase_breaks import title_phrases
from awareness.lib.typesetting.line_breaking import break_lines, text_width, title_lines
from awareness.lib.typesetting.title_breaks import NEVER_FIRST, NEVER_LAST

CHINESE = (
    "他说：“先把钱转过来，明天就还。”我问他：“您是谁？”他就挂了（真的）。请打96110或者110问一问。"
)
ENGLISH = (
    "A call about an unpaid bill, then a “transfer” to a fake officer. They know your ID number."
)


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
@pytest.mark.parametrize("measure", [6, 7.3, 9, 11.2, 17, 25.9, 36])
def test_no_line_is_wider_than_its_column_and_no_sign_is_lost(text, measure):
    lines = break_lines(text, measure)
    assert "".join(lines) == text
    assert max(text_width(line.rstrip()) for line in lines) <= measure + 0.01


@pytest.mark.parametrize("measure", [6, 7, 8, 9, 10, 11, 12, 13])
def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(measure):
    lines = [line.strip() for line in break_lines(CHINESE, measure)]
    assert not {line[0] for line in lines} & set(NEVER_FIRST)
    assert not {line[-1] for line in lines[:-1]} & set(NEVER_LAST)


def test_a_number_and_a_word_are_never_cut():
    for measure in range(5, 20):
        assert any("96110" in line for line in break_lines(CHINESE, measure))
        assert any("transfer" in line for line in break_lines(ENGLISH, measure))


def test_a_word_wider_than_the_column_is_cut_rather_than_printed_over_the_edge():
    lines = break_lines("https://a-very-long-name.example/without/an/end", 6)
    assert max(map(text_width, lines)) <= 6.01


def test_no_single_character_is_left_for_the_last_line():
    for length in range(9, 40):
        text = "转" * (length - 1) + "。"
        assert len(break_lines(text, 8)[-1].strip("。")) != 1


def test_a_title_breaks_between_its_phrases_into_even_lines():
    assert title_lines(["自称公安打来，", "要您转钱？"], 8) == ["自称公安打来，", "要您转钱？"]
    assert title_lines(["自称公安打来，", "要您转钱？"], 15) == ["自称公安打来，要您转钱？"]
    english = title_lines(["Real police never ask for transfers"], 12)
    assert len(english) == 2
    assert max(map(text_width, english)) < 1.4 * min(map(text_width, english))


COVER, POSTER, LARGE, PLAIN = 7.0, 7.3, 11.6, 15.0  # em: measures of titles on sheets


@pytest.mark.parametrize(
    ("measure", "title", "lines"),
    [
        (COVER, "座机里的“孙子”要现金，先打给他爸妈", "座机里的/“孙子”/要现金，/先打给他爸妈"),
        (COVER, "爸妈，｜钱的事先打个电话", "爸妈，/钱的事/先打个电话"),
        (COVER, "来电说购房退税？收钱不用您按机器", "来电说/购房退税？/收钱/不用您按机器"),
        (COVER, "领导来电急借钱，先核实再转账", "领导来电/急借钱，/先核实再转账"),
        (COVER, "簡訊說ETC失效，｜連結先別點", "簡訊說/ETC失效，/連結先別點"),
        (COVER, "短信说ETC失效，｜链接先别点", "短信说/ETC失效，/链接先别点"),
        (POSTER, "不轻信，不泄露，｜不转账，要报案", "不轻信，/不泄露，/不转账，要报案"),
        (9.1, "不轻信，不泄露，｜不转账，要报案", "不轻信，不泄露，/不转账，要报案"),
        (LARGE, "电话里说涉毒要转钱，请告诉柜员", "电话里说涉毒要转钱，/请告诉柜员"),
        (PLAIN, "短信说儿子打伤人要钱，先打给儿子", "短信说儿子打伤人要钱，/先打给儿子"),
        (
            PLAIN,
            "Medical insurance call? Install nothing",
            "Medical insurance call?/Install nothing",
        ),
        (
            LARGE,
            "Drug case on the phone? Tell the teller",
            "Drug case/on the phone?/Tell the teller",
        ),
        (8.5, "A text about ETC? Do not tap the link", "A text/about ETC?/Do not tap/the link"),
        (PLAIN, "Older people: do tell your children", "Older people:/do tell your children"),
    ],
)
def test_a_title_breaks_where_it_reads_best(measure, title, lines):
    found = title_lines(title_phrases(title), measure)
    assert "/".join(line.strip() for line in found) == lines
    assert "".join(found) == title.replace("｜", "")


def test_a_place_that_staff_set_goes_before_all_others():
    assert title_lines(["我把现金、黄金", "或银行卡", "交给了来人"], 7) == [
        "我把现金、黄金",
        "或银行卡",
        "交给了来人",
    ]


def test_a_title_never_loses_a_sign_however_narrow_its_lines():
    for title in (CHINESE, ENGLISH, "a" * 90, "“", "？！" * 12):
        for measure in (1, 2.5, 7):
            lines = title_lines(title_phrases(title), measure)
            assert "".join(lines) == title


@pytest.mark.parametrize("measure", [11, 13, 17, 19])
def test_a_date_is_never_parted(measure):
    chinese = break_lines("2026年11月20日发，有效至2027年11月20日", measure)
    assert [line for line in chinese if "2027年11月20日" in line]
    english = break_lines("Issued 20 November 2026, valid until 20 May 2027", measure)
    assert [line for line in english if "20 May 2027" in line]


def test_sentences_keep_their_closing_marks():
    assert sentences("他说：“转钱。”我挂了。真的？") == ["他说：“转钱。”", "我挂了。", "真的？"]
    assert sentences("Hang up. Do not call back.") == ["Hang up.", "Do not call back."]
    assert sentences("没有句号") == ["没有句号"]


def test_a_word_without_an_end_is_cut_where_it_must_be():
    word = "WiMa" * 5000
    lines = break_lines(word, 20)
    assert "".join(lines) == word
    assert all(text_width(line) <= 20 for line in lines)
    assert all(text_width(line + lines[0][:1]) > 19 for line in lines[:-1])


def test_a_code_is_measured_by_the_wider_of_the_faces_that_may_print_it():
    """Chinese faces have wider capitals than Noto Sans, and a phone may have only those."""
    assert text_width("J") > 0.5 and text_width("J", bold=True) > 0.55
    assert text_width("PEJ-ZTJ-JJJ") > 5
