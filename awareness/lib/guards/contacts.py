"""Ways to reach a person: e-mail addresses, chat numbers and number plates."""

import re
import string
from collections.abc import Collection, Iterator

from awareness.lib.guards.find import Find, Rule, Weight
from awareness.lib.guards.hosts import is_fiction, is_within
from awareness.lib.guards.plain_numbers import is_amount
from awareness.lib.guards.reading import HIDDEN_NUMBER, Reading

EMAIL = Rule("email", "这里有电子邮箱，是个人联系方式，不能公开。", personal=True)
OFFICIAL_EMAIL = Rule(
    "email", "这里有电子邮箱，请确认是单位公开的邮箱，不是个人的。", Weight.WARN, personal=True
)
CHAT_NUMBER = Rule(
    "chat_number", "这里有微信号、QQ号一类的号码，会让人直接找上门，不能公开。", personal=True
)
PLATE = Rule("plate", "这里有车牌号，能查到车主，不能公开。", personal=True)

_AT = re.compile(r"@|[(\[（【] ?at ?[)\]）】]", re.I)
_MAILBOX = string.ascii_letters + string.digits + "._%+-"
_MAIL_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}")
_MAILBOX_LENGTH = 64
_IN_LINK = re.compile(r"//[!-~]*$")

_WECHAT_NAME = r"(?P<wechat>加?(?:微信|威信|薇信|[vw]x|v信)|加[v微])"
_CHAT_NAME = (
    rf"(?:{_WECHAT_NAME}|wechat|weixin|扣扣|企鹅|qq|q群|whats ?app|telegram|电报|line(?= ?id))"
)
_CHAT = re.compile(
    rf"(?<![A-Za-z]){_CHAT_NAME}(群)?(?: ?(?P<label>号码?|账号|帐号|id|number|account|no\.?))?"
    r"(?P<colon> ?[:是为=(（] ?| is | )?"
    r"(?P<number>[A-Za-z0-9][A-Za-z0-9_-]{4,19})(?![A-Za-z0-9_@*×-]|[.][A-Za-z])",
    re.I,
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z][ ·-]?"
    r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})(?![A-Za-z0-9])",
    re.I,
)  # GA 36: no I, no O; six signs on new-energy plates
_SIGNS_THAT_NAME_A_CAR = 2  # digits; fewer is more likely a word
_FIGURES_OF_A_NAME = 3  # fewer after 微信 may be a version or a thing: 微信Windows11


def find_emails(reading: Reading, allowed_hosts: Collection[str]) -> Iterator[Find]:
    """E-mail addresses, not those of .example hosts nor the login part of a link."""
    text = reading.text
    for sign in _AT.finditer(text):
        host = _MAIL_HOST.match(text, sign.end())
        left = text[max(0, sign.start() - _MAILBOX_LENGTH) : sign.start()]
        mailbox = len(left) - len(left.rstrip(_MAILBOX))
        if not host or not mailbox or is_fiction(host[0].lower()) or _IN_LINK.search(left):
            continue
        rule = OFFICIAL_EMAIL if is_within(host[0].lower(), allowed_hosts) else EMAIL
        yield reading.find(rule, sign.start() - mailbox, host.end(), "")


def find_contacts(reading: Reading, known_numbers: Collection[str]) -> Iterator[Find]:
    """Chat numbers and number plates."""
    for place in _CHAT.finditer(reading.text):
        ordinary = place["number"] in known_numbers or is_amount(reading.text, place.end())
        if _is_chat_number(place) and not ordinary:
            yield reading.find(CHAT_NUMBER, *place.span("number"), HIDDEN_NUMBER)
    for place in _PLATE.finditer(reading.text):
        figures = sum(sign.isdigit() for sign in place[0])
        if figures >= _SIGNS_THAT_NAME_A_CAR and not is_amount(reading.text, place.end()):
            start, end = place.span()
            yield reading.find(PLATE, start, end, reading.source(start, start + 2) + "*****")


def _is_chat_number(place: re.Match) -> bool:
    """Digits after any of the names; letters with digits after 微信 or a colon; a bare word only
    where it is called a number. WeChat's own rule: a letter first, six to twenty signs."""
    number = place["number"]
    if number.isdigit():
        return 5 <= len(number) <= 11 and not (number.startswith("20") and len(number) == 8)
    figures = sum(sign.isdigit() for sign in number)
    if number[0].isalpha() and (figures or "_" in number or "-" in number):
        announced = place["colon"] or place["label"]
        bare = place["wechat"] and figures >= _FIGURES_OF_A_NAME
        return bool(announced or bare) and len(number) >= 6
    named = place["label"] and place["colon"] and place["colon"].strip() in {":", "="}
    return bool(named and number.isalpha() and len(number) >= 6)
