"""Realistic situations to judge, genuine ones among them; sets of them; anonymous tallies."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from awareness.emergency.models import Situation
from awareness.guide.models import Audience, Rule, ScamType
from awareness.publishing.models import Publishable, TextPart


class QuestionKind(models.TextChoices):
    SCAM = "scam", _("骗局")
    LEGIT = "legit", _("真的")


class Medium(models.TextChoices):
    PHONE = "phone", _("电话")
    SMS = "sms", _("短信")
    CHAT = "chat", _("微信、QQ等聊天")
    QR = "qr", _("二维码")
    APP = "app", _("手机软件")
    IN_PERSON = "in_person", _("当面")


class Difficulty(models.TextChoices):
    EASY = "easy", "容易"
    MEDIUM = "medium", "中等"
    HARD = "hard", "难"


class Letter(models.TextChoices):
    A = "A", "第一个"
    B = "B", "第二个"
    C = "C", "第三个"


UNSURE = "X"  # 不确定 is offered under every question and stored nowhere else
CHOICES = [*Letter.values, UNSURE]


class Question(Publishable):
    order = models.PositiveSmallIntegerField("排序", default=0)
    kind = models.CharField("是不是骗局", max_length=8, choices=QuestionKind.choices)
    medium = models.CharField("从哪里来", max_length=12, choices=Medium.choices)
    difficulty = models.CharField(
        "难度", max_length=8, choices=Difficulty.choices, default=Difficulty.MEDIUM
    )
    rule = models.ForeignKey(Rule, models.PROTECT, related_name="questions", verbose_name="哪一条")
    scam_type = models.ForeignKey(
        ScamType,
        models.PROTECT,
        related_name="questions",
        verbose_name="哪一类",
        help_text="真的题，写它最容易被错当成的那一类。",
    )
    audiences = models.ManyToManyField(Audience, blank=True, verbose_name="给谁")
    situation = models.TextField(
        "情景", help_text="原话放在“ ”里，外面是旁白。全部虚构，网址写成.example。"
    )
    question = models.CharField("问题", max_length=120, help_text="例如：这个电话，您怎么办？")
    option_a = models.CharField("第一个选项", max_length=160)
    option_b = models.CharField("第二个选项", max_length=160)
    option_c = models.CharField("第三个选项", max_length=160)
    correct = models.CharField("对的是", max_length=1, choices=Letter.choices)
    explanation = models.TextField("解释")
    general_rule = models.CharField("记一条", max_length=200)
    cues = models.TextField(
        "看得出来的地方",
        help_text="一行一处，写成“情景里的几个字＝特征：说明”。真的题不写特征，只写说明。",
    )
    learn_type = models.ForeignKey(
        ScamType,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="多看一点：骗局",
    )
    learn_situation = models.ForeignKey(
        Situation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="多看一点：已经转账",
    )
    source_note = models.TextField("依据", blank=True, help_text="只给工作人员看。")

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "测验题"
        ordering = ["order", "slug"]

    def __str__(self):
        return f"{self.slug} {(self.situation or '')[:18]}"


class Use(models.TextChoices):
    MIXED = "mixed", "混合"
    AUDIENCE = "audience", "给一类人"
    HALL = "hall", "大厅"
    DAILY = "daily", "每日三题的一天"


class QuestionSet(Publishable):
    pieces = ("items",)

    order = models.PositiveSmallIntegerField("排序", default=0)
    title = models.CharField("题目", max_length=80)
    use = models.CharField("用法", max_length=10, choices=Use.choices, default=Use.MIXED)
    audience = models.ForeignKey(
        Audience, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="给谁"
    )

    class Meta(Publishable.Meta):
        verbose_name = verbose_name_plural = "题组"
        ordering = ["order", "slug"]

    def __str__(self):
        return self.title or self.slug

    @property
    def address_slug(self) -> str:
        """The sets of three for each day share one address."""
        return "daily" if self.use == Use.DAILY else self.slug

    def get_absolute_url(self):
        return reverse("quiz-set", args=[self.address_slug])


class SetItem(TextPart):
    question_set = models.ForeignKey(QuestionSet, models.CASCADE, related_name="items")
    question = models.ForeignKey(Question, models.PROTECT, related_name="places", verbose_name="题")
    order = models.PositiveSmallIntegerField("第几题", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "题组里的题"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "question"], name="a_question_once_a_set"
            )
        ]

    def __str__(self):
        return str(self.question)


class Tally(models.Model):
    """How often a choice was made on a day. Nothing about who made it."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="tallies")
    day = models.DateField()
    choice = models.CharField(max_length=1)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "答题计数"
        constraints = [
            models.UniqueConstraint(fields=["question", "day", "choice"], name="one_tally_each"),
            models.CheckConstraint(condition=Q(choice__in=CHOICES), name="tally_known_choice"),
        ]

    def __str__(self):
        return f"{self.day} {self.question_id} {self.choice} {self.count}"


class Counted(models.Model):
    """Marks of a day that keep one answer from being counted twice: keyed hashes, gone tomorrow."""

    token = models.CharField(max_length=32, primary_key=True)
    day = models.DateField(db_index=True)

    class Meta:
        verbose_name = verbose_name_plural = "已计数"

    def __str__(self):
        return self.token
