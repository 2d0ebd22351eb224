"""The self-checks: which scam it looks like, ten questions before a transfer, words to look for.

What is asked, weighed and said is all here, for staff to change. Lists are one entry a line;
hotlines are {110}.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from awareness.emergency.models import Situation
from awareness.guide.models import BREAKS, ONE_A_LINE, ScamType, Trait
from awareness.lib.text.phrase_breaks import without_breaks
from awareness.publishing.models import Slugged

FROM_POINTS = "从这么多分起，到下一档为止。"


class SymptomGroup(Slugged):
    title = models.CharField("标题", max_length=80, help_text="例如：他说了什么。")
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "自查的分组"
        ordering = ["order"]

    def __str__(self):
        return self.title or self.slug


class Symptom(Slugged):
    pieces = ("weights",)

    group = models.ForeignKey(
        SymptomGroup, models.PROTECT, related_name="symptoms", verbose_name="放在哪一组"
    )
    order = models.PositiveSmallIntegerField("排序", default=0)
    text = models.CharField(
        "碰上的事", max_length=120, help_text="居民自己会说的话，不超过22个字，不写术语。"
    )
    why = models.CharField(
        "为什么要当心", max_length=240, help_text="一句话，和结果一起显示，不责怪人。"
    )
    traits = models.ManyToManyField(Trait, verbose_name="占了哪个特征", blank=True)
    emergency = models.ForeignKey(
        Situation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="先去哪一页",
        help_text="勾了它就先去“已经转账”里的这一页。一般的事空着。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "自查的题"
        ordering = ["group__order", "order", "slug"]

    def __str__(self):
        return self.text or self.slug


class Weight(models.Model):
    """How strongly a symptom points to a scam type."""

    symptom = models.ForeignKey(Symptom, models.CASCADE, related_name="weights")
    scam_type = models.ForeignKey(
        ScamType, models.CASCADE, related_name="weights", verbose_name="骗局"
    )
    points = models.PositiveSmallIntegerField(
        "分数", choices=[(1, "1分：沾边"), (2, "2分：常见"), (3, "3分：要害")], default=1
    )

    class Meta:
        verbose_name = verbose_name_plural = "对各类骗局的分数"
        ordering = ["scam_type__order"]
        constraints = [
            models.UniqueConstraint(fields=["symptom", "scam_type"], name="one_weight_each"),
            models.CheckConstraint(
                condition=Q(points__gte=1, points__lte=3), name="weight_one_to_three"
            ),
        ]

    def __str__(self):
        return f"{self.scam_type} {self.points}分"

    def natural_key(self):
        return (self.symptom.slug, self.scam_type.slug)


class ScoringRule(Slugged):
    """One row: how ticks are added up, and what stands around them."""

    pieces = ("levels",)

    intro = models.CharField("开头", max_length=200)
    privacy = models.CharField("存不存", max_length=200)
    always = models.CharField(
        "每次都说的一句", max_length=200, help_text="不管勾了几样都显示。不能说没事。"
    )
    rule = models.TextField("怎么加分", help_text="给想知道“怎么算的”的居民看。")
    show = models.TextField("怎么列出来", help_text="同上。下面的数改了，这里也要改。")
    first_things = models.TextField("急的事怎么办", help_text="同上。")
    name_from = models.PositiveSmallIntegerField("几分才列出名字", default=3)
    at_most = models.PositiveSmallIntegerField("最多列几类", default=3)
    share_of_first = models.PositiveSmallIntegerField(
        "至少到第一类的百分之几",
        default=50,
        validators=[MaxValueValidator(100)],
        help_text="第二、第三类不到这么多，就不列。",
    )
    emergency_order = models.TextField(
        "急的事谁在前",
        blank=True,
        help_text="一行一个，写“已经转账”里那一页的网址名，最急的在最上面。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "自查怎么算分"

    def __str__(self):
        return "是不是骗局：怎么算"


class Level(Slugged):
    """What the first type's points come to."""

    rule = models.ForeignKey(ScoringRule, models.CASCADE, related_name="levels")
    min = models.PositiveSmallIntegerField("从几分起", help_text=FROM_POINTS)
    title = models.CharField("怎么说", max_length=80, help_text="不能说没事、安全。")
    do = models.TextField("现在这样做", help_text=ONE_A_LINE)

    class Meta:
        verbose_name = verbose_name_plural = "结果分几档"
        ordering = ["-min"]

    def __str__(self):
        return self.title or self.slug


class TransferText(Slugged):
    """One row: what stands around the ten questions."""

    title = models.CharField("标题", max_length=60, help_text="也是网页标题，不超过20个字。")
    intro = models.CharField("开头", max_length=200)
    privacy = models.CharField("存不存", max_length=200)
    family_exception = models.TextField("转给自己家人，要不要答")
    reminders = models.TextField("记住这几句", help_text=ONE_A_LINE)
    how = models.TextField("怎么算的", help_text="给想知道的居民看，也印在纸上。")

    class Meta:
        verbose_name = verbose_name_plural = "转账前自查的开头和提醒"

    def __str__(self):
        return self.title or self.slug


class TransferQuestion(Slugged):
    pieces = ("answers",)

    order = models.PositiveSmallIntegerField("第几题", default=0)
    text = models.TextField("问题", help_text=BREAKS)
    teller_question = models.BooleanField(
        "柜员也会问", default=False, help_text="出自银行柜员的五句询问，页面上会写明。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "转账前自查的题"
        ordering = ["order", "slug"]

    def __str__(self):
        return without_breaks(self.text or self.slug)


class TransferAnswer(models.Model):
    question = models.ForeignKey(TransferQuestion, models.CASCADE, related_name="answers")
    letter = models.SlugField("字母", max_length=1, help_text="a、b、c、d，从上到下。")
    text = models.CharField("答案", max_length=160)
    risk = models.PositiveSmallIntegerField(
        "分数",
        default=0,
        validators=[MinValueValidator(0), MaxValueValidator(3)],
        help_text="0到3。",
    )
    hard_stop = models.BooleanField(
        "选了就停", default=False, help_text="不管别的题怎么答，马上叫停。"
    )
    message = models.CharField("选了之后说什么", max_length=240)

    class Meta:
        verbose_name = verbose_name_plural = "答案"
        ordering = ["letter"]
        constraints = [
            models.UniqueConstraint(fields=["question", "letter"], name="one_answer_a_letter"),
            models.CheckConstraint(condition=Q(risk__lte=3), name="risk_up_to_three"),
        ]

    def __str__(self):
        return self.text or self.letter

    def natural_key(self):
        return (self.question.slug, self.letter)


class TransferVerdict(Slugged):
    min = models.PositiveSmallIntegerField("从几分起", help_text=FROM_POINTS)
    light = models.CharField(
        "什么灯",
        max_length=40,
        blank=True,
        help_text="写字，不靠颜色。分数最低的一档空着：绿灯会让人以为没事。",
    )
    title = models.CharField("怎么说", max_length=80, help_text="不能说没事、安全。")
    do = models.TextField("现在这样做", help_text=ONE_A_LINE)

    class Meta:
        verbose_name = verbose_name_plural = "转账前自查的结论"
        ordering = ["min"]

    def __str__(self):
        return self.title or self.slug


class PasteSign(Slugged):
    """Words that fraudsters' messages have in common, looked for in the reader's own browser."""

    order = models.PositiveSmallIntegerField("排序", default=0)
    scam_type = models.ForeignKey(
        ScamType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="像哪一类",
        help_text="哪一类都用的话，空着。",
    )
    trait = models.ForeignKey(
        Trait, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="占了哪个特征"
    )
    terms = models.TextField(
        "要找的词",
        help_text="一行一个，两个字以上。真的短信里也常见的词，写长一点，例如“验证码发给我”。",
    )
    why = models.CharField("为什么要当心", max_length=240, help_text="一句话，不责怪人。")

    class Meta:
        verbose_name = verbose_name_plural = "可疑的词"
        ordering = ["order", "slug"]

    def __str__(self):
        return (self.terms or self.slug).splitlines()[0]
