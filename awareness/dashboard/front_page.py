"""The front page of the desk for one person."""

from dataclasses import dataclass

from django.utils import timezone

from awareness.office.models import Staff
from awareness.office.roles import Role

from .charts import Chart, charts
from .panel_types import Panel, PanelRow, page_named
from .panels import panels
from .scope import EVERY_OFFICE, publishes, writes


@dataclass(frozen=True)
class FrontPage:
    buttons: list[PanelRow]
    panels: list[Panel]
    quiet: list[str]
    charts: list[Chart]
    scope: str


def front_page_context(staff: Staff) -> FrontPage:
    found = panels(staff, timezone.now())
    return FrontPage(
        buttons=buttons(staff),
        panels=[panel for panel in found if panel.shows],
        quiet=[panel.nothing for panel in found if not panel.shows and panel.nothing],
        charts=charts(timezone.localdate()),
        scope=scope(staff),
    )


def buttons(staff: Staff) -> list[PanelRow]:
    """The acts that STAFF comes for, the most pressing first."""
    if not writes(staff):
        return []
    urgent = "发紧急预警" if publishes(staff) else "写紧急预警"
    names = {urgent: "cases_warning_urgent", "写一条预警": "cases_warning_add"}
    if staff.part == Role.ADMINISTRATOR:
        names["请一位同事进来"] = "office_staff_add"
    else:
        names["写一个案例"] = "cases_case_add"
    found = {words: page_named(name) for words, name in names.items()}
    return [PanelRow(words, url) for words, url in found.items() if url]


def scope(staff: Staff) -> str:
    """Whose texts the panels speak of."""
    if staff.part in EVERY_OFFICE:
        return "下面是所有单位的。"
    whose = str(staff.office) if staff.office else "您还没有单位，请管理员写上"
    return f"“现在线上”是全站的，其余只列{whose}的。" if staff.office else f"{whose}。"
