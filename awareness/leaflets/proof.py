"""The sheet of a text before it is public: how it fits, and what it looks like, for the desk."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import override

from awareness.delivery.languages import ENGLISH, SOURCE
from awareness.delivery.pages import page
from awareness.publishing.checklist import Line, Sign
from awareness.publishing.languages import complete
from awareness.publishing.models import Publishable

from .asked import Asked
from .forms import MAKE
from .forms.a4 import a4
from .printed import printed
from .subjects import MODELS, Form, Kind, Subject
from .texts import words
from .words import Words

KINDS = {
    MODELS[kind]._meta.label_lower: kind
    for kind in (Kind.SCAM, Kind.CASE, Kind.WARNING, Kind.SITUATION)
}
OTHERS = {
    Form.LARGE: "大字版",
    Form.TRIFOLD: "三折页",
    Form.POSTER: "海报",
    Form.COUNTER: "柜台卡",
}
NAMES = {SOURCE: "简体", ENGLISH: "英文"}  # 繁體 is as long as 简体


def fits(text: Publishable) -> Iterator[Line]:
    """How TEXT, as it stands, fills its A4 sheet in each language that it has, and which other
    shapes cannot hold it."""
    kind = KINDS.get(text._meta.label_lower)
    for language, name in NAMES.items():
        if kind and complete(text, language):
            with override(language):
                said = words(Subject(kind, text, 1))
                yield _fit(said, name)
                yield from _others(said, name)


def _fit(said: Words, language: str) -> Line:
    sheet = a4(said)
    if sheet.over:
        return Line(
            Sign.BLOCK, f"打印（{language}）：一张A4超{sheet.over}行，请把标题或第一句写短些。"
        )
    left_out = _lines(said) - _lines(sheet.pages[0].words)
    more = f"放不下的{left_out}句只在网页上。" if left_out else ""
    return Line(Sign.OK, f"打印（{language}）：正好1张A4 ✓{more}")


def _others(said: Words, language: str) -> Iterator[Line]:
    for form, name in OTHERS.items():
        over = MAKE[form](said).over
        if over:
            says = f"打印（{language}）：{name}超{over}行，请把最长的一句拆短，或者不印{name}。"
            yield Line(Sign.WARN, says)


def _lines(said: Words) -> int:
    """Lines and sentences that belong on the sheet; what a brief text adds to them does not count."""
    parts = [said.told.lines, said.signs.lines, said.samples, *said.verbs]
    parts += [] if said.brief else [said.do.lines]
    return sum(map(len, parts)) + sum(1 + len(step.more) for step in said.steps)


def proof(request, text: Publishable) -> HttpResponse:
    """The A4 sheet of TEXT, without the bar over it; its code is one of a version never issued."""
    subject = Subject(KINDS[text._meta.label_lower], text, 1)
    asked = Asked(Form.A4, subject.office)
    context = printed([subject], asked) | {"path": "", "pdf": True}
    return page(request, "leaflets/sheet.html", context)
