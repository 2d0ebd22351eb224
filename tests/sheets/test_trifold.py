"""The tri-fold's panels, the card and the poster: each carries something, none is cut short."""

import re
from dataclasses import replace

import pytest
from django.utils.translation import override

from awareness.lib.text.width import em_width
from awareness.office.models import WIDEST_NAME, Office
from awareness.publishing.models import Publishable
from awareness.quiz.models import Use
from awareness.sheets.blocks import Face
from awareness.sheets.issuer_contact import issuers
from awareness.sheets.options import SheetOptions
from awareness.sheets.shapes.counter_card import counter, poster
from awareness.sheets.shapes.paper import A4_FOLDED
from awareness.sheets.shapes.poster import parted
from awareness.sheets.shapes.settings import settings_of
from awareness.sheets.shapes.trifold import PANEL_EMS, trifold
from awareness.sheets.shapes.trifold_outside import OFFICE
from awareness.sheets.sheet import sheet_imprint
from awareness.sheets.sheet_text import SheetStep
from awareness.sheets.sources import sheet_words
from awareness.sheets.subjects import MODELS, Shape, SubjectKind, find_subject

LANGUAGES = ["zh-hans", "zh-hant", "en"]
HALF = 0.5


def everything():
    """Every page of the starter content that has a sheet of its own."""
    found = [find_subject(SubjectKind.RULES), find_subject(SubjectKind.FAMILY)]
    for kind, model in MODELS.items():
        rows = model.objects.live() if issubclass(model, Publishable) else model.objects.all()
        rows = rows.exclude(use=Use.DAILY) if kind == SubjectKind.QUIZ else rows
        found += [find_subject(kind, row.slug) for row in rows]
    return found


def quizzes():
    return [one for one in everything() if one.kind == SubjectKind.QUIZ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_inside_panel_carries_words_on_at_least_half_of_it(db, language):
    with override(language):
        for subject in everything():
            for panel in trifold(sheet_words(subject)).pages[3:]:
                blocks = [block for name, block in panel.blocks.items() if name != "pen"]
                assert sum(block.height for block in blocks) >= HALF * A4_FOLDED.room, subject.key
                assert panel.over == 0, subject.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tri_folds_questions_are_the_first_and_have_no_gaps(db, language):
    with override(language):
        for subject in quizzes():
            panels = trifold(sheet_words(subject)).pages[3:]
            assert [panel.question.number for panel in panels] == [1, 2, 3], subject.key
            assert all(panel.question.options for panel in panels)


def test_a_question_that_no_panel_holds_ends_the_row(db):
    said = sheet_words(find_subject(SubjectKind.QUIZ, "basic-1"))
    first, second, *rest = said.steps
    endless = replace(second, short=second.short * 20)
    panels = trifold(replace(said, steps=(first, endless, *rest))).pages[3:]
    assert [panel.question.number for panel in panels if panel.question] == [1]
    assert all(set(panel.blocks) - {"pen"} for panel in panels)


def test_what_is_added_to_a_panel_keeps_to_its_characters(visitor):
    """A question alone may have more; with anything beside it, the panel holds no more than 180."""
    for prefix in ("", "/en"):
        html = visitor.get(f"{prefix}/quiz/basic-1/sheet/leaflet/?format=trifold").content.decode()
        for panel in html.split('<section class="panel" id="p')[1:]:
            text = re.sub(r"<svg.*?</svg>|<[^>]+>|\s{2,}", "", panel, flags=re.S)
            alone = "<h2>" not in panel
            assert alone or em_width(text) <= PANEL_EMS + 20, text


def test_a_page_does_not_repeat_what_it_says_anyway(db):
    rules, family = (
        trifold(sheet_words(find_subject(kind))) for kind in (SubjectKind.RULES, SubjectKind.FAMILY)
    )
    assert not any(panel.rules for panel in rules.pages[3:])
    assert not any(panel.home for panel in family.pages[3:])
    assert any(panel.say for panel in family.pages[3:])


def test_a_list_too_long_for_a_panel_goes_on_on_a_free_one(db):
    with override("en"):
        said = sheet_words(find_subject(SubjectKind.RULES))
        panels = trifold(said).pages[3:]
    shown = [line for panel in panels for line in panel.words.signs.lines]
    assert shown == list(said.signs.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_flap_says_all_of_stop_check_report_where_it_has_the_room(db, language):
    with override(language):
        for subject in everything():
            if subject.kind in {SubjectKind.CASE, SubjectKind.WARNING, SubjectKind.AUDIENCE}:
                said = sheet_words(subject)
                assert trifold(said).pages[1].words.verbs == said.verbs, subject.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_is_over(db, language):
    with override(language):
        for subject in everything():
            assert counter(sheet_words(subject)).over == 0, subject.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_a_quiz_asks_its_first_question(db, language):
    with override(language):
        for subject in quizzes():
            assert counter(sheet_words(subject)).pages[0].question.number == 1, subject.key


def test_a_card_that_holds_no_question_invites_to_scan(db):
    said = sheet_words(find_subject(SubjectKind.QUIZ, "basic-1"))
    card = counter(replace(said, steps=(SheetStep("很长的一题。" * 90, ("哪个？", "□ 甲  □ 乙")),)))
    page = card.pages[0]
    assert "".join(page.head["title"]) == "扫一扫，做几道题"
    assert page.verbs and not page.question


@pytest.mark.parametrize(
    ("title", "headline", "rest"),
    [
        ("新群里的老板催付款，先打他的老号码", "新群里的老板催付款", "先打他的老号码"),
        ("领养老金要先汇款？电话给银行的人听", "领养老金要先汇款？", "电话给银行的人听"),
        ("交友和投资：没见过面谈钱，就停", "交友和投资：没见过面谈钱", "就停"),
        ("警察不会打电话收保证金", "警察不会打电话收保证金", ""),
        ("Pension needs a transfer? Ask bank staff", "Pension needs a transfer?", "Ask bank staff"),
    ],
)
def test_a_posters_headline_is_the_first_clause_of_a_long_title(title, headline, rest):
    assert parted(title, False) == (headline, rest)


def test_a_poster_has_a_headline_of_twelve_characters_at_most(db):
    for subject in everything():
        page = poster(sheet_words(subject)).pages[0]
        headline = re.sub(r"[，。、：；！？]", "", "".join(page.head["title"]))
        assert em_width(headline) <= 12, subject.key
        assert page.over == 0


def test_a_poster_names_its_office_once(visitor):
    html = visitor.get("/cases/fake-grandson-40000/leaflet/?format=poster").content.decode()
    assert html.split("<article")[1].count("示例派出所") == 1


def test_the_longest_name_of_an_office_has_its_room(db):
    name = Office(slug="long", name_zh_hans="长" * WIDEST_NAME, name_en="Wide " * 9 + "Way")
    name.clean()
    assert len(Face(16, 9, 84).set(name.name_zh_hans)) * 9 <= OFFICE
    assert len(Face(16, 9, 84).set(name.name_en)) * 9 <= OFFICE
    subject = find_subject(SubjectKind.CASE, "fake-grandson-40000")
    for language in ("zh-hans", "en"):
        with override(language):
            issuer, *_other = issuers(SheetOptions(Shape.COUNTER, office=name), subject.kind)
            settings = settings_of(Shape.COUNTER)
            lines = sheet_imprint(settings, issuer, [subject], "8GH-A2H-RXW")
            foot = counter(sheet_words(subject)).pages[0].blocks["foot"].height
        address = 2 if language == "zh-hans" else 1
        lines_high = (sum(map(len, lines)) + address) * settings.imprint.leading
        assert lines_high <= foot


def test_a_date_stands_on_one_line(visitor):
    for prefix, date in (("", r"有效至(<br>)?2027年\d+月\d+日"), ("/en", r"\d+ [A-Z][a-z]+ 2027")):
        for form in ("trifold", "counter", "a4"):
            path = f"{prefix}/cases/fake-grandson-40000/leaflet/"
            assert re.search(date, visitor.get(path, {"format": form}).content.decode()), form
