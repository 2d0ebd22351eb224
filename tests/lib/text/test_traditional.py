"""简体 → 繁體: the hard words, and what must hold for every text of the starter content."""

from pathlib import Path

import polib
import pytest
import yaml

from awareness.lib.text.traditional import VOCABULARY, to_traditional
from awareness.publishing.seeding import ORDER

ROOT = Path(__file__).parents[3]
FIXTURES = [ROOT / "fixtures" / f"{name}.yaml" for name in ORDER]
PAIRS = [
    ("钱转到了银行卡里，是一个团伙干的", "錢轉到了銀行卡裡，是一個團夥幹的"),
    ("先核实，后转账，钱还在账上", "先核實，後轉帳，錢還在帳上"),
    ("合同看清再签，在手机上签也一样", "合同看清再簽，在手機上簽也一樣"),
    ("中签了要先交钱", "中籤了要先交錢"),
    ("别着急，换发社保卡去窗口", "別著急，換發社保卡去窗口"),
    ("再借口不方便出面", "再藉口不方便出面"),
    ("孩子游戏账号解冻", "孩子遊戲帳號解凍"),
    ("居民于某、余某接到电话，由于某些原因", "居民于某、余某接到電話，由於某些原因"),
    ("跟踪程序不是办案程序", "追蹤程式不是辦案程序"),
    ("发短信报警，请他发身份证照片", "發簡訊報警，請他發身分證照片"),
    ("刚视频过，又拍视频、看短视频", "剛視訊過，又拍影片、看短影片"),
    ("打个短视频电话", "打個短視訊電話"),
    ("航班信息、垃圾信息、您的信息", "航班資訊、垃圾訊息、您的資料"),
    ("信号不好，加微信号", "訊號不好，加微信號"),
    ("停止共享屏幕，不是共享单车", "停止分享螢幕，不是共享單車"),
    ("不点陌生链接、文件", "不點陌生連結、檔案"),
    ("保存证据，卸载软件", "保存證據，移除軟體"),
    ("举报道路施工，公开报道", "舉報道路施工，公開報導"),
    ("撥么么零", "撥么么零"),
    ("千万别跟我爱人讲", "千萬別跟我另一半講"),
    ("《反电信网络诈骗法》，网络诈骗", "《反電信網絡詐騙法》，網路詐騙"),
    ("公安局、派出所、民警、国家反诈中心", "公安局、派出所、民警、國家反詐中心"),
    ("微信、支付宝、云闪付、数字人民币", "微信、支付寶、雲閃付、數字人民幣"),
    ("一证通查、止付、断卡、征信", "一證通查、止付、斷卡、徵信"),
    ("“点‘停止’，再说话”", "「點『停止』，再說話」"),
    ("打{110}，｜%(count)s条", "打{110}，｜%(count)s條"),
]


def source_texts():
    for path in FIXTURES:
        for row in yaml.safe_load(path.read_text("utf-8")):
            for field, text in row["fields"].items():
                if isinstance(text, str) and not field.endswith("_en"):
                    yield text
    for entry in polib.pofile(ROOT / "awareness/locale/zh_Hant/LC_MESSAGES/django.po"):
        yield entry.msgid


def marked_cues():
    """(the row's phrases, the marked words, why) of every cue, in 简体."""
    for path in FIXTURES:
        for row in yaml.safe_load(path.read_text("utf-8")):
            for prefix, phrases in (("phrase_", "typical_phrases"), ("", "phrases")):
                for line in row["fields"].get(f"{prefix}cues_zh_hans", "").splitlines():
                    words = (
                        row["fields"].get(f"{phrases}_zh_hans")
                        or row["fields"]["situation_zh_hans"]
                    )
                    yield words, *line.split("＝", 1)


@pytest.mark.parametrize(("simplified", "traditional"), PAIRS)
def test_hard_words_become_what_readers_from_taiwan_and_hong_kong_write(simplified, traditional):
    assert to_traditional(simplified) == traditional


def test_nothing_is_left_to_convert_after_the_conversion():
    converted = [to_traditional(text) for text in source_texts()]
    assert len(converted) > 500
    assert not [text for text in converted if to_traditional(text) != text]


def test_no_simplified_character_is_left():
    """Taiwan's Big5 (cp950) holds no character that is only simplified."""
    used = {char for text in source_texts() for char in to_traditional(text)}
    chinese = "".join(sorted(char for char in used if "一" <= char <= "鿿"))
    assert chinese.encode("cp950", "ignore").decode("cp950") == chinese


def test_a_break_mark_never_parts_a_word_that_converts_as_a_whole():
    marked = [text for text in source_texts() if "｜" in text]
    assert marked
    for text in marked:
        assert to_traditional(text).replace("｜", "") == to_traditional(text.replace("｜", ""))


def test_every_marked_cue_is_still_found_in_its_phrase():
    cues = list(marked_cues())
    assert len(cues) > 50
    for phrases, words, why in cues:
        traditional = to_traditional(f"{words}＝{why}")
        assert traditional == f"{to_traditional(words)}＝{to_traditional(why)}"
        assert to_traditional(words) in to_traditional(phrases)


def test_the_vocabulary_is_sorted_without_doubles_and_every_entry_takes_effect():
    entries = [line.split("\t") for line in VOCABULARY.read_text("utf-8").splitlines()]
    words = [word for word, _ in entries]
    assert words == sorted(set(words))
    assert [to_traditional(word) for word in words] == [
        traditional.replace("”", "」") for _, traditional in entries
    ]
