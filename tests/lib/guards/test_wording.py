"""Blame and promises: what the house never says, and how it may speak about both."""

import pytest

from .check import blocked, found, remedied, warned

PROMISES = [
    "保证追回您的钱",
    "我们一定能追回",
    "肯定能追回损失",
    "百分之百帮您把钱追回",
    "您被骗的钱我们保证追回",
    "包追回",
    "请相信警方一定能追回",
    "警方已抓到骗子，一定能追回您的钱",
    "不用担心，保证追回",
    "民警说：“我们保证追回您的钱。”",
    "绝对安全",
    "这样做保证安全",
    "一定安全",
    "百分之百安全",
    "100%安全",
    "完全安全",
    "学会这几招，保证不被骗",
    "再也不会被骗",
    "保證追回",
    "一定能追回",
    "絕對安全",
    "保证｜追回",
    "We guarantee to recover your money.",
    "We guarantee that your money will be returned.",
    "guaranteed recovery",
    "Your money will definitely be returned.",
    "We will definitely get your money back.",
    "Do not worry, we guarantee to recover it.",
    "The police promise to recover your money",
    "100% safe",
    "It is completely safe.",
    "You will never be scammed again.",
]
LIKE_PROMISES = [
    "这个网站是安全的",
    "可以放心使用",
    "放心转账",
    "本APP安全可靠",
    "官方认证，安全无忧",
    "零风险",
    "绝无风险",
    "这样就安全了",
    "按这个做就不会被骗",
    "钱能追回来",
    "损失可全额追回",
    "我们会帮您追回全部损失",
    "警方会追回您的钱",
    "警方將追回您的錢",
    "报警后钱会退回",
    "及时报警就能把钱追回来",
    "追回率100%",
    "This is safe",
    "you are safe now",
    "You will get your money back",
    "The police will recover your money",
    "We can recover your money",
    "Your money will be returned",
]
DISOWNED = [
    "“保证追回”都是骗",
    "收钱帮您追款的是诈骗",
    "“安全账户”",
    "不会收钱帮您追款",
    "警方不会保证追回",
    "越早报警，越有机会追回",
    "钱有可能追回，尽可能追回",
    "被骗的钱还能不能追回",
    "能追回多少，要看报警快不快",
    "民警将被骗的钱追回",
    "说能追回钱的都是骗子",
    "钱能追回来吗？",
    "对方说这个网站是安全的",
    "“零风险”是假的",
    "骗子会说：放心转账，这个平台安全可靠",
    "宣称零风险、高回报",
    "没有零风险的投资",
    "以为这样就安全了",
    "这样安全吗",
    "哪些是安全的",
    "Is this safe?",
    "If it is safe, go on",
    "Check whether the site is safe",
    "It is safer to hang up",
    "Do not believe that your money is safe",
    "The fraudster says you will get your money back",
    "Nobody can recover your money for a fee",
    "说能保证追回的都是骗子",
    "“说能保证追回的都是骗子”",
    "没有人能保证追回",
    "谁也不能保证追回",
    "没有谁敢说一定能追回",
    "无人可保证追回",
    "并不保证追回",
    "不一定能追回",
    "不等于安全，不代表一定安全",
    "不等于绝对安全",
    "一定安全吗？",
    "保证追回？那是骗人的。",
    "对方说“保证追回”，要您交费",
    "对方承诺保证追回",
    "对方保证追回",
    "有人打电话说帮您追回，保证全额退回",
    "凡是说保证追回的，都是二次诈骗",
    "任何声称百分之百追回的都是诈骗",
    "警惕保证追回被骗款的人",
    "不要相信能保证追回的人",
    "別信「保證追回」",
    "骗子谎称绝对安全",
    "所谓绝对安全的账户",
    "保证金追回了一部分",
    "为保证安全，请到柜台办",
    "保证资金安全",
    "钱包能找回",
    "一定要报警，争取追回",
    "已全额追回",
    "No one can guarantee to recover your money.",
    "No one, not even the police, can guarantee to recover it.",
    "Nobody will definitely get your money back.",
    "Nothing is completely safe.",
    "It is not 100% safe.",
    "Is it 100% safe?",
    "Anyone who guarantees to recover your money is a fraudster.",
    "Fraudsters guarantee to get it back.",
    "The caller said he would guarantee to recover the money.",
    "The caller promised it was completely safe.",
    "“We guarantee to recover your money.”",
    '"We guarantee to recover your money."',
    "Guaranteed return, capital guaranteed",
    "A loan with no guarantee needed",
]
BLAMING = [
    "因为贪心",
    "貪小便宜",
    "爱占便宜",
    "愚昧",
    "活该",
    "活該",
    "怎么这么傻",
    "您怎么这么容易上当",
    "太笨",
    "咎由自取",
    "自作自受",
    "鬼迷心窍",
    "不仅贪小便宜",
    "要不是贪便宜",
    "特别贪便宜",
    "没脑子",
    "是他自己的错",
    "greedy people",
    "a gullible pensioner",
    "How stupid",
    "naïve",
    "It is your own fault.",
]
MILD = [
    ("他上当了", "他被骗了"),
    ("他上當了", "他被騙了"),
    ("上当受骗的人", "被骗的人"),
    ("她轻信了对方", "她相信了对方"),
    ("一时麻痹大意", "一时一时没留意"),
    ("防范意识淡薄", "防范意识淡薄"),
    ("He fell for it.", "He lost money to it."),
]
THOUGHTLESS = [
    "老糊涂",
    "财迷",
    "见钱眼开",
    "因为无知",
    "没文化",
    "警惕性差",
    "警惕性不高",
    "法律意识淡薄",
    "心存侥幸",
    "疏忽大意",
    "不听家人劝阻",
    "执迷不悟",
    "盲目相信对方",
    "被爱冲昏头脑",
    "他轻易相信了对方",
    "自己傻",
    "She was too trusting",
    "He should have been more careful",
]
KIND = [
    "不贪小便宜",
    "别贪小便宜",
    "切勿贪小便宜",
    "莫贪便宜",
    "不要贪图便宜",
    "不要因为贪小便宜",
    "警惕贪小便宜的心理",
    "不要轻易相信",
    "没有轻易相信对方",
    "别心存侥幸",
    "切莫心存侥幸",
    "不要轻信",
    "不要盲目相信专家",
    "毫无知觉，文化馆的文化活动",
    "不听骗子劝",
    "Do not be too trusting",
    "不轻信，不透露，不转账",
    "不輕信，不透露，不轉帳",
    "晚上当地警方赶到",
    "马上当面核实",
    "网上当天到账",
    "愚人节、愚园路",
    "别骂自己傻",
    "不是因为您贪心",
    "不怪您太笨",
    "价钱便宜",
    "You are not stupid.",
    "It isn’t your own fault.",
]


@pytest.mark.parametrize("text", PROMISES)
def test_a_promise_in_our_own_voice_blocks(text):
    assert [kind for kind, _place in blocked(text)] == ["promise"]


@pytest.mark.parametrize("text", LIKE_PROMISES)
def test_what_reads_like_a_promise_warns(text):
    assert blocked(text) == []
    assert [kind for kind, _place in warned(text)] == ["promise"]


@pytest.mark.parametrize("text", DISOWNED)
def test_a_promise_that_is_denied_or_a_fraudsters_passes(text):
    assert found(text) == []


@pytest.mark.parametrize("text", BLAMING)
def test_blame_blocks(text):
    assert [kind for kind, _place in blocked(text)] == ["blaming"]


@pytest.mark.parametrize(("text", "after"), MILD)
def test_a_thoughtless_word_warns_and_offers_a_kind_one(text, after):
    assert [kind for kind, _place in warned(text)] == ["blaming"]
    assert blocked(text) == []
    assert remedied(text, "zh-hant" if "當" in text else "zh-hans") == after


@pytest.mark.parametrize("text", THOUGHTLESS)
def test_words_that_look_down_on_the_victim_warn(text):
    assert blocked(text) == []
    assert [kind for kind, _place in warned(text)] == ["blaming"]


@pytest.mark.parametrize("text", KIND)
def test_words_of_comfort_and_innocent_words_pass(text):
    assert found(text) == []
