"""What really happened (cases) and what is happening here now (warnings)."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awareness.guide.models import BREAKS, ONE_A_LINE, ScamType
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.office.models import District
from awareness.pictures.models import Picture
from awareness.publishing.models import Publishable, PublishableQuerySet, Reviewed
from awareness.translation.rows import as_shown

ON_PAPER = "最多80个字，把事情讲完整。空着就取上面开头放得下的几句。"


class CaseOutcome(models.TextChoices):
    PREVENTED = "prevented", _("拦住了")
    LOSS = "loss", _("受了损失")
    SOLVED = "solved", _("已破案")


class CaseOrigin(models.TextChoices):
    ARCHIVE = "archive", _("单位材料")
    PUBLIC = "public", _("公开报道")


class Case(Publishable, Reviewed):
    short_title = "page_title"

    order = models.PositiveSmallIntegerField("排序", default=0)
    title = models.CharField("标题", max_length=160, help_text=BREAKS)
    page_title = models.CharField("网页标题", max_length=60, help_text="不超过20个字。")
    summary = models.CharField("一句话", max_length=300)
    scam_type = models.ForeignKey(
        ScamType, models.PROTECT, related_name="cases", verbose_name="属于哪一类"
    )
    related_types = models.ManyToManyField(
        ScamType, blank=True, related_name="+", verbose_name="也像哪一类"
    )
    outcome = models.CharField("结果", max_length=20, choices=CaseOutcome.choices)
    outcome_note = models.CharField("结果说明", max_length=300, blank=True)
    amount_yuan = models.PositiveIntegerField("金额（元）", null=True, blank=True)
    amount_note = models.CharField("金额说明", max_length=300, blank=True)
    date = models.DateField("日期", null=True, blank=True)
    date_text = models.CharField("时间", max_length=160)
    place = models.CharField("地点", max_length=200, help_text="不写到能认出人的地方。")
    channels = models.CharField("怎么来的", max_length=60, help_text="用空格分开。")
    what_happened = models.TextField("经过", help_text=ONE_A_LINE + "不写全名。")
    print_answer = models.CharField(
        "纸上：一句话", max_length=120, blank=True, help_text="最多25个字。空着就用上面的一句话。"
    )
    print_story = models.CharField("纸上：经过", max_length=240, blank=True, help_text=ON_PAPER)
    analysis = models.TextField("分析", help_text=ONE_A_LINE)
    lessons = models.TextField("启示", help_text=ONE_A_LINE)
    lessons_for_staff = models.TextField("给柜台的同事", blank=True, help_text=ONE_A_LINE)
    red_flags = models.TextField("信号", blank=True, help_text=ONE_A_LINE)
    symptoms = models.TextField("居民自己的话", blank=True, help_text=ONE_A_LINE)
    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name="图片",
        help_text="可以不放。没有合适的，点“新增”传一张。",
    )
    origin = models.CharField("出处", max_length=20, choices=CaseOrigin.choices)
    doubts = models.TextField("存疑", blank=True, help_text="只给工作人员看，不公开。")

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "案例"
        ordering = ["order", "slug"]

    def __str__(self):
        return as_shown(without_breaks(self.title or self.slug))

    def get_absolute_url(self):
        return reverse("case", args=[self.slug])


class WarningQuerySet(PublishableQuerySet):
    def newest_first(self):
        return self.order_by("-starts_at", "-pk").select_related("district", "scam_type", "office")


class Warning(Publishable):
    review_every = timedelta(days=30)
    short_title = "title"

    title = models.CharField("标题", max_length=80, help_text="不超过20个字。" + BREAKS)
    district = models.ForeignKey(
        District, models.PROTECT, related_name="warnings", verbose_name="地区"
    )
    scam_type = models.ForeignKey(
        ScamType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="warnings",
        verbose_name="骗局",
    )
    urgent = models.BooleanField(
        "紧急", default=False, help_text="在每一页顶上显示，直到结束时间。"
    )
    sample = models.BooleanField("示例", default=False, help_text="虚构的，页面上会标出来。")
    do_first = models.TextField(
        "先做什么", help_text="一两句话。例如：挂断。不装软件，不共享屏幕。"
    )
    happened = models.TextField(
        "出了什么事", blank=True, help_text=ONE_A_LINE + "不写谁，不写到门牌。"
    )
    print_story = models.CharField(
        "纸上：出了什么事", max_length=240, blank=True, help_text=ON_PAPER
    )
    phrases = models.TextField("他会这样说", blank=True, help_text=ONE_A_LINE)
    cues = models.TextField(
        "话里的破绽",
        blank=True,
        help_text="一行一处，写成“原话里的几个字＝为什么”。写特征名（例如：催得急），就用特征的说明。",
    )
    already_title = models.CharField(
        "已经这样了（标题）", max_length=80, blank=True, help_text=BREAKS
    )
    already = models.TextField("已经这样了，怎么办", blank=True, help_text=ONE_A_LINE)

    picture = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name="图片",
        help_text="可以不放。没有合适的，点“新增”传一张。",
    )

    objects = WarningQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "本地预警"
        ordering = ["-starts_at", "-pk"]
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="warning_newest"),
            models.Index(fields=["-urgent", "-starts_at", "-id"], name="warning_urgent_first"),
            models.Index(fields=["-changed_at", "-id"], name="warning_worked_on"),
            models.Index(
                fields=["-changed_at", "-id"],
                condition=models.Q(published_at__isnull=True),
                name="warning_draft_worked_on",
            ),
        ]

    def __str__(self):
        return as_shown(without_breaks(self.title or self.slug))

    def get_absolute_url(self):
        return reverse("warning", args=[self.slug])
