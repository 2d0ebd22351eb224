"""What a case says in figures: how much money, on which day."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from awareness.delivery.languages import ENGLISH, TRADITIONAL

FIRST_YEAR = 2000
MOST_YUAN = 2_147_483_647  # what the column of every database holds
PLAIN = re.compile(r"¥?(\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.0+)?元?")
IN_TEN_THOUSANDS = re.compile(r"¥?([\d,]+(?:\.\d+)?)(万|亿)元?")
TIMES = {"万": 10_000, "亿": 100_000_000}
UNITS = TIMES | {"萬": 10_000, "億": 100_000_000, "million": 1_000_000}
EXAMPLE = 378000
LONGEST = 40  # signs; no amount is longer, and a long one takes long to read


def yuan(typed: str) -> int:
    """The amount that TYPED says, in whole yuan; ValueError says in a sentence how to write it."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed))
    text = text if len(text) <= LONGEST else ""
    found, large = PLAIN.fullmatch(text), _in_ten_thousands(text)
    if not found and large <= MOST_YUAN:
        raise ValueError(f"请写成元，例如{large or EXAMPLE}。")
    amount = int(found[1].replace(",", "")) if found else large
    if amount > MOST_YUAN:
        raise ValueError("这个金额太大，请看看是不是多写了几个零。")
    return amount


def _in_ten_thousands(text: str) -> int:
    """What 37.8万 is in yuan; 0 for anything else."""
    found = IN_TEN_THOUSANDS.fullmatch(text)
    return int(Decimal(found[1].replace(",", "") or 0) * TIMES[found[2]]) if found else 0


def unlikely(day: date) -> str:
    """Why nothing can have happened on DAY; '' if it can."""
    last = timezone.localdate() + timedelta(days=1)
    if date(FIRST_YEAR, 1, 1) <= day <= last:
        return ""
    return f"日期要在{FIRST_YEAR}年以后、明天以前，请看看年份。"


def told(amount: int | None, note: str, language: str) -> str:
    """What a case says of money: AMOUNT, then NOTE; a note that names the amount says it all."""
    if not amount or _names(note, amount):
        return note
    stop = ". " if language == ENGLISH else "。"
    return f"{amount_in_words(amount, language)}{stop}{note}".strip()


def amount_in_words(amount: int, language: str) -> str:
    """AMOUNT as people write it: 37.8万元; 378,000 yuan."""
    if language == ENGLISH:
        return f"{_in(amount, 'million') or format(amount, ',')} yuan"
    large, hundreds = ("萬", "億") if language == TRADITIONAL else ("万", "亿")
    return f"{_in(amount, hundreds) or _in(amount, large) or amount}元"


def _in(amount: int, unit: str) -> str:
    """AMOUNT in UNIT with two decimals at most; '' if it has more or is less than one."""
    size = UNITS[unit]
    if amount < size or amount % (size // 100):
        return ""
    return f"{Decimal(amount) / size:f}{' ' * unit.isascii()}{unit}"


def _names(note: str, amount: int) -> bool:
    """Whether NOTE has AMOUNT in figures, however they are written."""
    ways = [str(amount), format(amount, ","), *(_in(amount, unit) for unit in UNITS)]
    forms = [re.sub("(?=[万亿萬億])", "[余餘多]?", re.escape(way)) for way in ways if way]
    return bool(re.search(rf"(?<![\d.,])(?:{'|'.join(forms)})(?![\d万亿萬億])(?![.,]\d)", note))
