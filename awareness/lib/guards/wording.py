"""Words that put the blame on the victim. The house says 被骗, never 上当."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from awareness.lib.guards.find import Find, FindWeight, GuardRule
from awareness.lib.guards.reading import FoldedText
from awareness.lib.text.traditional import to_traditional

BLAMING = GuardRule("blaming", "这话像在怪被骗的人，会让人不敢来报；请换个说法。")
MILD_BLAMING = GuardRule("blaming", "这个词有怪被骗的人的意思，最好换个说法。", FindWeight.WARN)

_SENSE = "(?:防范|防骗|反诈|安全|风险|法律|法治|法制|自我保护|自我防护)意识"
# (what is found, what to say instead or None); the longest first
_NEVER_SAID = [
    (r"上当受骗", "被骗"),
    (r"(?<![晚早网线马身车会])上当(?![地天日时晚年月场面然作成众前选事中])", "被骗"),
]
_MILD = [
    (r"轻信", "相信"),
    (r"麻痹大意|粗心大意|疏忽大意|大意疏忽|疏于防范", "一时没留意"),
    (r"掉以轻心", "放松"),
    (
        rf"{_SENSE}(?:较|比较|太|很|过于)?(?:淡薄|淡漠|薄弱|差|不强|不足|不够|低)|(?:缺乏|没有){_SENSE}",
        None,
    ),
    (r"警惕[性心](?:较|比较|太|很|也)?(?:差|低|不高|不强|不够|不足)|没有警惕[性心]|丧失警惕", None),
    (r"(?:盲目|轻易)(?:地|就)?(?:相信|信任|听信|信了)", "相信"),
    (r"老糊涂|财迷(?!心窍)|见钱眼开|没有?文化(?![馆宫站课节活])|执迷不悟", None),
    (r"无知(?![觉名情识])", None),
    (r"(?:心存|抱着?|抱有|怀着?|存着?|存有)侥幸(?:心理)?|侥幸心理", None),
    (r"不听[^，。！？；、不骗对\n]{0,8}?(?:劝阻|劝告|劝说|劝)", None),
    (r"被爱(?:情)?(?:冲昏(?:了)?头脑?|蒙蔽)|(?:冲昏|昏)了?头脑|恋爱脑", None),
    (r"自己(?:也|就|真|太)?(?:傻|笨|糊涂)", None),
    (r"贪图(?:小利|便宜|蝇头小利)", None),
]
_COVETING = [
    (r"[爱想好]?[贪占]小?便宜", None),
    (r"贪心|贪念|贪欲|贪婪|贪财", None),
]
_HARSH = [
    (r"财迷心窍|利欲熏心|鬼迷心窍", None),
    (r"愚(?![人公]节|公|园)(?:蠢|昧|笨|钝|弄)?", None),
    (r"怎么(?:这么|那么|这样|就)(?:傻|笨|蠢|容易(?:被骗|上当)|不小心|糊涂)", None),
    (r"(?:太|真|好|这么|那么|多|犯|够|最)(?:傻|笨|蠢)|傻乎乎|傻到|笨到|蠢(?!蠢)", None),
    (r"活该|咎由自取|自作自受|自找的|自讨苦吃", None),
    (
        r"没脑子|不长脑子|没长脑子|脑子进水|不动脑子|智商税|智商低|缺心眼|傻瓜|笨蛋|蠢货|白痴|糊涂虫",
        None,
    ),
    (r"怪(?:他|她|您|你)自己|(?:他|她|您|你)自己的错|自己(?:也)?有(?:过错|责任|问题)", None),
]
_ENGLISH_MILD = [
    (r"\bfell for\b", "lost money to"),
    (
        r"\bfall(?:s|ing)? for\b|\bfallen for\b|\b(?:was|were|been|be) (?:duped|conned|suckered)\b",
        None,
    ),
    (
        r"\b(?:careless|carelessness|should have known better|should have been more (?:careful|cautious|alert)|(?:too|overly) trusting"
        r"|blindly (?:trust|believ)(?:s|es|ed|ing)?|lack of (?:awareness|vigilance)|let (?:his|her|their|your) guard down)\b",
        None,
    ),
]
_ENGLISH_HARSH = [
    (r"\b(?:greedy|greed|gullible|foolish|foolishly|a fool|stupid|stupidly|stupidity)\b", None),
    (r"\b(?:na[iï]ve|na[iï]vely|dumb|silly|idiots?|idiotic|suckers?|ignorant)\b", None),
    (
        r"\b(?:your|their|his|her|my) own fault\b|\bonly (?:himself|herself|themselves|yourself) to blame\b",
        None,
    ),
    (r"\b(?:serves? (?:him|her|them|you) right|had it coming|asked for it|easily fooled)\b", None),
]
# 不是因为贪心, 别骂自己傻: said to comfort
_COMFORTING = re.compile(
    r"(?:(?<!要)不是|并非|不算|不叫|别[骂说怪嫌]|不要[骂说怪]|不必[骂说怪]|不怪|别觉得|不该说|不能说|没有谁|谁都不)[^，。！？；\n]{0,8}$"
)
# 不贪小便宜, 别心存侥幸: advice to everybody; 不听劝、不仅贪心 is none
_ADVICE = re.compile(
    r"(?:(?<!要)不|没有?|并未|不会|从未)$"
    r"|(?:不[要可能必宜再](?!不)|(?<![特个分区级性差识告辨])别|勿|莫|切忌|避免|防止|杜绝|拒绝|克服|戒除?|摒弃|消除|放弃|打消|丢掉|警惕)"
    r"[^，。！？；、\n]{0,5}$"
)
_ADVICE_OR_COMFORT = re.compile(f"{_ADVICE.pattern}|{_COMFORTING.pattern}")
_COMFORTING_ENGLISH = re.compile(
    r"\b(?:not|never|n[’']t|nobody|no one|isn[’']t|nothing)\b[^.!?;\n]{0,24}$", re.I
)


_COMFORT_BEFORE = 40  # characters


@dataclass(frozen=True)
class _Word:
    pattern: re.Pattern
    instead: str | None
    rule: GuardRule
    comforting: re.Pattern | None


def _words(
    entries: Sequence[tuple[str, str | None]], rule: GuardRule, comforting: re.Pattern | None
) -> list[_Word]:
    return [
        _Word(re.compile(pattern, re.I), instead, rule, comforting) for pattern, instead in entries
    ]


_WORDS = [
    *_words(_NEVER_SAID, MILD_BLAMING, None),
    *_words(_MILD, MILD_BLAMING, _ADVICE_OR_COMFORT),
    *_words(_COVETING, BLAMING, _ADVICE_OR_COMFORT),
    *_words(_HARSH, BLAMING, _COMFORTING),
    *_words(_ENGLISH_MILD, MILD_BLAMING, _COMFORTING_ENGLISH),
    *_words(_ENGLISH_HARSH, BLAMING, _COMFORTING_ENGLISH),
]


def find_blaming(reading: FoldedText) -> Iterator[Find]:
    """Blaming words in Chinese and English, unless they are said to comfort."""
    for word in _WORDS:
        for place in word.pattern.finditer(reading.text):
            before = reading.text[max(0, place.start() - _COMFORT_BEFORE) : place.start()]
            if not (word.comforting and word.comforting.search(before)):
                yield reading.find(word.rule, *place.span(), _in(reading.language, word.instead))


def _in(language: str, instead: str | None) -> str | None:
    return to_traditional(instead) if instead and language == "zh-hant" else instead
