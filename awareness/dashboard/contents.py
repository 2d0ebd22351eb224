"""All that the desk holds, by what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from .panel_types import PanelRow

OFTEN = ["cases.Warning", "cases.Case", "pictures.Picture", "office.Hotline"]
SUBJECTS = {
    "guide": "骗局与人群",
    "emergency": "已经转账",
    "quiz": "测验",
    "check": "自查",
    "office": "单位与人员",
}
ELSEWHERE = SUBJECTS["office"]  # such as the log of who did what


@dataclass(frozen=True)
class Contents:
    """Lists that are often needed, and the others by their subject."""

    often: list[PanelRow]
    subjects: dict[str, list[PanelRow]]


def contents(apps: Iterable[dict]) -> Contents:
    """The lists of APPS, which are as `AdminSite.get_app_list` gives them to one person."""
    lists = {
        model["model"]._meta.label: PanelRow(model["name"], model["admin_url"])
        for app in apps
        for model in app["models"]
        if model["admin_url"]
    }
    subjects = {subject: [] for subject in SUBJECTS.values()}
    for label, row in lists.items():
        if label not in OFTEN:
            subjects[SUBJECTS.get(label.partition(".")[0], ELSEWHERE)].append(row)
    return Contents(
        often=[lists[label] for label in OFTEN if label in lists],
        subjects={subject: rows for subject, rows in subjects.items() if rows},
    )
