"""Numbers that nobody is called by: sums, counts, order and case numbers."""

import re

_ORDER_BEFORE = re.compile(
    r"(?:单号?|流水号?|交易号|编号|凭证号|发票号码?|案号|合同号|备案号|许可证号|序列号|尾号|警号|第"
    r"|(?:order|tracking|reference|serial|ticket|invoice)(?: no\.?| number)?)[ :#(（是为]{0,3}$",
    re.I,
)
_UNIT = re.compile(r"[ ]?(?:[元万亿块人名年月天岁次个条件米户多余%]|yuan|people|RMB|dollar)", re.I)
_LOOK_BACK = 24


def is_order(text: str, start: int) -> bool:
    """Whether the words before START call the number there an order, case or part number."""
    return bool(_ORDER_BEFORE.search(text[max(0, start - _LOOK_BACK) : start]))


def is_amount(text: str, end: int) -> bool:
    """Whether a unit follows the number that ends at END."""
    return bool(_UNIT.match(text, end))
