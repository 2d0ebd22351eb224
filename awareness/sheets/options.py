"""Which sheet a reader asks for: the choices that stand in its address."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.languages import HTML_CODES
from awareness.office import notices
from awareness.office.models import Office

from .combined import FORMS as SEVERAL
from .subjects import Shape

FORMS = {form.slug: form for form in Shape}


@dataclass(frozen=True)
class SheetOptions:
    """SECOND is the language of an A4's back, '' for none. REMARKS say what could not be had."""

    form: Shape
    office: Office | None
    second: str = ""
    remarks: list[str] = field(default_factory=list)

    def kept(self, usual: Office | None) -> dict[str, str]:
        """The query that leads to this sheet again; what is usual is left out."""
        own = self.office.slug if self.office and self.office != usual else ""
        return {
            "format": self.form.slug if self.form else "",
            "office": own,
            "second": self.second,
        }


def asked_in(query: QueryDict, usual: Office | None, several: bool = False) -> SheetOptions:
    """What QUERY asks for; USUAL is the office that prints if it names none. What it asks for that
    is not there (or not for SEVERAL pages on one sheet) is as usual, and said so."""
    remarks: list[str] = []
    form = _form(query.get("format", ""), remarks)
    if several and form not in SEVERAL:
        remarks.append(_("海报和柜台卡一张只放一样，下面是一张A4。"))
        form = Shape.A4
    office = _office(query.get("office", ""), usual, remarks)
    one_a4 = form is Shape.A4 and not several
    second = _second(query.get("second", ""), one_a4, remarks)
    return SheetOptions(form, office, second, remarks)


def _form(slug: str, remarks: list[str]) -> Shape:
    if slug and slug not in FORMS:
        remarks.append(_("没有这种样式，下面是一张A4。"))
    return FORMS.get(slug, Shape.A4)


def _second(language: str, one_a4: bool, remarks: list[str]) -> str:
    if language and not one_a4:
        remarks.append(_("第二种语言只印在A4一张的背面，而且只放一样内容，这里没有。"))
    elif language and (language not in HTML_CODES or language == get_language()):
        remarks.append(_("没有这种第二语言，背面空着。"))
    else:
        return language
    return ""


def _office(slug: str, usual: Office | None, remarks: list[str]) -> Office | None:
    found = next((one for one in notices.current().offices if one.slug == slug), None)
    if slug and not found:
        remarks.append(_("没有找到这个单位，印的是本站的单位。"))
    return found or usual
