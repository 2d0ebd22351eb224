"""Full Chinese names as police reports and bank notices write them.

A name is looked for only where such a text puts one: after 受害人, 市民, 姓名：; before （男，52岁）;
at the head of a clause before 称, 接到, 报警. It must begin with a surname and go on with
characters that parents give, and must not be an ordinary word (from jieba's dictionary, MIT).
"""

import re
from collections.abc import Iterator

from awareness.lib.guards.find import Find, GuardRule
from awareness.lib.guards.reading import FoldedText
from awareness.lib.guards.wordlists import word_list

FULL_NAME = GuardRule(
    "full_name", "这里像是真实姓名，会让人认出是谁；写姓加“某”就够了。", personal=True
)

_ENTRIES = word_list("surnames")
_COMPOUND = frozenset(entry for entry in _ENTRIES if len(entry) == 2)
SURNAMES = frozenset("".join(_ENTRIES - _COMPOUND))
_GIVEN = frozenset("".join(word_list("given_names")))
_STOCK_NAMES = frozenset({"张三", "李四", "王五", "赵六"})
NOT_NAMES = word_list("ordinary_words") | _STOCK_NAMES

_HAN = "\u3400-\u9fff"
_PEOPLE = (
    "受害人|被害人|受害者|被害者|受骗人|受骗者|被骗人|被骗者|事主|当事人|报警人|报警者|报案人|举报人|目击者|市民|居民|村民|群众|业主|住户|租户|房东|房客"
    "|客户|储户|用户|网友|网民|网红|博主|主播|男子|女子|男士|老人|老汉|老太|大爷|大妈|大叔|大娘|阿姨|奶奶|爷爷|婆婆|青年|小伙子|小伙|姑娘"
    "|学生|大学生|中学生|小学生|同学|教师|老师|教授|专家|律师|医生|护士|员工|职工|工人|民工|农民|会计|财务|出纳|柜员|店主|店员|老板娘|老板|经理|保安|顾客|社工|保姆|中介|骑手|快递员"
    "|司机|嫌疑人|嫌犯|主犯|逃犯|犯罪分子|被告人|被告|被执行人|卡主|借款人|担保人|持卡人|开户人|取款人|汇款人|收件人|寄件人|负责人|法定代表人|法人"
    "|民警|辅警|交警|特警|警官|警员|指导员|教导员|志愿者|网格员|记者|通讯员|编辑|责编|摄影|退休干部|[科所局处校厂店院队班组社站团行]长|主任|书记"
    "|家长|妻子|丈夫|儿子|女儿|母亲|父亲|儿媳|女婿|孙女|孙儿|侄子|侄女|爱人|老伴|前妻|前夫|邻居|同事|室友|亲戚|朋友|其[妻夫父母子女兄弟姐妹孙]"
)
_PARTIES = "户名|户主|车主|收款人|付款人|收款方|联系人|经办人|机主"
_AFTER_PEOPLE = re.compile(rf"(?:{_PEOPLE}|{_PARTIES})[ ]?(?:是|叫|名叫|为|[:(（“「])?[ ]?")
_LABEL = re.compile(r"(?:姓名|本名|真名|实名|名叫|名字叫|本人叫|我叫)[ ]?[:是为]?[ ]?")
_AGE = "(?:[0-9]{1,3} ?|[一二三四五六七八九十]{1,4})(?:周|多)?岁"
_ABOUT_PERSON = re.compile(
    rf"[ ]?[(（,，][ ]?(?:男|女|(?:今年|现年)?{_AGE})|[ ]?(?:今年|现年|年龄|[已年][经近过满仅]?){{0,3}} ?{_AGE}"
)
_AGED = re.compile(rf"(?:{_AGE}|[六七八九]旬)的? ?")
_SAYS = re.compile(
    "称|说|表示|告诉|回忆|介绍|接到|收到|接听|报警|报案|求助|被骗|被诈骗|发现|通过|来到|赶到|夫妇|一家|等[0-9一二三四五六七八九十]{1,3}人|遭遇|轻信|匆忙|急忙"
)
PSEUDONYM = re.compile(r"[ ]?[(（][ ]?(?:化名|假名)")
_FOLLOWS = frozenset(
    "提耐今现损汇取存输陪劝制止拦也接收到称说发在被报向通因遇遭下转加投扫想把将为的是与和及等从于又就便才都却曾先后前去来找给让叫按打拨登注误听看见没不担急匆当正刚至随赶经跑要对表告回介求夫一轻用刷买卖花付交拿点出进家有"
)
_IN_DOTTED = frozenset("提耐")  # 买买提
_WITH_MIDDLE_DOT = re.compile(
    rf"[{_HAN}]{{2,6}}(?:·[{_HAN}]{{2,8}}?){{1,3}}(?=[^{_HAN}]|[{''.join(sorted(_FOLLOWS - _IN_DOTTED))}]|$)"
)
# 王 小明, 李 秀 英
_BLANKS = re.compile(
    rf"(?<=[{''.join(sorted(SURNAMES))}]) (?=[{_HAN}])|(?<=[{''.join(sorted(SURNAMES))}] [{_HAN}]) (?=[{_HAN}])"
)
_RUN = re.compile(rf"[{_HAN}]{{2,5}}")
LIST_MARKS = frozenset("、和与及")
_BEFORE_A_CLAUSE = frozenset("日时许的在区县市镇乡村道社天午晚晨夜")
# Surnames that are words of their own: 应加强, 向大家, 曾有. With an ordinary word they make no
# name, and one character after the first of them is too little to tell.
_MODAL = frozenset("应向时曾常连满管单包明令农")
_WORDLIKE = _MODAL | frozenset("于任何方成易安解查付施费贺祝顾谢关全高金钱黄古武左车路房游席卓")
_NEVER_ALONE = frozenset("家方")
_PLACE_ENDS = frozenset("村镇州庄")
_PAIRS = word_list("ordinary_pairs")
_NEVER_GIVEN = re.compile(r"[某女先太阿老师警总经主姐哥叔婶伯奶爷妈嫂姨同医律教会队所局处科院公司]")
_TITLE = re.compile(
    "先生|大夫|工|[伯叔哥姐爷妈]|书记|教官|大[爷妈姐哥叔嫂伯娘]|[科行所局处校厂店院队班组会社市县区镇乡部司站团]长"
)
_LONGEST = 4


def find_chinese_names(reading: FoldedText) -> Iterator[Find]:
    """Names with a remedy that keeps the surname: 王小明 → 王某某."""
    closed = reading.closed(_BLANKS)
    for written in [reading] if closed is reading else [reading, closed]:
        text = written.text
        for start, end in {*_after_people(text), *_after_labels(text), *_around(text)}:
            if not PSEUDONYM.match(text, end):
                yield full_name(written, start, end)


def full_name(reading: FoldedText, start: int, end: int) -> Find:
    surname = surname_length(reading.text, start) or 1
    masked = reading.source(start, start + surname) + "某" * min(2, end - start - surname)
    return reading.find(FULL_NAME, start, end, masked)


def _after_people(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_AFTER_PEOPLE, _AGED):
        for noun in pattern.finditer(text):
            yield from names_at(text, noun.end())


def names_at(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The name at START, and those that a list adds to it."""
    if dotted := _WITH_MIDDLE_DOT.match(text, start):
        yield dotted.span()
    while end := _name_end(text, start):
        yield start, end
        if text[end : end + 1] not in LIST_MARKS:
            break
        start = end + 1


def _after_labels(text: str) -> Iterator[tuple[int, int]]:
    """A label announces a name, so any given name will do, even a word, if nothing follows it."""
    for label in _LABEL.finditer(text):
        start = label.end()
        run = _RUN.match(text, start)
        if not run:
            continue
        name = run[0].rstrip("男女")
        if len(name) <= _LONGEST and _could_be_name(name):
            yield start, start + len(name)
        elif end := _name_end(text, start):
            yield start, end


def _around(text: str) -> Iterator[tuple[int, int]]:
    """Names before （男，52岁）, and names that open a clause and then say or suffer something."""
    for about in _ABOUT_PERSON.finditer(text):
        yield from name_before(text, about.start())
    for says in _SAYS.finditer(text):
        for start, end in name_before(text, says.start()):
            if opens_clause(text, start, end):
                yield start, end


def name_before(text: str, end: int) -> Iterator[tuple[int, int]]:
    for length in (4, 3, 2):
        start = end - length
        if start >= 0 and given_like(text[start:end], surname_length(text, start)):
            yield start, end
            return


def opens_clause(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    if before in _BEFORE_A_CLAUSE:
        return end - start > 2
    return not re.match(rf"[{_HAN}0-9A-Za-z]", before)


def _name_end(text: str, start: int) -> int:
    """Where the name that starts at START ends, 0 if none does: the longest that fits."""
    surname = surname_length(text, start)
    for end in (start + surname + 2, start + surname + 1):
        if _SAYS.match(text, end - 1) and end > start + surname + 1:
            continue  # 张敏发现
        if end <= len(text) and given_like(text[start:end], surname) and _ends_here(text, end):
            return end
    return 0


def _ends_here(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return not following or following in _FOLLOWS or not re.match(rf"[{_HAN}]", following)


def surname_length(text: str, start: int) -> int:
    if text[start : start + 2] in _COMPOUND:
        return 2
    return int(text[start : start + 1] in SURNAMES)


def given_like(name: str, surname: int) -> bool:
    given = name[surname:]
    if not surname or not 1 <= len(given) <= 2 or given in _NEVER_ALONE or name in NOT_NAMES:
        return False
    if _are_words(name, surname, given) or (len(given) == 2 and given[-1] in _PLACE_ENDS):
        return False
    return all(sign in _GIVEN for sign in given) and not _TITLE.fullmatch(given)


def _are_words(name: str, surname: int, given: str) -> bool:
    if name[0] in _MODAL and (len(name) == 2 or name[:2] in NOT_NAMES):
        return True
    wordlike = name[0] in _WORDLIKE or surname == 2
    return wordlike and (given in _PAIRS or given[0] == "和")


def _could_be_name(name: str) -> bool:
    surname = surname_length(name, 0)
    given = name[surname:]
    fits = surname and 1 <= len(given) <= 2 and name not in _STOCK_NAMES
    return bool(fits and not _NEVER_GIVEN.search(given))
