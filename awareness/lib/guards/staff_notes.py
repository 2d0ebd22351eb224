"""Notes that colleagues write to each other and that residents were never meant to read."""

import re
from collections.abc import Iterator
from functools import cache

from awareness.lib.guards.find import Find, GuardRule
from awareness.lib.guards.reading import FoldedText
from awareness.lib.text.traditional import to_traditional

STAFF_NOTE = GuardRule(
    "staff_note",
    "这像是写给同事的备注，居民看了会不放心；请查实以后去掉，或者直接说“报道没有写年份”。",
)

_CHECK = "(?:核实|核对|核准|查实|查证|考证|确认|过目|校对|复核|再查)"
_OPEN = "(?:待|尚待|有待|需|须|要|未|未经|尚未|没有?|还没有?|请)"
_SUBJECT = (
    "(?:年份|年代|日期|出处|来源|原文|数字|数据|地名|译名|译文|人名|条文|本条|此条|这条|这一条)"
)
_CHINESE = (
    r"编(?:写|辑|者|撰)者?(?:的?记忆|归纳|推测|整理|补充|注[：:]|按[：:])|编者[注按]|编注"
    r"|(?:此|本|这一?)条(?:是|为|系)?[^，。；\n]{0,4}(?:记忆|归纳|推测|凭印象)"
    r"|(?:发布|上线|公开|付印|印刷|定稿|刊出)(?:之|以)?前[，,]?(?:请|须|需|要|务必|再|先|还要|必须)*"
    rf"[^，。；\n]{{0,6}}{_CHECK}"
    rf"|{_SUBJECT}[^，。；\n]{{0,3}}{_OPEN}{_CHECK}"
    rf"|(?:请|待|需|须)(?:法务|领导|主任|所长|办案单位|编辑|同事|审核人|值班)[^，。；\n]{{0,8}}{_CHECK}"
    r"|(?:没有|没|未)查到(?:来源|出处)|(?:^|[（(，；])(?:来源|出处)(?:不明|存疑)(?=[）)。；]|$)|凭(?:编写者)?记忆(?:写|补|整理|[，。；）)]|$)"
    r"|此处(?:待|需|要|请)?(?:补|填|改|核|加)|待(?:补充?|填|定稿|译|配图)(?=[）)】\]，。；\n]|$)"
    r"|占位(?:文字|文本|符)?(?=[）)】\]，。；\n]|$)"
)
_ENGLISH = re.compile(
    r"\b(?:written|added|quoted|taken) from memory\b"
    r"|\b(?:check|verify|confirm|review)(?:ed)? (?:this |it |again |the \w+ )?before (?:publishing|publication|printing|release|going live)\b"
    r"|\b(?:dates?|years?|sources?|figures?|amounts?|numbers?|names?|wording|translation|details?) (?:still )?"
    r"(?:to be|needs? to be|not yet|yet to be) (?:confirmed|verified|checked|added|reviewed)\b"
    r"|\b(?:summari[sz]ed|compiled|inferred) by the (?:editors?|authors?|writers?)\b"
    r"|\b(?:editor|author|translator)[’']s note\b|\bnote to (?:self|editors?|staff|reviewers?)\b"
    r"|\blorem ipsum\b|\b(?:source|date|year) (?:unknown|unclear)\b",
    re.I,
)
_CAPITALS = re.compile(r"(?<![A-Za-z])(?:TODO|FIXME|TBC|TBD|XXX+)(?![A-Za-z])")


@cache
def _patterns() -> tuple[re.Pattern, ...]:
    """Made when first asked for: the conversion to 繁體 takes a tenth of a second to load."""
    return (
        re.compile(f"{_CHINESE}|{to_traditional(_CHINESE)}", re.M),
        _ENGLISH,
        _CAPITALS,
    )


def find_staff_notes(reading: FoldedText) -> Iterator[Find]:
    """Notes about how a text was made, or what is still to be checked in it."""
    for pattern in _patterns():
        for place in pattern.finditer(reading.text):
            yield reading.find(STAFF_NOTE, *place.span())
