"""Ways to reach a person: e-mail addresses, chat numbers and number plates."""

import re
import string
from collections.abc import Collection, Iterator

from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.hosts import is_fiction, is_top_domain, is_within
from awareness.lib.guards.plain_numbers import is_amount
from awareness.lib.guards.reading import HIDDEN_NUMBER, FoldedText

EMAIL = GuardRule("email", "这里有电子邮箱，是个人联系方式，不能公开。", personal=True)
OFFICIAL_EMAIL = GuardRule(
    "email", "这里有电子邮箱，请确认是单位公开的邮箱，不是个人的。", FindWeight.WARN, personal=True
)
CHAT_NUMBER = GuardRule(
    "chat_number", "这里有微信号、QQ号一类的号码，会让人直接找上门，不能公开。", personal=True
)
PLATE = GuardRule("plate", "这里有车牌号，能查到车主，不能公开。", personal=True)

_MAILBOX = string.ascii_letters + string.digits + "._%+-"
_AT = re.compile(r" ?(?:@|[(\[（【] ?at ?[)\]）】]|艾特|圈a)[ ]?|(?P<spelt> at )", re.I)
_DOT = r"(?:\.|(?P<spelt>。|点|[(\[（【] ?(?:dot|点) ?[)\]）】]| (?:dot|点) ))"
_DOTS = re.compile(_DOT, re.I)
_ANY_DOT = _DOT.replace("?P<spelt>", "?:")
_MAIL_HOST = re.compile(
    rf"[a-z0-9](?:[a-z0-9-]{{0,62}}{_ANY_DOT}){{1,8}}[a-z0-9-]{{1,23}}[a-z]", re.I | re.A
)
_MAILBOX_LENGTH = 64
_IN_LINK = re.compile(r"//[!-~]*$")

_WECHAT_NAME = r"(?P<wechat>(?P<add>(?<![参增更])加[^，。！？；:a-z0-9\n]{0,6})?(?:微 ?信|威信|薇信|[vw]x|v信)|(?P<plus>加[v微]|\+ ?[v微]))"
_CHAT_NAME = (
    rf"(?:{_WECHAT_NAME}|wechat|weixin|扣扣|企鹅|qq|[加+]q|q群|whats ?app|telegram|电报|line(?= ?id)"
    r"|(?:抖音|快手|小红书|微博|陌陌|探探|纸飞机|钉钉|facebook|instagram|tiktok)(?= ?(?:号|账号|帐号|id)))"
)
_OPENS = "[“\"'‘「『【\\[(（《<]"
_CHAT = re.compile(
    rf"(?<![A-Za-z]){_CHAT_NAME}(?:群聊?|群组)?(?: ?(?P<label>群?号码?|账号|帐号|id|number|account|no\.?))?"
    rf"(?P<colon> ?[:是为=] ?| is | )?(?P<opens>{_OPENS} ?)?@?"
    r"(?P<number>[0-9](?: [0-9]){4,10}(?![ ]?[0-9])|[A-Za-z0-9][A-Za-z0-9_-]{4,19})(?![A-Za-z0-9_@*×-]|[.][A-Za-z])",
    re.I,
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_CAR_SIGN = "[A-HJ-NP-Z0-9]"
_PLATE = re.compile(
    rf"(?P<place>[{_PROVINCES}](?:[A-HJ-NP-Z]|[ ·.-](?-i:[A-HJ-NP-Z])))[ ·.-]{{0,2}}"
    rf"(?:{_CAR_SIGN}{{4}}[A-HJ-NP-Z0-9挂学警港澳]|{_CAR_SIGN}{{6}}|{_CAR_SIGN}(?: ?[0-9]){{4}})(?![A-Za-z0-9])"
    rf"|(?P<police>WJ[ ·.-]?[{_PROVINCES}])[ ·.-]?[0-9]{{4}}[0-9TDSHBXJ](?![A-Za-z0-9])"
    r"|(?P<embassy>[使领]馆)[ ·:]?[0-9]{3}[ ·]?[0-9]{3}(?![0-9])",
    re.I,
)  # GA 36: no I, no O; six signs on new-energy plates
_SIGNS_THAT_NAME_A_CAR = 2  # digits; fewer is more likely a word
_FIGURES_OF_A_NAME = 3  # fewer after 微信 may be a version or a thing: 微信Windows11
_SHORTEST_NAME = 6  # WeChat's own rule: a letter first, six to twenty signs
_NO_NAMES = re.compile(
    "wechat|weixin|windows|android|iphone|harmony|group|number|account|friend|official|channel"
    "|message|payment|wallet|transfer|public|store|telegram|whatsapp|download|update",
    re.I,
)


def find_emails(reading: FoldedText, allowed_hosts: Collection[str]) -> Iterator[Find]:
    """E-mail addresses, not those of .example hosts nor the login part of a link."""
    text = reading.text
    for sign in _AT.finditer(text):
        left = text[max(0, sign.start() - _MAILBOX_LENGTH) : sign.start()]
        mailbox = len(left) - len(left.rstrip(_MAILBOX))
        host = _mail_host(text, sign.end(), bool(sign["spelt"])) if mailbox else ""
        plain = _DOTS.sub(".", host.lower())
        if not host or is_fiction(plain) or _IN_LINK.search(left):
            continue
        rule = OFFICIAL_EMAIL if is_within(plain, allowed_hosts) else EMAIL
        yield reading.find(rule, sign.start() - mailbox, sign.end() + len(host), "")


def _mail_host(text: str, start: int, spelt: bool) -> str:
    """The host that starts at START, without the sentence that goes on after it; '' if none does.

    SPELT: an "at" between spaces is an @ only before a spelt-out dot.
    """
    whole = _MAIL_HOST.match(text, start)
    if not whole:
        return ""
    dots = list(_DOTS.finditer(whole[0]))
    if spelt and not any(dot["spelt"] for dot in dots):
        return ""
    ends = [*(dot.start() for dot in dots[1:]), len(whole[0])]
    for dot, end in reversed([*zip(dots, ends, strict=True)]):
        if is_top_domain(whole[0][dot.end() : end].lower()):
            return whole[0][:end]
    return whole[0] if not any(dot["spelt"] for dot in dots) else whole[0][: ends[0]]


def find_contacts(reading: FoldedText, known_numbers: Collection[str]) -> Iterator[Find]:
    """Chat numbers and number plates."""
    for place in _CHAT.finditer(reading.text):
        ordinary = place["number"] in known_numbers or is_amount(reading.text, place.end())
        if _is_chat_number(place) and not ordinary:
            yield reading.find(CHAT_NUMBER, *place.span("number"), HIDDEN_NUMBER)
    for place in _PLATE.finditer(reading.text):
        figures = sum(sign.isdigit() for sign in place[0])
        if figures >= _SIGNS_THAT_NAME_A_CAR and not is_amount(reading.text, place.end()):
            kept = reading.source(*place.span(place.lastgroup or 0))
            yield reading.find(PLATE, *place.span(), f"{kept}*****")


def _is_chat_number(place: re.Match) -> bool:
    """Digits after any of the names; letters with digits after 微信 or a colon; a bare word only
    where it is called a number or where readers are told to add it."""
    number = place["number"].replace(" ", "")
    if number.isdigit():
        return 5 <= len(number) <= 11 and not (number.startswith("20") and len(number) == 8)
    if not number[0].isalpha() or len(number) < _SHORTEST_NAME:
        return False
    told = bool(place["add"] or place["plus"])
    if told and not _NO_NAMES.match(number):
        return True
    figures = sum(sign.isdigit() for sign in number)
    if figures or "_" in number or "-" in number:
        announced = place["colon"] or place["label"] or place["opens"]
        return bool(announced or (place["wechat"] and figures >= _FIGURES_OF_A_NAME))
    sign = (place["colon"] or "").strip()
    named = place["label"] and (place["opens"] or sign in {":", "=", "为", "是"})
    return bool(named and number.isalpha())
