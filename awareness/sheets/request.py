"""What somebody asks for at the leaflet desk, and the address of the sheet that answers it."""

import re
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from awareness.delivery.languages import path_in
from awareness.office import notices

from .combined import FORMS as SEVERAL
from .options import FORMS
from .subjects import Shape, Subject, SubjectKind, by_key

MOST = 3  # subjects on one sheet
TOGETHER = {SubjectKind.SCAM, SubjectKind.WARNING}  # the kinds that may share a sheet

KEY = re.compile(r"[a-z]+(\.[-\w]{1,80})?", re.ASCII)  # what a database can be asked for


class RequestRefused(Exception):
    """Nothing can be made of the order; str() is one plain sentence for the reader."""


@dataclass(frozen=True)
class SheetRequest:
    """As the form sends it; nothing is checked. '' stands for what is usual."""

    page: tuple[str, ...] = ()
    audience: str = ""
    office: str = ""
    language: str = ""
    second: str = ""
    format: str = ""

    @classmethod
    def of(cls, query) -> "SheetRequest":
        """The order in QUERY, a QueryDict. Each page counts once."""
        pages = tuple(dict.fromkeys(key for key in query.getlist("page") if key))[: MOST + 1]
        names = ("audience", "office", "language", "second", "format")
        return cls(pages, **{name: query.get(name, "") for name in names})

    def kept(self) -> dict:
        return {name: value for name, value in asdict(self).items() if value}


def sheet_address(order: SheetRequest) -> str:
    """Where the sheet of ORDER stands. Refused if there is none."""
    check_count(order)
    check_choices(order)
    subjects = [known(key) for key in order.page or [f"{SubjectKind.AUDIENCE}.{order.audience}"]]
    check_company(order, subjects)
    path, query = f"{subjects[0].path}leaflet/", query_of(order, subjects[0])
    if len(subjects) > 1:
        path, query = reverse("leaflet-together"), {"page": order.page} | query
    address = path_in(path, order.language or get_language())
    return f"{address}?{urlencode(query, doseq=True)}" if query else address


def check_count(order: SheetRequest) -> None:
    if not order.page and not order.audience:
        raise RequestRefused(_("还没选内容。勾一到三样，或者选一类人群。"))
    if order.page and order.audience:
        raise RequestRefused(_("这一类人群有自己的一张。要它，就把勾好的内容去掉。"))
    if len(order.page) > MOST:
        raise RequestRefused(_("一张纸最多放三样。去掉几样，再按“看一看”。"))


def check_choices(order: SheetRequest) -> None:
    languages = {code for code, _name in settings.LANGUAGES}
    if order.format and order.format not in FORMS:
        raise RequestRefused(_("没有这种纸，请重新选一种。"))
    if order.office and order.office not in {one.slug for one in notices.current().offices}:
        raise RequestRefused(_("没有这个单位，请重新选一个。"))
    if not {order.language, order.second} - {""} <= languages:
        raise RequestRefused(_("没有这种语言，请重新选一种。"))
    if order.second and order.second == (order.language or get_language()):
        raise RequestRefused(_("两种语言要不一样，请重新选第二种。"))


def check_company(order: SheetRequest, subjects: list[Subject]) -> None:
    form = FORMS.get(order.format, Shape.A4)
    if order.second and (form is not Shape.A4 or len(subjects) > 1):
        raise RequestRefused(_("两种语言只能印在A4一张上，而且只放一样。"))
    if len(subjects) == 1:
        return
    if not {subject.kind for subject in subjects} <= TOGETHER:
        raise RequestRefused(_("只有骗局和预警能合在一张纸上。别的请一样一样印。"))
    if form not in SEVERAL:
        raise RequestRefused(_("海报和柜台卡只说一件事。请只勾一样，或者换一种纸。"))


def known(key: str) -> Subject:
    subject = looked_up(key)
    if subject is None:
        raise RequestRefused(_("您选的内容里，有一样现在没有了。请重新勾。"))
    return subject


def looked_up(key: str) -> Subject | None:
    """The page that KEY names, if the public can see it now."""
    if not KEY.fullmatch(key):
        return None
    try:
        return by_key(key)
    except Http404:
        return None


def query_of(order: SheetRequest, first: Subject) -> dict[str, str]:
    """What the sheet's address says besides its pages: nothing that is usual."""
    values = {"format": order.format, "office": order.office, "second": order.second}
    usual = {"format": Shape.A4.slug, "office": first.office.slug if first.office else ""}
    return {name: value for name, value in values.items() if value and value != usual.get(name)}
