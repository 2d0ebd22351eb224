"""What a sheet says of a page, in the active language: the same few parts whatever the page is."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from awareness.lib.text.cues import CuePiece
from awareness.office import notices

Lines = tuple[str, ...]


@dataclass(frozen=True)
class SheetPart:
    """Sentences under a title; FLOWING: one paragraph, else a list."""

    title: str = ""
    lines: Lines = ()
    flowing: bool = False

    def __bool__(self):
        return bool(self.lines)


@dataclass(frozen=True)
class SheetStep:
    """One thing to do: in a few words, then more of it. NUMBER counts on over panels and pages."""

    short: str
    more: Lines = ()
    number: int = 0


@dataclass(frozen=True)
class Words:
    """TITLE and POSTER may hold ｜ where they break; FOREIGN is the `lang` of words that are not in
    the page's language, else ''. VERBS are the sentences of 停, 查 and 报; where STEPS stand, they
    take the place of the verbs."""

    title: str
    answer: str
    poster: str = ""
    place: str = ""  # what kind of page this is, beside the site's name
    notes: Lines = ()  # such as: this one is made up
    samples: tuple[tuple[CuePiece, ...], ...] = ()
    told: SheetPart = field(default=SheetPart())
    signs: SheetPart = field(default=SheetPart())
    do: SheetPart = field(default=SheetPart())
    verbs: tuple[Lines, ...] = ()
    steps: tuple[SheetStep, ...] = ()
    say: str = ""
    say_title: str = ""
    whole: bool = False  # its lists are counted (the four signs): all of a list or none
    brief: bool = False  # the print fields say it all; what `do` adds is the first to go
    shortened: bool = False  # what happened was written for paper
    foreign: str = ""


def of_several() -> Words:
    """What stands over two or three pages on one sheet."""
    return Words(
        title=_("这几件事，｜先停一停"),
        answer=_("遇到了，先挂断，问一问再说。"),
        place=_("几件事，一张纸"),
        verbs=usual_verbs(),
    )


def emergency_numbers() -> dict[str, str]:
    """The police's and the advice line's number; their own names if the table lacks them."""
    named = {"police": "110", "advice": "96110"}
    lines = {name: notices.hotline_by_slug(slug) for name, slug in named.items()}
    return {name: line.number if line else named[name] for name, line in lines.items()}


def usual_verbs() -> tuple[Lines, ...]:
    """停, 查, 报 where a text has none of its own."""
    numbers = emergency_numbers()
    return (
        (_("先停下，挂断电话。"), _("不转钱，不报验证码，不点链接。")),
        (
            _("自己打%(advice)s问，或者去最近的派出所。") % numbers,
            _("不要用对方给的号码。"),
        ),
        (
            _("转了钱，马上打%(police)s，请求止付。") % numbers,
            _("再打卡背面的银行客服。"),
        ),
    )
