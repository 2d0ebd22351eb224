"""Telephone numbers that are not in the table of hotlines and office phones."""

import re
from collections.abc import Collection, Iterator

from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.plain_numbers import is_amount, is_order
from awareness.lib.guards.reading import HIDDEN_NUMBER, FoldedText

PHONE = GuardRule(
    "phone", "这里有电话号码，不在热线和单位电话里，可能是私人号码，不能公开。", personal=True
)
LIKE_PHONE = GuardRule(
    "phone", "这一串数字像电话号码，如果是单号就不用改。", FindWeight.WARN, personal=True
)
SHORT_NUMBER = GuardRule(
    "short_number", "号码不在热线表里，请在热线里添加或去掉。", FindWeight.WARN, personal=False
)

_GAP = "[ .·|_/~〜()（）-]{0,3}"
_JOIN = "[ .·|-]?"
_LONG = re.compile(
    rf"(?<![0-9])(?<![0-9][.])(?:"
    # mobile, with or without +86, in any usual grouping
    rf"(?:[(（]?(?:\+|00)?86{_GAP})?1[3-9][0-9](?:{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}|{_GAP}[0-9]{{3}}{_GAP}[0-9]{{5}})"
    rf"|1(?:[ ·_/~-][3-9][0-9]{{9}}|[ .·_/~-][3-9](?:[ .·_/~-][0-9]){{9}})"
    # land line with area code (YD/T: 10, 2x, three digits from 3 on)
    rf"|(?:[(（]?(?:\+|00)86{_GAP}0?|[(（]?0)(?:10|2[0-9]|[3-9][0-9]{{2}}){_GAP}[2-8][0-9]{{2,3}}{_JOIN}[0-9]{{4}}"
    # 400 and 800 service numbers
    rf"|[48]00(?:{_JOIN}[0-9]){{7}}"
    # Taiwan mobile, and any number in international form
    rf"|09[0-9]{{2}}-?[0-9]{{3}}-?[0-9]{{3}}"
    rf"|(?:\+|00)(?!86)[1-9](?:[ ()-]?[0-9]){{7,14}}"
    rf")(?![0-9])"
)
_LOCAL = re.compile(
    r"(?:电话|座机|手机|热线|来电|致电|拨打|拨|打|联系方式|号码|咨询|\btel|phone|call|dial|number)"
    r"[ .:是为到(（]{0,3}([2-8][0-9]{2,3}[ -]?[0-9]{4})(?![0-9])",
    re.I,
)
_SHORT = re.compile(
    r"(?<![0-9A-Za-z.,/_@#¥$€£+-])(?:95|96|12)[0-9]{3}(?![0-9A-Za-z@_/]|[.,:-][0-9])"
)
_DIALLED = re.compile(
    r"(?:电话|热线|来电|致电|拨打?|打|短信|号码|客服|\btel|phone|call|dial|hotline|text|number)[ .:是为到(（]{0,3}$",
    re.I,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:转|付|汇|交|借|花|充|存|赚|返|赔|退|价|共|约|近|超过?|达|额|损失|骗)[了去出走给共近约:]{0,2}$"
)
_DAY = re.compile(r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")


def find_phones(reading: FoldedText, known_numbers: Collection[str]) -> Iterator[Find]:
    """Mobile, land-line and service numbers, and five-digit lines that nobody has checked."""
    known = {_digits(number) for number in known_numbers} - {""}
    text = reading.text
    for place in _LONG.finditer(text):
        if _dials_somebody(text, place.span(), known):
            rule = LIKE_PHONE if is_order(text, place.start()) else PHONE
            yield reading.find(rule, *place.span(), HIDDEN_NUMBER)
    for place in _LOCAL.finditer(text):
        if _dials_somebody(text, place.span(1), known) and not _DAY.fullmatch(place[1]):
            yield reading.find(PHONE, *place.span(1), HIDDEN_NUMBER)
    for place in _SHORT.finditer(text):
        if place[0] not in known and _is_a_line(text, *place.span()):
            yield reading.find(SHORT_NUMBER, *place.span(), "")


def _dials_somebody(text: str, span: tuple[int, int], known: set[str]) -> bool:
    digits = _digits(text[slice(*span)])
    made_up = not digits[3:].strip("0")  # 400-000-0000
    return not (made_up or _is_known(digits, known) or is_amount(text, span[1]))


def _is_known(digits: str, known: set[str]) -> bool:
    """The same line, with or without its area code."""
    return digits in known or any(
        len(min(digits, number, key=len)) >= 7
        and (digits.endswith(number) or number.endswith(digits))
        for number in known
    )


def _is_a_line(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 12) : start]
    if _DIALLED.search(before):
        return not is_amount(text, end)
    round_sum = text[end - 2 : end] == "00"
    return not (
        round_sum or is_order(text, start) or _AMOUNT_BEFORE.search(before) or is_amount(text, end)
    )


def _digits(number: str) -> str:
    """Digits of NUMBER as dialled inside the country."""
    plain = re.sub("[^0-9]", "", number)
    return re.sub("^(?:00)?86(?=0?[1-9][0-9]{8,})", "", plain)
