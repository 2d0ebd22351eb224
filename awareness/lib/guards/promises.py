"""Promises that nobody can keep: that something is safe, that the money comes back.

A sentence that denies such a promise, doubts it or lays it in a fraudster's mouth is what the
house teaches, and passes (`disowned.py`).
"""

import re
from collections.abc import Iterator

from awareness.lib.guards.disowned import Disowned
from awareness.lib.guards.find import Find, Rule
from awareness.lib.guards.reading import Reading

PROMISE = Rule(
    "promise",
    "这话像在打包票（一定安全，或钱一定能追回），谁也保证不了；请去掉，或改成“越早报警，越有机会追回”。",
)

_SAFE = r"(?:绝对|(?<!为)(?<!为了)(?<!以)(?<![何样])保证|一定|必定|肯定|百分之百|百分百|100%|完全)"
_SURE = (
    r"(?:绝对|保证(?![金书人])|一定|必定|必然|肯定|百分之百|百分百|100%|完全|确保|承诺"
    r"|(?<![钱书红提背皮挎面礼语邮包腰打])包(?![裹括含装扣子里])|准能|铁定)"
)
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


def find_promises(reading: Reading) -> Iterator[Find]:
    """Promises of safety or of recovered money that the text makes in its own voice."""
    disowned = Disowned(reading.text)
    for pattern, is_disowned in ((_CHINESE, disowned.in_chinese), (_ENGLISH, disowned.in_english)):
        for place in pattern.finditer(reading.text):
            if not is_disowned(*place.span()):
                yield reading.find(PROMISE, *place.span())
