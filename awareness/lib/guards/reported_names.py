"""Full names by what is said of them: 李秀英损失5万元, 转账给李秀英, 王建国和李秀英夫妇."""

import re
from collections.abc import Iterator

from awareness.lib.guards.chinese_names import (
    LIST_MARKS,
    NOT_NAMES,
    PSEUDONYM,
    full_name,
    name_before,
    names_at,
    opens_clause,
)
from awareness.lib.guards.find import Find
from awareness.lib.guards.reading import FoldedText

# What is done to somebody.
_DONE_TO = re.compile(
    "骗走了?|骗取了?|诈骗了|骗了|(?:转账|转帐|转款|转钱|汇款|汇钱|打款|打钱|付款)给|[转汇打付交借寄送]给|联系(?:上了?|到|了)?|找到了?"
    "|劝住了?|劝阻了?|拦住了?|拦下了?|叫住了?|见到|认识了|结识了?|遇到|陪同|陪着|护送|帮助|协助|告诉|告知|提醒|劝说|询问|走访|回访|慰问"
    "|抓获|拘留|逮捕|传唤|名为|冒用|(?:女士|先生|某|大爷|大妈|阿姨|老人|奶奶|爷爷)[(（]"
)
# What nobody but a person does.
_SUFFERS = re.compile(
    "损失[了近约]?[0-9]|转账[了给0-9]|汇款|向(?:骗子|对方|民警|警方|警察|公安|派出所|银行|诈骗)"
)
# What somebody in a report does; the name opens the clause.
_DOES = re.compile(
    "损失|转账|转帐|汇款|汇出|汇去|转出|转走|转给|到(?![底处了时达期目])|向|将|把|被|点击|点开|下载|添加|加入|扫码|扫了|扫描|按照|根据|信以为真|相信|取出|拿出"
    "|拨打|打开|投入|投资|充值|支付|付款|下单|购买|填写|输入|提供|拿着|拿了|前往|赶往|立即|马上|当即|随即|连忙|赶紧|在(?![线于乎])|从|对(?![面方话])|与|因|遭|今年|想|要|没有?|才"
    "|的(?:银行|手机|账户|帐户|钱|妻子|丈夫|儿子|女儿|母亲|父亲|家人|家属|微信|存款|积蓄)|老伴|丈夫|妻子"
)
_TWO_OF_THEM = re.compile("夫妇|夫妻|两人|二人|三人|母女|父子|母子|父女|姐妹|兄弟|等人|一家")


def find_reported_names(reading: FoldedText) -> Iterator[Find]:
    """Names that reports give to those who suffer, and to those who help."""
    text = reading.text
    for start, end in {*_objects(text), *_subjects(text), *_pairs(text)}:
        if not PSEUDONYM.match(text, end):
            yield full_name(reading, start, end)


def _objects(text: str) -> Iterator[tuple[int, int]]:
    for verb in _DONE_TO.finditer(text):
        for start, end in names_at(text, verb.end()):
            if end - start == 2 or text[start : start + 2] not in NOT_NAMES:
                yield start, end


def _subjects(text: str) -> Iterator[tuple[int, int]]:
    """Only given names of two characters: 高明把 could be any two words, 孙子正在 too."""
    for verb in _DOES.finditer(text):
        for start, end in name_before(text, verb.start()):
            telling = end - start > 2 and text[start : start + 2] not in NOT_NAMES
            if telling and opens_clause(text, start, end):
                yield start, end
    for verb in _SUFFERS.finditer(text):
        for start, end in name_before(text, verb.start()):
            if opens_clause(text, start, end):
                yield start, end


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    for both in _TWO_OF_THEM.finditer(text):
        for start, end in name_before(text, both.start()):
            if text[start - 1 : start] in LIST_MARKS:
                firsts = list(name_before(text, start - 1))
                yield from firsts
                if firsts:
                    yield start, end
