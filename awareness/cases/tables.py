"""The tables of warnings and cases: their columns in order, and one fictional row of each."""

from django.utils import timezone

from awareness.guide.models import Channel
from awareness.spreadsheets import choices, values
from awareness.spreadsheets.text_table import TABLES, TextTable, ordered

from . import figures
from .models import Case, Warning
from .slugs import free_warning_slugs


class Yuan(values.Number):
    how = "写成元，例如：378000。"

    def __init__(self):
        super().__init__(figures.MOST_YUAN)

    def read(self, text):
        return figures.yuan(text)


class PastDay(values.Day):
    """The day on which something happened."""

    def read(self, text):
        day = super().read(text)
        if why := figures.unlikely(day):
            raise ValueError(why)
        return day


class WarningTable(TextTable):
    names_itself = True
    example = {
        "紧急": "否",
        "标题（简体）": "有人冒充水电工，｜上门收钱",
        "先做什么（简体）": "不开门。拿不准，打96110问一问。",
        "出了什么事（简体）": "几位居民说，有人自称水电公司的，要当场收检修费。\n水电公司上门不收现金。",
        "他会这样说（简体）": "今天不交，下午就停水停电。",
        "话里的破绽（简体）": "今天不交＝催得急",
        "示例": "是",
        "开始时间": "2026-12-01 09:00",
        "结束时间": "2026-12-31 18:00",
        "标题（英文）": "Fake meter reader asks for cash",
        "先做什么（英文）": "Do not open the door. Not sure? Call 96110 and ask.",
    }

    model = Warning
    names = ordered(
        Warning,
        ["slug", "district", "scam_type", "urgent"],
        ["title", "do_first", "happened", "print_story", "phrases", "cues"]
        + ["already_title", "already"],
        ["sample", "office", "starts_at", "ends_at", "review_due"],
    )

    def new_slugs(self):
        return free_warning_slugs(timezone.localdate())


class CaseTable(TextTable):
    staff_only = ("doubts",)
    example = {
        "结果": "拦住了",
        "金额（元）": "20000",
        "日期": "2026-11-02",
        "怎么来的": "电话\n当面或上门",
        "出处": "单位材料",
        "标题（简体）": "一通“社保中心”的电话，｜柜员多问了一句",
        "网页标题（简体）": "领养老金要先汇款？柜员多问了一句",
        "一句话（简体）": "来电说有养老金可领，却要先汇款。柜员一问，对方挂了。",
        "经过（简体）": "一位居民接到电话，说有一笔养老金。\n对方要他先汇手续费。\n柜员多问了一句，他没有汇。",
        "分析（简体）": "领钱不用先汇钱。",
        "启示（简体）": "要您先汇款的，停下来，问柜台。",
        "时间（简体）": "2026年11月",
        "地点（简体）": "某银行网点",
        "来源（简体）": "示例派出所，2026年11月",
    }

    model = Case
    names = ordered(
        Case,
        ["slug", "order", "scam_type", "related_types", "outcome", "amount_yuan", "date"]
        + ["channels", "origin"],
        ["title", "page_title", "summary", "what_happened", "print_answer", "print_story"]
        + ["analysis", "lessons", "lessons_for_staff", "red_flags", "symptoms"]
        + ["outcome_note", "amount_note", "date_text", "place", "source"],
        ["doubts", "reviewed_on", "office", "starts_at", "ends_at", "review_due"],
    )

    @classmethod
    def widget_for(cls, of):
        match of.name:
            case "channels":
                return choices.SeveralInOne(Channel.choices)
            case "amount_yuan":
                return Yuan()
            case "date":
                return PastDay()
        return super().widget_for(of)


TABLES.update({Warning: WarningTable, Case: CaseTable})
