"""Whose promise it is: one that the text denies, questions or lays in a fraudster's mouth."""

import re
from bisect import bisect_right

_SENTENCE_END = re.compile(r"[。！？!?\n；;]|\.(?= |$)")
_LOOK_BACK, _LOOK_ON = 60, 40
_QUOTED = re.compile(
    r"“[^“”\n]{1,400}”|「[^「」\n]{1,400}」|『[^『』\n]{1,400}』|\"[^\"\n]{1,400}\""
)
# Quoted, but in the office's own voice.
_OURSELVES = re.compile(
    r"(?:(?:我们|本所|本站|民警|警方|公安机关|派出所|本行|我行)[^，。！？“「\"]{0,8}|\b(?:we|police)\b[^.,!?\"“]{0,20})[:,，]? ?$",
    re.I,
)

_DENIED = re.compile(
    r"(?:[不没无未别勿莫非][^，。]{0,3}"
    r"|(?:没有|没人|没谁|不能|不敢|不会|不要|不该|无法|不可能|不等于|不代表|不意味着|谁(?:也|都|能|敢)|哪有|哪里|哪能|怎么可能|怎能|难以|岂能"
    r"|是否|是不是|能不能|警惕|小心|当心|谨防|提防|远离|拒绝|(?:别|勿|莫)(?:轻易)?(?:相信|轻信|信|听))[^，。]{0,10})$"
)
_SPEAKER = "(?:骗子|诈骗分子|犯罪分子|不法分子|嫌疑人|对方|有人|谁|凡|陌生人|网友|群主|客服|来电|短信|广告|律师|黑客|导师|任何人|那些|他|她|平台|网站|网上)"
_SAID_BY_FRAUDSTER = re.compile(
    rf"{_SPEAKER}.{{0,16}}(?:说|称|承诺|答应|许诺|吹|敢|保证).{{0,24}}$"
    r"|(?:骗子|诈骗分子|犯罪分子|不法分子|对方|有人|谁|凡是?|陌生人|任何人|那些|黑客|假客服)[^，]{0,6}$"
    r"|(?:自称|谎称|声称|号称|宣称|冒充|假冒|伪装|打着|所谓|吹嘘|忽悠).{0,24}$"
    r"|(?:什么|这种|这类|此类)[^，]{0,6}$"
)
_CALLED_FRAUD = re.compile(
    r"[^。！？\n]{0,16}(?:是|为|属于)(?!因)[^。！？\n我打反防被]{0,6}(?:骗|诈|假|谎|套路|圈套|话术|陷阱|坑|二次)"
    r"|[^。！？\n]{0,12}(?:别信|不要信|不要相信|勿信|莫信|不可信|千万别|都别|不能信|信不得|要警惕|不要理)(?!骗|别|陌|对方|他)"
    r"|(?:吗|么|呢)|[^，。！？\n]{0,6}[？?]"
)

_DENIED_ENGLISH = re.compile(
    r"(?:\b(?:no|not|nobody|never|cannot|nor|neither|hardly|whether|beware|avoid|distrust)\b|n[’']t\b)[^,;]{0,40}$"
    r"|\b(?:no one|nobody|nothing)\b.{0,50}$",
    re.I,
)
_SPEAKER_ENGLISH = (
    r"\b(?:fraudsters?|scammers?|swindlers?|crooks?|criminals?|callers?|strangers?|hackers?|they|he|she"
    r"|someone|somebody|anyone|anybody|whoever|people|those|ads?|messages?|texts?|sites?)\b"
)
_SAID_BY_FRAUDSTER_ENGLISH = re.compile(
    rf"{_SPEAKER_ENGLISH}.{{0,24}}\b(?:say|says|said|saying|claim|claims|claimed|claiming|promise|promises|promised|promising|swears?|swore|tells?|told|offers?|offered|insists?|insisted|pretends?)\b.{{0,30}}$"
    rf"|\b(?:fraudsters?|scammers?|swindlers?|crooks?|callers?|strangers?|hackers?|whoever|(?:someone|somebody|anyone|anybody|people|those) (?:who|that))\b(?: [a-z]+){{0,3}} ?$"
    r"|\b(?:claim(?:s|ed|ing)?|pretend(?:s|ed|ing)?|so-called|fake)\b.{0,30}$",
    re.I,
)
_CALLED_FRAUD_ENGLISH = re.compile(
    r"[^.!?\n]{0,40}\b(?:is|are|was|were)\b[^.!?\n]{0,24}\b(?:fraud|frauds|scams?|scammers?|fraudsters?|lies?|liars?|lying|fake|tricks?|false)\b"
    r"|[^.,!?\n]{0,12}\?",
    re.I,
)


class Disowned:
    """Asks of places in one text whether the text itself stands behind them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = [place.span() for place in _QUOTED.finditer(text)]

    def in_chinese(self, start: int, end: int) -> bool:
        return self._ask(start, end, (_DENIED, _SAID_BY_FRAUDSTER), _CALLED_FRAUD)

    def in_english(self, start: int, end: int) -> bool:
        before = (_DENIED_ENGLISH, _SAID_BY_FRAUDSTER_ENGLISH)
        return self._ask(start, end, before, _CALLED_FRAUD_ENGLISH)

    def _ask(self, start: int, end: int, before: tuple[re.Pattern, ...], after: re.Pattern) -> bool:
        if self._quoted_from_another(start):
            return True
        sentence = _SENTENCE_END.split(self._text[max(0, start - _LOOK_BACK) : start])[-1]
        if any(pattern.search(sentence) for pattern in before):
            return True
        return bool(after.match(self._text[end : end + _LOOK_ON]))

    def _quoted_from_another(self, start: int) -> bool:
        """A speech in quotation marks is an example of what fraudsters say, unless we say it."""
        last = bisect_right(self._quotes, (start, len(self._text))) - 1
        if last < 0 or start >= self._quotes[last][1]:
            return False
        opens = self._quotes[last][0]
        return not _OURSELVES.search(self._text[max(0, opens - _LOOK_BACK) : opens])
