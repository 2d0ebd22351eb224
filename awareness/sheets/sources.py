"""What the sheet of each kind of page says, in the active language."""

import re
from collections.abc import Callable
from dataclasses import asdict, replace

from django.utils.translation import gettext as _

from awareness.guide.models import Rhyme, Rule, Trait
from awareness.guide.reading import explain_cues
from awareness.lib.text.cues import CuePiece
from awareness.lib.text.lines import sentences, split_lines
from awareness.lib.text.repeats import beyond, joined_sentences
from awareness.quiz.form_code import lay_out, usual_draw
from awareness.quiz.models import Question
from awareness.quiz.sets import questions_of
from awareness.quiz.views import lettered_options
from awareness.translation.rows import InLanguage, readings

from .family import family_words
from .headlines import headline
from .sheet_text import Lines, SheetPart, SheetStep, Words, usual_verbs
from .subjects import Subject, SubjectKind

MOST_LINES = 30
_POINTS_BELOW = re.compile(r"照下面念|words below")  # the sheet has a frame for it, or no room


def sheet_words(subject: Subject) -> Words:
    """What the sheet of SUBJECT says in the active language."""
    said = _of_a_sheet(_OF[subject.kind](subject))
    steps = tuple(replace(step, number=place) for place, step in enumerate(said.steps, 1))
    return replace(said, steps=steps)


def _of_a_sheet(said: Words) -> Words:
    """SAID without what no sheet could hold, so that nobody reckons with it."""
    parts = {
        name: replace(part, lines=part.lines[:MOST_LINES])
        for name in ("told", "signs", "do")
        if (part := getattr(said, name))
    }
    return replace(said, **parts, steps=said.steps[:MOST_LINES], samples=said.samples[:MOST_LINES])


def _verbs_of(text: InLanguage) -> tuple[Lines, ...]:
    return tuple(tuple(sentences(part)) for part in (text.stop, text.check_first, text.report))


def _said(messages: str, cues: str, language: str) -> tuple[tuple[CuePiece, ...], ...]:
    pieces, _reasons = explain_cues(messages, cues, list(Trait.objects.all()), language)
    return tuple(tuple(message) for message in pieces)


def _text_of(subject: Subject) -> tuple[InLanguage, dict]:
    text = InLanguage(subject.row)
    notes = [
        (getattr(subject.row, "sample", False), _("示例：内容是虚构的")),
        (text.foreign, _("这一篇还没有译成这种语言，下面是简体中文原文。")),
        (text.outdated, _("中文原文改过了，这份译文还没有跟上。")),
    ]
    standing = {"foreign": text.foreign, "notes": tuple(said for so, said in notes if so)}
    return text, standing | asdict(headline(subject.kind, text))


def _scam(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    return Words(
        answer=text.answer,
        place=_("十三类骗局，第%(number)s类") % {"number": text.order},
        samples=_said(text.print_phrases, text.phrase_cues, text.language),
        told=SheetPart(_("怎么开始"), tuple(sentences(text.starts)), flowing=True),
        signs=SheetPart(_("听到这些，就停"), _lines(text.print_signs)),
        do=SheetPart(_("记住这几句"), _lines(text.prevention)),
        verbs=_verbs_of(text),
        brief=True,
        **standing,
    )


def _warning(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    traits = list(Trait.objects.all())
    pieces, reasons = explain_cues(text.phrases, text.cues, traits, text.language)
    colon = _("：")
    return Words(
        answer=text.do_first,
        place=_("本地预警：%(district)s") % {"district": text.district},
        samples=tuple(tuple(message) for message in pieces),
        told=SheetPart(
            _("出了什么事"), _sentences(text.print_story or text.happened), flowing=True
        ),
        shortened=bool(text.print_story),
        signs=SheetPart(
            _("话里的破绽"),
            tuple(f"{one.name}{colon}{one.reason}" if one.name else one.reason for one in reasons),
        ),
        do=SheetPart(text.already_title or _("已经这样了，怎么办"), _lines(text.already)),
        verbs=usual_verbs(),
        **standing,
    )


def _case(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    return Words(
        answer=text.print_answer or text.summary,
        place=_("真有这样的事"),
        told=SheetPart(_("经过"), _sentences(text.print_story or text.what_happened), flowing=True),
        shortened=bool(text.print_story),
        signs=SheetPart(_("听到这些，就停"), _lines(text.red_flags)),
        do=SheetPart(_("记住这几句"), _lines(text.lessons)),
        verbs=usual_verbs(),
        **standing,
    )


def _situation(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    steps = readings(subject.row.steps.all())
    said = [step.say for step in steps if step.say]
    return Words(
        answer=joined_sentences([_("这不是您的错。"), text.first_line]),
        place=_("已经发生了，马上做"),
        steps=tuple(SheetStep(step.short, _beyond(step.short, step.do)) for step in steps),
        signs=SheetPart(
            _("这些要留着"), tuple(line for step in steps for line in _lines(step.keep))
        ),
        say=said[0] if said else "",
        say_title=_("打通了，照着念"),
        **standing,
    )


def _beyond(short: str, text: str) -> Lines:
    return tuple(one for one in beyond(short, text) if not _POINTS_BELOW.search(one))


def _audience(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    return Words(
        answer=text.one_line,
        place=text.name,
        told=SheetPart(_("为什么会找上您"), tuple(sentences(text.why)), flowing=True),
        signs=SheetPart(_("常见的由头"), _lines(text.typical_bait)),
        do=SheetPart(_("平时可以这样做"), _lines(text.tips)),
        verbs=usual_verbs(),
        **standing,
    )


def _rules(_subject: Subject) -> Words:
    rules, traits = readings(Rule.objects.all()), readings(Trait.objects.all())
    rhyme = Rhyme.objects.first()
    colon = _("：")
    return Words(
        **asdict(headline(SubjectKind.RULES)),
        answer=_("记住这四句，遇事先想一想。"),
        whole=True,
        place=_("记住几句话"),
        steps=tuple(SheetStep(rule.name, tuple(sentences(rule.plain))) for rule in rules),
        signs=SheetPart(
            _("骗局的四个特征"), tuple(f"{trait.name}{colon}{trait.plain}" for trait in traits)
        ),
        do=SheetPart(InLanguage(rhyme).title, _lines(InLanguage(rhyme).verses))
        if rhyme
        else SheetPart(),
    )


def _quiz(subject: Subject) -> Words:
    text, standing = _text_of(subject)
    numbers = questions_of(subject.row)
    paper = lay_out(
        numbers, usual_draw(numbers)
    )  # the order of the paper whose key the code leads to
    rows = Question.objects.in_bulk(numbers)
    return Words(
        answer=_("有骗局，也有真的。每题选一个。这里先做几题，其余的扫码做。"),
        place=_("测验"),
        steps=tuple(
            _asked(rows[number], paper.letters(place))
            for place, number in enumerate(paper.questions, 1)
        ),
        say_title=_("答案"),
        say=_("答案和道理，扫码就能看，也可以问把这张纸给您的人。"),
        **standing,
    )


def _asked(row: Question, letters: list[str]) -> SheetStep:
    text = InLanguage(row)
    offered = [words or _("不确定") for _letter, words in lettered_options(text, letters)]
    return SheetStep(text.situation, (text.question, "  ".join(f"□ {words}" for words in offered)))


def _family(_subject: Subject) -> Words:
    said = family_words()
    return Words(
        **asdict(headline(SubjectKind.FAMILY)),
        answer=said.answer,
        place=_("给家里人"),
        steps=tuple(SheetStep(line) for line in said.lines),
        say=said.say,
        say_title=_("可以这样说"),
        do=SheetPart(_("也请记住"), tuple(said.dont)),
    )


def _lines(text: str) -> Lines:
    return tuple(split_lines(text))


def _sentences(text: str) -> Lines:
    """All sentences of a text kept as lines."""
    return tuple(one for line in split_lines(text) for one in sentences(line))


_OF: dict[SubjectKind, Callable[[Subject], Words]] = {
    SubjectKind.SCAM: _scam,
    SubjectKind.WARNING: _warning,
    SubjectKind.CASE: _case,
    SubjectKind.SITUATION: _situation,
    SubjectKind.AUDIENCE: _audience,
    SubjectKind.RULES: _rules,
    SubjectKind.QUIZ: _quiz,
    SubjectKind.FAMILY: _family,
}
