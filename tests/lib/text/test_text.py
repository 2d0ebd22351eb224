"""The pure functions that staff's plain text goes through."""

import pytest

from awareness.lib.text.cues import mark_cues
from awareness.lib.text.lines import split_lines, split_pairs
from awareness.lib.text.links import carry_size
from awareness.lib.text.phrase_breaks import propose, title_phrases, without_breaks
from awareness.lib.text.placeholders import fill_numbers, mark_numbers, placeholders
from awareness.lib.text.typography import tidy_chinese, typed_spaces
from awareness.lib.text.width import em_width

KEYS = {key: key for key in ["110", "96110", "12110", "12333"]}


def test_lists_are_lines_without_the_empty_ones():
    assert split_lines(" 一 \n\n二\r\n") == ["一", "二"]
    assert split_lines(None) == []


def test_a_pair_splits_at_its_first_colon_of_either_width():
    text = "屏幕共享：他看得见：全部\nScreen sharing: they see it all\n没有说明"
    assert split_pairs(text) == [
        ("屏幕共享", "他看得见：全部"),
        ("Screen sharing", "they see it all"),
        ("没有说明", ""),
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("自己拨110问", "自己拨{110}问"),
        ("打110，或96110。", "打{110}，或{96110}。"),
        ("Call 110 (the police).", "Call {110} (the police)."),
        ("已经是{110}了", "已经是{110}了"),
        ("花了110元", "花了110元"),
        ("110 yuan", "110 yuan"),
        ("1100、2110、110.5", "1100、2110、110.5"),
        ("https://a.example/110", "https://a.example/110"),
        ("编号A110B", "编号A110B"),
    ],
)
def test_plain_hotline_digits_are_kept_as_placeholders_and_nothing_else(typed, kept):
    assert mark_numbers(typed, KEYS) == kept


def test_placeholders_show_the_number_that_the_table_holds():
    assert fill_numbers("打{110}，{x}", {"110": "999"}) == "打999，x"
    assert placeholders("打{110}或{96110}") == {"110", "96110"}


def test_spaces_beside_han_go_and_english_spaces_stay():
    assert (
        tidy_chinese("自己拨 110 问 App Store 里的\n下一行 ") == "自己拨110问App Store里的\n下一行"
    )
    assert typed_spaces("拨 110") == ["拨 110"]
    assert typed_spaces("拨110，App Store") == []


def test_width_counts_a_latin_letter_as_half_a_han():
    assert em_width("自称公安，要钱？") == 8
    assert em_width("Is it a scam?") == 6.5
    assert em_width("“涉案”") == 4
    assert em_width("“Police”") == 4


def test_staff_decide_where_a_title_breaks():
    assert title_phrases("假警察要“保证金”，｜一次转走") == ["假警察要“保证金”，", "一次转走"]
    assert without_breaks("盗号｜借钱") == "盗号借钱"


def test_without_marks_the_site_proposes_breaks_but_never_inside_quotes():
    assert propose("自称医保中心来电，要您装会议软件").startswith("自称医保中心来电，｜")
    assert "保证｜金" not in propose("假警察要“保证金”，三十七万八一次转走")
    assert without_breaks(propose("快递里夹着卡片让您扫码领礼品")) == "快递里夹着卡片让您扫码领礼品"


def test_no_proposed_line_is_a_single_character():
    titles = ["自称社保中心要您提供验证码吗", "陌生人上门收取水费电费煤气费了"]
    assert all(len(part) > 1 for title in titles for part in propose(title).split("｜"))


def test_cues_are_numbered_in_reading_order_and_share_a_number_by_reason():
    pieces, cues = mark_cues(
        ["今天停用，明天抓人", "快，今天就要"],
        [("明天抓人", "吓人"), ("今天停用", "催得急"), ("今天就要", "催得急"), ("没有的", "x")],
    )
    assert [(piece.text, piece.number) for piece in pieces[0]] == [
        ("今天停用", 1),
        ("，", 0),
        ("明天抓人", 2),
    ]
    assert pieces[1][-1].number == 1
    assert [cue.reason for cue in cues] == ["催得急", "吓人"]


def test_overlapping_cues_keep_the_text_whole():
    (pieces,), _cues = mark_cues(["今天就停用"], [("今天就停", "a"), ("停用", "b")])
    assert "".join(piece.text for piece in pieces) == "今天就停用"


def test_the_size_is_carried_by_links_inside_the_site_only():
    html = (
        '<a class="x" href="/scams/?type=a#top">1</a><a href="tel:110">2</a>'
        '<a href="?size=normal">3</a><a href="#main">4</a><a href="/rules/?size=normal">5</a>'
        '<link href="/x/">'
    )
    assert carry_size(html) == (
        '<a class="x" href="/scams/?type=a&amp;size=large#top">1</a><a href="tel:110">2</a>'
        '<a href="?size=normal">3</a><a href="#main">4</a><a href="/rules/?size=normal">5</a>'
        '<link href="/x/">'
    )
