"""Where somebody lives: house numbers, buildings, rooms. The road or the estate may be named."""

import re
from collections.abc import Iterator

from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.reading import FoldedText

ADDRESS = GuardRule(
    "address", "这里写到了门牌或房号，能找到人家里去；写到路名或小区就够了。", personal=True
)
PART_OF_ADDRESS = GuardRule(
    "address", "这里有楼号或单元号，如果是谁家的住处，请去掉。", FindWeight.WARN, personal=True
)

_NUMBER = "(?:[甲乙丙丁]?[0-9]{1,5}[A-Za-z]?|[一二三四五六七八九十百零〇]{1,5})"
_BUILDING = (
    "(?:[0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|号院|单元)|[0-9A-Za-z]{1,4}[栋幢座]"
)
_BARE_ROOM = "[0-9]{3,4}(?![0-9]|[年元万人名天块米])"
_TAIL = (
    rf"(?:[ ,，-]?(?:附?{_NUMBER}(?:号楼|号院|栋|幢|座|单元|梯|层|楼|室|房|户|号|#)|{_BARE_ROOM}))"
)
_DOOR = rf"(?:{_NUMBER}(?:室|房|户|号)(?![院线])|{_NUMBER}单元|{_BARE_ROOM})"

_ESTATE = "(?:小区|花园|公寓|新村|家园|苑|大院|宿舍)"
_NOT_A_DAY = "(?![上下中]午|[早晚前后起停开到至有又还]|凌晨|当|以|之)"
# 青石路 18 号, 3 栋 2 单元: Chinese typesetting puts blanks around figures.
_BLANKS = re.compile(
    "(?<=[\u3400-\u9fff]) (?=[0-9甲乙丙丁])|(?<=[0-9A-Za-z#]) (?=[\u3400-\u9fff#])"
)

_CHINESE = [
    # 示例路1号院3号楼2单元501室
    re.compile(
        rf"(?:(?<=[街巷弄])|(?<=[^线电网思套半走出铁回赶顺在0-9]路)|(?<=大道)|(?<=胡同)|(?<=[铁公]路))"
        rf"(?:[东南西北中][段侧路])? ?(?P<exact>{_NUMBER}(?:[-之附]{_NUMBER})?[号弄#](?![线机台车店])(?:院|楼)?{_TAIL}{{0,5}})"
    ),
    re.compile(rf"(?<=[村屯庄])(?P<exact>第?{_NUMBER}[组队社]{_NUMBER}号)"),
    re.compile(rf"(?<=[^全本我各该农乡邻山两三几个每]村)(?P<exact>{_NUMBER}(?:号{_NOT_A_DAY}|#))"),
    re.compile(
        rf"(?:{_ESTATE}[ ,，]?|住(?:在|到|进)?|家在|搬到)(?P<exact>[0-9]{{1,3}}(?:-[0-9]{{1,2}}){{0,2}}-(?!(?:19|20)[0-9]{{2}})[0-9]{{3,4}})(?![0-9-]|[元万人名天块米])"
    ),
    re.compile(rf"{_ESTATE}[ ,，]?(?P<exact>(?:{_BUILDING}){_TAIL}{{0,5}})"),
    re.compile(
        rf"(?<![0-9A-Za-z])(?P<exact>(?:{_BUILDING})(?:[ ,，-]?{_NUMBER}(?:单元|层|楼|梯)){{0,2}}[ ,，-]?{_DOOR})"
    ),
    re.compile(r"(?<![0-9A-Za-z])(?P<exact>[0-9]{3,4}室)"),
]
_PART = re.compile(r"(?<![0-9A-Za-z第])[0-9]{1,3}(?:号楼|单元)")

_ROAD = "(?:Road|Rd|Street|St|Avenue|Ave|Lane|Alley|Boulevard|Blvd|Drive|Hutong)"
_NAMED_ROAD = rf"(?:[A-Z][A-Za-z'’-]{{0,20}} ){{1,4}}{_ROAD}\b"
_ENGLISH_ROAD = re.compile(
    rf"(?<![0-9A-Za-z.,$¥-])(?:No\.? ?|Number |#)?[0-9]{{1,5}}(?:-[0-9]{{1,4}})?[A-Za-z]?,? (?P<road>{_NAMED_ROAD})"
)
_ENGLISH_NUMBER = re.compile(
    rf"\b{_ROAD}\.?(?P<exact>,? (?:No\.? ?|Number |#)[0-9]{{1,5}})(?![0-9])"
)
_ENGLISH_ROOM = re.compile(
    r"(?:\b(?:Unit|Building|Tower) ?#?[0-9]{1,4}[A-Z]?, ?(?:Unit|Building|Tower) ?#?[0-9]{1,4}[A-Z]?\b"
    r"|\b(?:Room|Rm\.?|Apartment|Apt\.?|Flat) ?(?:No\.? ?|#)?[0-9]{1,5}[A-Za-z]?\b)"
    r"(?! ?(?:yuan|RMB|dollar|people|times|days|minutes|hours))",
    re.I,
)
_ENGLISH_PART = re.compile(r"\b(?:Building|Unit) (?:No\.? ?)?[0-9]{1,3}\b")


def find_addresses(reading: FoldedText) -> Iterator[Find]:
    """Exact addresses in Chinese and English; the remedy leaves the road or the estate."""
    text = reading.text
    for place in _ENGLISH_NUMBER.finditer(text):
        yield reading.find(ADDRESS, *place.span("exact"), "")
    for place in _ENGLISH_ROAD.finditer(text):
        yield reading.find(ADDRESS, *place.span(), reading.source(*place.span("road")))
    for place in _ENGLISH_ROOM.finditer(text):
        yield reading.find(ADDRESS, *place.span(), "")
    for place in _ENGLISH_PART.finditer(text):
        yield reading.find(PART_OF_ADDRESS, *place.span(), "")
    yield from _chinese(reading.closed(_BLANKS))


def _chinese(reading: FoldedText) -> Iterator[Find]:
    for pattern in _CHINESE:
        for place in pattern.finditer(reading.text):
            yield reading.find(ADDRESS, *place.span("exact"), "")
    for place in _PART.finditer(reading.text):
        yield reading.find(PART_OF_ADDRESS, *place.span(), "")
