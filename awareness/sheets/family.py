"""How to talk about fraud at home, and what a sheet or a picture for one's parents says."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from awareness.delivery.pages import render_page


@dataclass(frozen=True)
class FamilyWords:
    """What a daughter or a son leaves with their parents, without numbers, in one language.

    TITLE may carry ｜ where it may break; LINES are what the family agrees on, SAY is what to
    tell the caller, each of DONT begins with 不要 ('Do not').
    """

    title: str
    answer: str
    lines: list[str]
    say: str
    dont: list[str]


def family_words() -> FamilyWords:
    """The words in the active language. Who changes them raises `subjects.EDITION`."""
    return FamilyWords(
        title=_("爸妈，｜钱的事先打个电话"),
        answer=_("再急的钱，也等得起一个电话。"),
        lines=[
            _("要转钱、取钱，先给我打个电话。"),
            _("认不准是谁，就问一件只有我们家知道的事。"),
            _("转账等一夜，先和家里人说。"),
            _("已经转了，也马上告诉我。这不是您的错。"),
        ],
        say=_("这件事，我先问问家里人。"),
        dont=[
            _("不要怕麻烦我，半夜打来也行。"),
            _("不要照他说的，瞒着家里人。"),
            _("不要把验证码念给别人听。"),
        ],
    )


@require_safe
def family(request):
    return render_page(request, "sheets/family.html", {"words": family_words()})
