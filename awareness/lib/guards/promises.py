"""Promises that nobody can keep: that something is safe, that the money comes back.

A sentence that denies such a promise, doubts it or lays it in a fraudster's mouth is what the
house teaches, and passes (`disowned.py`).
"""

import re
from collections.abc import Iterator

from awareness.lib.guards.disowned import Disowned
from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.reading import FoldedText

PROMISE = GuardRule(
    "promise",
    "这话像在打包票（一定安全，或钱一定能追回），谁也保证不了；请去掉，或改成“越早报警，越有机会追回”。",
)

LIKE_PROMISE = GuardRule(
    "promise",
    "这话读起来像打包票（安全了，或钱会回来），没有谁保证得了；最好改成“越早报警，越有机会追回”一类的话。",
    FindWeight.WARN,
)

_SAFE = r"(?:绝对|(?<!为)(?<!为了)(?<!以)(?<![何样])保证|一定|必定|肯定|百分之百|百分百|100%|完全)"
_SURE = (
    r"(?:绝对|保证(?![金书人])|一定|必定|必然|肯定|百分之百|百分百|100%|完全|确保|承诺"
    r"|(?<![钱书红提背皮挎面礼语邮包腰打])包(?![裹括含装扣子里])|准能|铁定)"
)
_LOOK_BACK = 48
_BACK = "(?:追回|挽回|追缴|拿回|要回|找回|退回|返还|退还)"
_BETWEEN = (
    "(?:能够|可以|能|会|都|帮|替|为|给|把|将|您|你|大家|我们|全部|全额|如数|尽数|百分之百|百分百|100%"
    "|的|钱|款|资金|损失|被骗)"
)
_CHINESE = re.compile(
    rf"{_SAFE}[是很能会都地]{{0,2}}(?:安全|没有?风险|无风险)"
    rf"|万无一失"
    rf"|{_SURE}{_BETWEEN}{{0,8}}{_BACK}"
    r"|(?:绝对|保证|一定|肯定|百分之百|百分百|100%)(?:再也|永远)?不(?:会再|会|再)?(?:被骗|上当|受骗|损失)"
    r"|(?:再也|永远|绝)不会再?(?:被骗|上当|受骗)"
)
_ENGLISH = re.compile(
    r"\b(?:100 ?%|(?:completely|totally|absolutely|perfectly|entirely|guaranteed)(?: to be)?) (?:safe|secure|risk-free)\b"
    r"|\bguarante(?:e|es|ed|eing)(?: (?:you|us|that|we|they|the|your|money|victims|can|will)){0,6} (?:to |will |can )(?:be |fully |always |help |you |)(?:recover(?:ed)?|returned?|refund(?:ed)?|get|come back)\b"
    r"|\bguarante(?:e|es|ed|eing)(?: (?:you|a|the|full|your|of|money|fund|complete|[0-9]{1,3} ?%)){0,4} (?:recovery|refunds?|safety)\b"
    r"|\b(?:will|can) (?:definitely|certainly|surely|always|absolutely) (?:be )?(?:recover(?:ed)?|get (?:[a-z]{1,12} ){1,3}back|returned?|refund(?:ed)?)\b"
    r"|\b(?:definitely|certainly|surely) (?:recover|get (?:your|the|all|all your) (?:money )?back)\b"
    r"|\bpromis(?:e|es|ed|ing)(?: (?:you|that|we|will|can|to)){1,4} (?:recover|get (?:[a-z]{1,12} ){1,3}back)\b"
    r"|\bwill never be (?:scammed|cheated|defrauded)\b",
    re.I,
)

_CAN = r"(?:(?<![可不才])能够?|(?<!不)可以|(?<![不尽])可(?![能以])|(?<![机不社])会|将(?![被其他她全您损钱资]))"
_AFTER_BACK = (
    r"(?!多少|几|一部分|一些|的(?:机会|可能|希望|概率|钱款?|款|多|少|有)|[吗么]|与否|不了|不回|率)"
)
_MONEY = "(?:钱|钱款|款项|赃款|资金|损失|存款|积蓄)"
_CHINESE_SOFT = re.compile(
    r"(?:是|都|很|非常|十分)安全的?(?=[。！，,；;!”」\n]|$)"
    r"|(?<![不没])(?:可以|可|请|能|尽管|敬请|大家)?放心(?:使用|转账|转帐|汇款|付款|支付|点击|打开|下载|安装|投资|购买|充值|操作|登录|填写|扫码|交易|借款|贷款|提供|告诉)"
    r"|安全(?:可靠|无忧|无虞|无风险)|(?<!不是)(?!(?<=\n)零风险\n)(?:零|0)风险|(?:绝|毫|全)无(?:任何)?风险|没有(?:任何|丝毫)风险"
    r"|(?:就|可以|便)(?:很|都|会|能)?安全了|(?:就|便)(?:一定|都|再也)?(?:不会|不怕)(?:再)?(?:被骗|上当|受骗)"
    rf"|{_CAN}{_BETWEEN}{{0,8}}(?:追回|挽回|追缴|拿回|要回|追得回)来?{_AFTER_BACK}"
    rf"|{_CAN}(?:把|将)?(?:您|你)?的?{_MONEY}(?:都|全部|全额)?(?:追|退|要|拿)(?:回来?|还){_AFTER_BACK}"
    rf"|{_MONEY}(?:就|都|也|全部|全额|肯定|一定){{0,2}}{_CAN}{_BETWEEN}{{0,4}}(?:退回|返还|退还|回来|到账){_AFTER_BACK}"
    r"|追回率(?:达|高达|为|是|达到|近|超过?)?(?:100|百分之百|9[0-9])"
)
_THE_MONEY = (
    r"(?:(?:your|the|all|their|his|her|every|back|of|lost|stolen|entire|full) ){1,4}"
    r"(?:money|funds?|loss(?:es)?|savings|amount|cent)"
)
_ENGLISH_SOFT = re.compile(
    r"(?<!how )\b(?:this|it|that|(?:this|the) (?:site|website|app|link|page|platform|account|method|number|transfer))(?: is|[’']s) (?:now |very |quite |perfectly )?safe\b(?! (?:if|only|when|account|enough|number|word))"
    r"|\byou(?: are|[’']re|[’']ll be| will be) (?:now |always |perfectly )?safe\b(?! (?:if|only|when))"
    r"|\byou(?: will|[’']ll| can)(?: be able to)?(?: now| soon| surely)? (?:get|have|receive) "
    rf"{_THE_MONEY} (?:back|returned|refunded)\b"
    rf"|\b(?:police|we|bank|court|team|lawyers?|office) (?:will|can)(?: help (?:you|them))?(?: to)? (?:recover|return|refund|retrieve|get|win)(?: back)? {_THE_MONEY}\b"
    rf"|\b{_THE_MONEY} will be (?:fully )?(?:recovered|returned|refunded|paid back)\b"
    r"|\b(?:no|zero|without any) risk(?: at all)?\b(?= ?[.!,]|$)|\b(?:is|are) (?:completely )?risk-free\b",
    re.I,
)
# 以为这样就安全了 tells of somebody; the rules that block do not ask.
_THOUGHT = re.compile(
    r"(?:以为|觉得|认为|相信|盼|希望|担心|怀疑|问|想|若|如果|要是|只有|怎样|怎么|如何|哪些|什么)[^，。！？；\n]{0,16}$"
)
_THOUGHT_ENGLISH = re.compile(
    r"\b(?:if|whether|think|thinks|thought|believed?|hope[sd]?|unless|until|seems?|looks?|say|says|said|ask|asks|asked|make sure|sure)\b[^.!?;\n]{0,40}$",
    re.I,
)


def find_promises(reading: FoldedText) -> Iterator[Find]:
    """Promises of safety or of recovered money that the text makes in its own voice."""
    text = reading.text
    disowned = Disowned(text)
    for pattern, is_disowned in ((_CHINESE, disowned.in_chinese), (_ENGLISH, disowned.in_english)):
        for place in pattern.finditer(text):
            if not is_disowned(*place.span()):
                yield reading.find(PROMISE, *place.span())
    for pattern, is_disowned, thought in (
        (_CHINESE_SOFT, disowned.in_chinese, _THOUGHT),
        (_ENGLISH_SOFT, disowned.in_english, _THOUGHT_ENGLISH),
    ):
        for place in pattern.finditer(text):
            before = text[max(0, place.start() - _LOOK_BACK) : place.start()]
            if not (is_disowned(*place.span()) or thought.search(before)):
                yield reading.find(LIKE_PROMISE, *place.span())
