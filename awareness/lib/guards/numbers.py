"""Numbers with a person behind them: resident identity numbers and bank cards."""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import luhn
from stdnum.cn import ric

from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.plain_numbers import is_order
from awareness.lib.guards.reading import HIDDEN_NUMBER, FoldedText

ID_CARD = GuardRule("id_card", "这里有身份证号，会泄露个人身份，不能公开。", personal=True)
LIKE_ID_CARD = GuardRule(
    "id_card",
    "这里像身份证号，只是校验位不对，请看一看要不要隐去。",
    FindWeight.WARN,
    personal=True,
)
BANK_CARD = GuardRule("bank_card", "这里有银行卡号，会连累持卡人，不能公开。", personal=True)
LIKE_BANK_CARD = GuardRule(
    "bank_card",
    "这里有一长串号码，可能是银行卡号或账号，请看一看要不要隐去。",
    FindWeight.WARN,
    True,
)

_GAP_SIGN = "[ |_/~.·-]"
_GAP = f"{_GAP_SIGN}{{0,3}}"
_CHECK_X = "[Xx×хХΧχ✕✖╳]"
_ID_18 = re.compile(
    rf"(?<![0-9])[1-9][0-9](?:{_GAP}[0-9]){{4}}{_GAP}(?:18|19|20)(?:{_GAP}[0-9]){{9}}{_GAP}(?:[0-9]|{_CHECK_X})(?![0-9])"
)
_IDENTITY_BEFORE = re.compile(
    r"(?:身份证号?码?|身分证号?码?|\bID(?: card)?(?: number| no\.?)?)[ :为是(（]{0,3}$", re.I
)
_ID_15 = re.compile(r"(?<![0-9])[1-9][0-9]{14}(?![0-9])")
# GB/T 2260; 83 is on residence permits for people from Taiwan
_PROVINCES = {
    *(11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46),
    *(50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83),
}
_GROUPS = re.compile(r"[0-9]+(?:(?:[ |_/-]{1,3}|(?<=[0-9]{4})[.·](?=[0-9]{4}))[0-9]+)*")
_CARD_LENGTHS = range(16, 20)
# Beginnings given out to issuers (ISO/IEC 7812): UnionPay 62, older Chinese debit cards 95, 60;
# Visa, Mastercard and JCB with sixteen digits.
_CARD_BEGINS = re.compile(
    r"(?:6[02][0-9]{2}|9558)[0-9]{12,15}|(?:4[0-9]|5[1-5]|2[2-7]|35)[0-9]{14}"
)
_ACCOUNT_BEFORE = re.compile(
    r"(?:卡号|账号|帐号|账户|帐户|户头|card number|account number|account no\.?)[ :为是]{0,3}$",
    re.I,
)
_ACCOUNT = range(12, 31)
_DIGITS = re.compile("[0-9]+")
_MOST_GROUPS = 6
_SHORTEST_GROUP = 3  # digits between two gaps of a card number
_LOOK_BACK = 24


def find_cards(reading: FoldedText) -> Iterator[Find]:
    """Identity numbers of 18 and 15 digits, bank cards of 16 to 19."""
    yield from _identity(reading)
    for run in _GROUPS.finditer(reading.text):
        yield from _bank_cards(reading, run)


def _identity(reading: FoldedText) -> Iterator[Find]:
    for place in _ID_18.finditer(reading.text):
        number = re.sub(_CHECK_X, "X", re.sub(_GAP_SIGN, "", place[0]))
        if _from_a_province(number) and _born(number[6:14]):
            certain = ric.calc_check_digit(number) == number[-1] or _is_called_identity(
                reading.text, place.start()
            )
            yield reading.find(ID_CARD if certain else LIKE_ID_CARD, *place.span(), HIDDEN_NUMBER)
    for place in _ID_15.finditer(reading.text):
        number = place[0]
        if _from_a_province(number) and _born("19" + number[6:12]):
            rule = LIKE_ID_CARD if is_order(reading.text, place.start()) else ID_CARD
            yield reading.find(rule, *place.span(), HIDDEN_NUMBER)


def _is_called_identity(text: str, start: int) -> bool:
    """A slip in one figure does not make it nobody's number."""
    return bool(_IDENTITY_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]))


def _from_a_province(number: str) -> bool:
    return int(number[:2]) in _PROVINCES


def _born(day: str) -> bool:
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    return True


def _bank_cards(reading: FoldedText, run: re.Match) -> Iterator[Find]:
    text = reading.text
    if run.end() - run.start() < _ACCOUNT[0]:
        return
    groups = [place.span() for place in _DIGITS.finditer(text, *run.span())]
    for first, (start, _end) in enumerate(groups):
        number = ""
        for begin, end in groups[first : first + _MOST_GROUPS]:
            number += text[begin:end]
            if len(number) > _ACCOUNT[-1] or end - begin < _SHORTEST_GROUP:
                break
            rule = _card_rule(text, start, number)
            if rule:
                yield reading.find(rule, start, end, HIDDEN_NUMBER)


def _card_rule(text: str, start: int, number: str) -> GuardRule | None:
    if set(number) == {"0"}:
        return None
    if len(number) in _CARD_LENGTHS and luhn.is_valid(number):
        certain = _CARD_BEGINS.fullmatch(number) and not is_order(text, start)
        return BANK_CARD if certain else LIKE_BANK_CARD
    before = text[max(0, start - _LOOK_BACK) : start]
    return LIKE_BANK_CARD if len(number) in _ACCOUNT and _ACCOUNT_BEFORE.search(before) else None
