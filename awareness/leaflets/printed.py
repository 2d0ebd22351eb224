"""A sheet as HTML: set in lines, with the office, the dates and the code that it carries."""

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.languages import TRADITIONAL
from awareness.lib.qr import qr_svg
from awareness.lib.undrawn import without_undrawn
from awareness.publishing.languages import Reading

from .asked import Asked
from .both import back
from .forms import MAKE
from .forms.numbers import set_calls
from .forms.page import Sheet
from .forms.top import top
from .issued import code_of, full_address, grouped, issue_of, short_address
from .setting import Face
from .several import together
from .speaker import calls_for, name_of
from .subjects import Form, Kind, Subject
from .texts import words
from .words import emergency_numbers, of_several

STYLES = {
    Form.A4: "sheet",
    Form.LARGE: "sheet sheet-large",
    Form.TRIFOLD: "sheet sheet-trifold",
    Form.POSTER: "sheet sheet-poster",
    Form.COUNTER: "sheet sheet-counter",
}

IMPRINT = {
    Form.A4: Face(12, 6, 140),
    Form.LARGE: Face(16, 8.4, 140),
    Form.TRIFOLD: Face(12, 5.6, 81),
    Form.POSTER: Face(20, 10.5, 257),
    Form.COUNTER: Face(12, 5.6, 90),
}
MARGINS = {Form.A4: 12, Form.LARGE: 12, Form.TRIFOLD: 11, Form.POSTER: 20, Form.COUNTER: 9}  # top


def printed(subjects: list[Subject], asked: Asked) -> dict:
    """What the templates of a sheet of SUBJECTS show, in the active language."""
    said = [without_undrawn(words(subject)) for subject in subjects]
    over = said[0] if len(said) == 1 else of_several()
    sheet = MAKE[asked.form](over) if len(said) == 1 else together(said, over, asked.form)
    language = get_language()
    code = code_of(issue_of(asked.form, language, asked.second, asked.office, subjects))
    columns = back(subjects, said, asked, code)
    return {
        "sheet": sheet,
        "template": f"leaflets/forms/{asked.form.slug}.html",
        "styles": STYLES[asked.form],
        "title": over.title,
        "answer": over.answer,
        "foreign": over.foreign,
        "plain": subjects[0].kind == Kind.QUIZ,
        "latin": language == "en" and not over.foreign,
        "traditional": language == TRADITIONAL,
        "office": Reading(asked.office) if asked.office else None,
        "code": grouped(code),
        "address": short_address(code),
        "qr": drawn_qr(code),
        "imprint": imprint(asked, subjects, grouped(code)),
        "top": top(asked.form, _("防骗站"), name_of(asked.office), over.place),
        "tell": set_calls(calls_for(asked.office, subjects[0].kind), asked.form),
        "calls": calls(subjects[0].kind),
        "back": columns,
        "places": places(sheet, columns),
        "drawing": getattr(subjects[0].row, "drawing", "phone"),
        **panels(sheet),
    }


def places(sheet: Sheet, columns: list[dict]) -> SafeString:
    """Where each part stands, as reckoned, in style rules: so every renderer sets it alike."""
    named = [(f"p{number}", page) for number, page in enumerate(sheet.pages, 1)]
    named += [(f"c{number}", column["page"]) for number, column in enumerate(columns, 1)]
    rules = [
        f"#{name}>.{part}{{top:{top + MARGINS.get(sheet.form, 0) * (name[0] == 'p'):.1f}mm;"
        f"height:{page.blocks[part].height:.1f}mm}}"
        for name, page in named
        for part, top in page.tops().items()
    ]
    return mark_safe("@media print,(min-width:60rem){" + "".join(rules) + "}")


def imprint(asked: Asked, subjects: list[Subject], code: str) -> list[list[str]]:
    """Who says so, until when, and what we never do: paragraphs in lines. The shortest first."""
    issued = max(subject.issued_on for subject in subjects)
    until = min(subject.good_until for subject in subjects)
    dates = {"on": date_format(issued), "until": date_format(until)}
    name = name_of(asked.office) or _("防骗站")
    said = [
        _("%(name)s，编号%(code)s") % {"name": name, "code": code},
        _("%(on)s发，有效至%(until)s") % dates,
        _("我们不会让您登录、转账、下载App、加微信，也不会收钱帮您追款。"),
    ]
    return [IMPRINT[asked.form].set(text) for text in said]


def drawn_qr(code: str) -> SafeString:
    return mark_safe(qr_svg(full_address(code)))


def calls(kind: Kind) -> list[tuple[str, str]]:
    """The three short words of a poster, each with the name of its character; where money has
    gone, the police come before the question."""
    numbers = emergency_numbers()
    stop, check = ("stop", _("先停下")), ("check", _("问%(advice)s") % numbers)
    report = ("report", _("打%(police)s") % numbers)
    return [stop, report, check] if kind == Kind.SITUATION else [stop, check, report]


def panels(sheet: Sheet) -> dict:
    if sheet.form != Form.TRIFOLD:
        return {}
    cover, flap, _back, *inside = sheet.pages
    return {"cover": cover, "flap": flap, "inside": inside}
