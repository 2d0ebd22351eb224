"""First steps when it has already happened. Hotlines are {110}; lists are one entry a line."""

from django.db import models
from django.urls import reverse

from awareness.guide.models import A_PAIR_A_LINE, BREAKS, ONE_A_LINE
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.publishing.models import Publishable, Reviewed, TextPart
from awareness.translation.rows import as_shown


class Situation(Publishable, Reviewed):
    pieces = ("steps",)
    short_title = "page_title"

    order = models.PositiveSmallIntegerField("排序", default=0)
    title = models.CharField("情况", max_length=120, help_text=BREAKS + "用居民自己的话。")
    page_title = models.CharField("网页标题", max_length=60, help_text="不超过20个字。")
    first_line = models.CharField("第一句话", max_length=240, help_text="先安慰，不责怪。")
    poster = models.CharField(
        "海报", max_length=80, blank=True, help_text="最多12个字。空着就用标题。" + BREAKS
    )

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "已经转账的情况"
        ordering = ["order", "slug"]

    def __str__(self):
        return as_shown(without_breaks(self.title or self.slug))

    def get_absolute_url(self):
        return reverse("situation", args=[self.slug])


class Step(TextPart):
    situation = models.ForeignKey(Situation, models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField("第几步", default=0)
    short = models.CharField("短句", max_length=120)
    do = models.TextField("怎么做")
    call = models.CharField(
        "打给谁", max_length=160, blank=True, help_text="热线写成{110}，就有拨打按钮。"
    )
    say = models.TextField("照着念", blank=True, help_text="要填的地方写成【几点几分】。")
    keep = models.TextField("留住什么", blank=True, help_text=ONE_A_LINE)

    class Meta:
        verbose_name = verbose_name_plural = "步骤"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["situation", "order"], name="one_step_a_place")
        ]

    def __str__(self):
        return self.short or f"{self.order}"

    def natural_key(self):
        return (self.situation.slug, self.order)


class Section(Publishable):
    """A shared part of the emergency pages: what to keep, what to bring, what not to do."""

    withdrawable = False  # the emergency pages stand on it

    title = models.CharField("标题", max_length=80)
    intro = models.TextField("开头", blank=True)
    lines = models.TextField(
        "内容", blank=True, help_text=ONE_A_LINE + "要说明的：" + A_PAIR_A_LINE
    )
    closing = models.TextField("结尾", blank=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "共用段落"
        ordering = ["order"]

    def __str__(self):
        return self.title or self.slug

    def get_absolute_url(self):
        return reverse("emergency")
