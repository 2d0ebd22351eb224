"""The sheet of a text before it is public: how it fits, and what it looks like, for the desk."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import override

from awareness.delivery.languages import ENGLISH, SOURCE
from awareness.delivery.pages import render_page
from awareness.publishing.checklist import ChecklistLine, ChecklistSign
from awareness.publishing.models import Publishable
from awareness.translation.rows import complete

from .options import SheetOptions
from .shapes import MAKE
from .shapes.a4 import a4
from .sheet import sheet_context
from .sheet_text import Words
from .sources import sheet_words
from .subjects import MODELS, Shape, Subject, SubjectKind

KINDS = {
    MODELS[kind]._meta.label_lower: kind
    for kind in (SubjectKind.SCAM, SubjectKind.CASE, SubjectKind.WARNING, SubjectKind.SITUATION)
}
OTHERS = {
    Shape.LARGE: "大字版",
    Shape.TRIFOLD: "三折页",
    Shape.POSTER: "海报",
    Shape.COUNTER: "柜台卡",
}
NAMES = {SOURCE: "简体", ENGLISH: "英文"}  # 繁體 is as long as 简体


def fits(text: Publishable) -> Iterator[ChecklistLine]:
    """How TEXT, as it stands, fills its A4 sheet in each language that it has, and which other
    shapes cannot hold it."""
    kind = KINDS.get(text._meta.label_lower)
    for language, name in NAMES.items():
        if kind and complete(text, language):
            with override(language):
                said = sheet_words(Subject(kind, text, 1))
                yield _fit(said, name)
                yield from _others(said, name)


def _fit(said: Words, language: str) -> ChecklistLine:
    sheet = a4(said)
    if sheet.over:
        return ChecklistLine(
            ChecklistSign.BLOCK,
            f"打印（{language}）：一张A4超{sheet.over}行，请把标题或第一句写短些。",
        )
    left_out = _lines(said) - _lines(sheet.pages[0].words)
    more = f"放不下的{left_out}句只在网页上。" if left_out else ""
    return ChecklistLine(ChecklistSign.OK, f"打印（{language}）：正好1张A4 ✓{more}")


def _others(said: Words, language: str) -> Iterator[ChecklistLine]:
    for form, name in OTHERS.items():
        over = MAKE[form](said).over
        if over:
            says = f"打印（{language}）：{name}超{over}行，请把最长的一句拆短，或者不印{name}。"
            yield ChecklistLine(ChecklistSign.WARN, says)


def _lines(said: Words) -> int:
    """Lines and sentences that belong on the sheet; what a brief text adds to them does not count."""
    parts = [said.told.lines, said.signs.lines, said.samples, *said.verbs]
    parts += [] if said.brief else [said.do.lines]
    return sum(map(len, parts)) + sum(1 + len(step.more) for step in said.steps)


def proof(request, text: Publishable) -> HttpResponse:
    """The A4 sheet of TEXT, without the bar over it; its code is one of a version never issued."""
    subject = Subject(KINDS[text._meta.label_lower], text, 1)
    asked = SheetOptions(Shape.A4, subject.office)
    context = sheet_context([subject], asked) | {"path": "", "pdf": True}
    return render_page(request, "sheets/sheet.html", context)
