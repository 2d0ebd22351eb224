"""A sheet as HTML: set in lines, with the office, the dates and the code that it carries."""

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.languages import TRADITIONAL
from awareness.lib.codes.qr import qr_svg
from awareness.lib.typesetting.missing_glyphs import without_undrawn
from awareness.office.promise import WE_NEVER
from awareness.translation.rows import InLanguage

from .bilingual_back import back
from .code import code_of, full_address, grouped, issue_of, short_address
from .combined import combined_sheet
from .issuer_contact import SheetIssuer, issuers
from .options import SheetOptions
from .shapes import MAKE
from .shapes.page import LaidOutSheet
from .shapes.paper import Paper
from .shapes.settings import ShapeSettings, settings_of
from .sheet_text import emergency_numbers, of_several
from .sources import sheet_words
from .subjects import Shape, Subject, SubjectKind


def sheet_context(subjects: list[Subject], asked: SheetOptions) -> dict:
    """What the templates of a sheet of SUBJECTS show, in the active language."""
    said = [without_undrawn(sheet_words(subject)) for subject in subjects]
    over = said[0] if len(said) == 1 else of_several()
    sheet = MAKE[asked.form](over) if len(said) == 1 else combined_sheet(said, over, asked.form)
    settings, language = settings_of(asked.form), get_language()
    both_issuers = issuers(asked, subjects[0].kind)
    issuer = both_issuers[0]
    code = code_of(issue_of(asked.form, language, asked.second, asked.office, subjects))
    columns = back(subjects, said, asked.second, both_issuers, code)
    return {
        "sheet": sheet,
        "template": f"sheets/shapes/{asked.form.slug}.html",
        "styles": settings.styles,
        "title": over.title,
        "answer": over.answer,
        "foreign": over.foreign,
        "plain": subjects[0].kind == SubjectKind.QUIZ,
        "latin": language == "en" and not over.foreign,
        "traditional": language == TRADITIONAL,
        "office": InLanguage(asked.office) if asked.office else None,
        "code": grouped(code),
        "address": short_address(code),
        "qr": drawn_qr(code),
        "imprint": sheet_imprint(settings, issuer, subjects, grouped(code)),
        "top": settings.head.set(_("防骗站"), issuer.name, over.place),
        "tell": settings.numbers.set(issuer.calls) if settings.numbers else None,
        "calls": calls(subjects[0].kind),
        "back": columns,
        "places": part_positions(sheet, columns, settings.paper),
        "drawing": getattr(subjects[0].row, "drawing", "phone"),
        **trifold_panels(sheet),
    }


def part_positions(sheet: LaidOutSheet, columns: list[dict], paper: Paper) -> SafeString:
    """The paper, and where each part stands, as reckoned, in style rules: so every renderer sets it
    alike."""
    named = [(f"p{number}", page) for number, page in enumerate(sheet.pages, 1)]
    named += [(f"c{number}", column["page"]) for number, column in enumerate(columns, 1)]
    rules = [
        f"#{name}>.{part}{{top:{top + paper.top * (name[0] == 'p'):.1f}mm;"
        f"height:{page.blocks[part].height:.1f}mm}}"
        for name, page in named
        for part, top in page.tops().items()
    ]
    rules.insert(0, f".sheet{{{paper.properties()}}}")
    return mark_safe("@media print,(min-width:60rem){" + "".join(rules) + "}")


def sheet_imprint(
    settings: ShapeSettings, issuer: SheetIssuer, subjects: list[Subject], code: str
) -> list[list[str]]:
    """Who says so, until when, and what we never do: paragraphs in lines. The shortest first."""
    issued = max(subject.issued_on for subject in subjects)
    until = min(subject.good_until for subject in subjects)
    dates = {"on": date_format(issued), "until": date_format(until)}
    name = issuer.name or _("防骗站")
    said = [
        _("%(name)s，编号%(code)s") % {"name": name, "code": code},
        _("%(on)s发，有效至%(until)s") % dates,
        str(WE_NEVER),
    ]
    return [settings.imprint.set(text) for text in said]


def drawn_qr(code: str) -> SafeString:
    return mark_safe(qr_svg(full_address(code)))


def calls(kind: SubjectKind) -> list[tuple[str, str]]:
    """The three short words of a poster, each with the name of its character; where money has
    gone, the police come before the question."""
    numbers = emergency_numbers()
    stop, check = ("stop", _("先停下")), ("check", _("问%(advice)s") % numbers)
    report = ("report", _("打%(police)s") % numbers)
    return [stop, report, check] if kind == SubjectKind.SITUATION else [stop, check, report]


def trifold_panels(sheet: LaidOutSheet) -> dict:
    if sheet.form != Shape.TRIFOLD:
        return {}
    cover, flap, _back, *inside = sheet.pages
    return {"cover": cover, "flap": flap, "inside": inside}
