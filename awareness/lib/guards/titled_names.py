"""Full names before a title, as neighbours write them: 王丽华阿姨. A surname alone may stand there.

Only given names of two characters: 高明老师 or 方便大爷 could be any two words.
"""

import re
from collections.abc import Iterator

from awareness.lib.guards.chinese_names import (
    NOT_NAMES,
    PSEUDONYM,
    SURNAMES,
    full_name,
    given_like,
    opens_clause,
    surname_length,
)
from awareness.lib.guards.find import Find
from awareness.lib.guards.reading import FoldedText

_TITLE = re.compile(
    "老?(?:阿姨|叔叔|大[爷妈叔娘伯嫂哥姐]|爷爷|奶奶|婆婆|师傅|女士|先生|小姐|太太)|老[师伯汉太]|老人(?!们|家)|同学(?!们)|同志(?!们)|警官|警员|民警|辅警|夫妇"
    "|医生|律师|教授|主任|经理|书记|[所行队科局院校]长"
)
# 开锁师傅, 清华大学老师: what somebody does and where, not what they are called.
_WORK = frozenset(
    ["安全", "开锁", "文化", "文明", "英文", "国学", "国文", "金融", "全科", "家庭", "水泥"]
    + ["大学", "学家", "文学", "武术", "火化", "开车", "石材", "木工", "友善", "善良", "成功"]
)
# Surnames that more often end the word before: 由于, 那时, 任何, 地方, 公安.
_ENDS_OF_WORDS = frozenset("于向时成何方单连常应满曾管任安楼路车房解白金包段程明易关司文严全")
_BEFORE_A_NAME = frozenset("位名叫是和与跟民")


def find_titled_names(reading: FoldedText) -> Iterator[Find]:
    """王丽华阿姨, 欧阳小红女士: the name, not the title; none before （化名）."""
    for title in _TITLE.finditer(reading.text):
        if PSEUDONYM.match(reading.text, title.end()):
            continue
        for surname in (2, 1):
            start = title.start() - surname - 2
            if start >= 0 and _is_name(reading.text, start, title.start(), surname):
                yield full_name(reading, start, title.start())
                break


def _is_name(text: str, start: int, end: int, surname: int) -> bool:
    name = text[start:end]
    if surname_length(text, start) != surname or not given_like(name, surname):
        return False
    if (
        name[surname:] in _WORK
        or name.endswith("市")
        or (name[:2] in NOT_NAMES and name[-1] in SURNAMES)
    ):
        return False  # 宁波江先生 has one character of a name
    begins = text[start - 1 : start] in _BEFORE_A_NAME or opens_clause(text, start, end)
    return begins or name[0] not in _ENDS_OF_WORDS
