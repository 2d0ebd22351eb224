"""The thirteen scam types and what helps to recognise them.

Lists are plain text, one entry a line; pairs are 'name：explanation' lines. Hotlines are {110}.
"""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awareness.publishing.models import Publishable, Reviewed, Slugged

ONE_A_LINE = "一行一条。"
A_PAIR_A_LINE = "一行一条，写成“名称：说明”。"
BREAKS = "用｜标出可以换行的地方，显示时不出现。不标，网站自己断。"


class Channel(models.TextChoices):
    """How a fraudster reaches people."""

    PHONE = "phone", _("电话")
    SMS = "sms", _("短信")
    SOCIAL = "social", _("微信、QQ等聊天软件")
    WEBSITE = "website", _("网站、App、邮件")
    IN_PERSON = "in_person", _("当面或上门")


def channel_names(slugs: str) -> list[str]:
    """Names, in the active language, of a space-separated list of channel slugs."""
    return [str(Channel(slug).label) for slug in slugs.split() if slug in Channel.values]


class Trait(Slugged):
    name = models.CharField("特征", max_length=60)
    formal_term = models.CharField("术语", max_length=60, blank=True)
    plain = models.TextField("大白话")
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "骗局的特征"
        ordering = ["order"]

    def __str__(self):
        return self.name or self.slug


class Rule(Slugged):
    name = models.CharField("口诀", max_length=40)
    plain = models.CharField("一句话", max_length=200)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "三不一要"
        ordering = ["order"]

    def __str__(self):
        return self.name or self.slug


class Audience(Slugged, Reviewed):
    pieces = ("targets",)

    name = models.CharField("人群", max_length=60)
    page_title = models.CharField(
        "网页标题", max_length=60, help_text="不超过20个字，自己就说明白。"
    )
    intro = models.TextField("开头")
    why = models.TextField("为什么会找上您")
    one_line = models.CharField("一句话", max_length=200)
    typical_bait = models.TextField("常见的由头", help_text=ONE_A_LINE)
    tips = models.TextField("平时可以这样做", help_text=ONE_A_LINE)
    reach = models.TextField("怎样送到他们手里", blank=True, help_text=ONE_A_LINE)
    format_hints = models.TextField("适合的样子", blank=True, help_text=ONE_A_LINE)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "人群"
        ordering = ["order"]

    def __str__(self):
        return self.name or self.slug

    def get_absolute_url(self):
        return reverse("audience", args=[self.slug])


class ScamType(Publishable, Reviewed):
    short_title = "headline"

    order = models.PositiveSmallIntegerField("序号", default=0)
    name = models.CharField("名称", max_length=160, help_text=BREAKS)
    short_name = models.CharField("简称", max_length=60)
    summary = models.CharField("一句话", max_length=300)
    classic_scheme = models.TextField("老套路", blank=True)
    how_it_works = models.TextField("他一步一步怎么做", help_text=ONE_A_LINE)
    warning_signs = models.TextField("听到这些，就停", help_text=ONE_A_LINE)
    typical_phrases = models.TextField("他会这样说", help_text=ONE_A_LINE + "都是虚构的示例。")
    phrase_cues = models.TextField(
        "话里的破绽",
        blank=True,
        help_text="一行一处，写成“原话里的几个字＝特征”，例如：案子要保密＝只有他知道。",
    )
    prevention = models.TextField("记住这几句", help_text=ONE_A_LINE)
    classic_prevention = models.CharField(
        "出自原始材料的是第几句", max_length=30, blank=True, help_text="例如：1 2 3。"
    )
    modern_variants = models.TextField("新花样", blank=True, help_text=A_PAIR_A_LINE)
    verify_with = models.TextField("向谁核实", help_text=ONE_A_LINE)
    commonness = models.TextField("有多常见", blank=True)
    channels = models.CharField("从哪里来", max_length=60, help_text="用空格分开。")
    traits = models.ManyToManyField(Trait, verbose_name="特征", blank=True)
    audiences = models.ManyToManyField(Audience, verbose_name="谁常接到", blank=True)
    related_types = models.ManyToManyField(
        "self", symmetrical=False, verbose_name="相近的骗局", blank=True
    )
    headline = models.CharField(
        "纸上的标题", max_length=80, help_text="也是网页标题，不超过20个字。"
    )
    answer = models.CharField("纸上的回答", max_length=200)
    starts = models.TextField("纸上：怎么开始")
    print_signs = models.TextField("纸上：信号", help_text=ONE_A_LINE)
    print_phrases = models.TextField("纸上：他会说", help_text=ONE_A_LINE)
    stop = models.CharField("停", max_length=300)
    check_first = models.CharField("查", max_length=300)
    report = models.CharField("报", max_length=300)
    poster = models.CharField("海报", max_length=80)
    loudspeaker = models.TextField("广播稿")

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "骗局"
        ordering = ["order", "slug"]

    def __str__(self):
        return self.short_name or self.slug

    @property
    def drawing(self):
        """The line drawing beside its title: what the fraudster comes through first."""
        first = self.channels.split()[:1]
        return {"phone": "phone", "website": "slip"}.get("".join(first), "bubble")

    def get_absolute_url(self):
        return reverse("scam", args=[self.slug])


class AudienceTarget(models.Model):
    """Which scams an audience meets, most pressing first."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="targets")
    scam_type = models.ForeignKey(ScamType, models.CASCADE, verbose_name="骗局")
    order = models.PositiveSmallIntegerField("先后", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "常遇到的骗局"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["audience", "scam_type"], name="one_target_each")
        ]

    def __str__(self):
        return str(self.scam_type)

    def natural_key(self):
        return (self.audience.slug, self.scam_type.slug)


class Term(Slugged, Reviewed):
    term = models.CharField("词语", max_length=80)
    pinyin = models.CharField("拼音", max_length=80, blank=True)
    definition = models.TextField("意思")
    example = models.TextField("例子", blank=True)
    related_types = models.ManyToManyField(ScamType, verbose_name="相关的骗局", blank=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "词语"
        ordering = ["order"]

    def __str__(self):
        return self.term or self.slug


class Slogan(Slugged):
    text = models.CharField("标语", max_length=160)
    uses = models.CharField("用在哪里", max_length=80, blank=True, help_text="用空格分开。")
    han_count = models.PositiveSmallIntegerField("汉字数", default=0, help_text="选LED单行屏时用。")
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "标语"
        ordering = ["order"]

    def __str__(self):
        return self.text or self.slug


class Rhyme(Slugged):
    title = models.CharField("题目", max_length=80)
    verses = models.TextField("句子", help_text=ONE_A_LINE)
    short_version = models.CharField("短的", max_length=240)
    note = models.TextField("给播音员", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "顺口溜"

    def __str__(self):
        return self.title or self.slug
