"""The boxes of the evidence worksheet: what an officer asks first."""

from dataclasses import dataclass

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from awareness.delivery.languages import SOURCE


@dataclass(frozen=True)
class AnswerBox:
    """A box NAME of ROWS lines; CHINESE is the label for the officer, '' where it would repeat."""

    name: str
    rows: int
    label: str
    chinese: str


BEFORE = [
    ("time", 1, _("最后一次转钱，几月几日几点几分")),
    ("sum", 1, _("一共转了多少钱，分几次")),
    ("mine", 1, _("从我的哪家银行、哪个软件（卡号只写后四位）")),
    ("theirs", 3, _("转到哪里：对方的户名、账号、开户行")),
    ("how", 3, _("对方怎么找到我：号码、账号、群名、网址、软件")),
    ("said", 6, _("对方说了什么，我做了什么（按先后写）")),
]
AFTER = [
    ("police", 1, _("几点报的警，民警怎么称呼")),
    ("bank", 1, _("几点打的银行，客服工号")),
]


def boxes(lines, language: str) -> list[AnswerBox]:
    """LINES as boxes labelled in LANGUAGE, and in Chinese beside a foreign label."""
    foreign = not language.startswith("zh")
    with override(SOURCE):
        chinese = [gettext(label) if foreign else "" for _name, _rows, label in lines]
    return [
        AnswerBox(name, rows, gettext(label), beside)
        for (name, rows, label), beside in zip(lines, chinese, strict=True)
    ]
