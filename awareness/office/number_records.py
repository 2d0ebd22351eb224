"""What was asked about a number, by whom, and what a second person said to it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from awareness.publishing.constraints import all_or_none


class NumberChangeKind(models.TextChoices):
    NUMBER = "number", "换号码"
    LINE = "line", "加一条热线"
    CHECK = "check", "核对过，没有变"


class NumberChangeQuerySet(models.QuerySet):
    def waiting(self):
        """What a second person has not answered yet; the longest wait first."""
        return self.filter(WAITING).order_by("asked_at")


def _by(name, **more):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=name, **more
    )


WAITING = Q(confirmed_at__isnull=True, refused_at__isnull=True) & ~Q(kind=NumberChangeKind.CHECK)


class NumberChange(models.Model):
    """A request for a hotline's number, an office's phone or a new hotline; or a check of one
    that had not changed, which waits for nobody. Refused by the one who asked: taken back."""

    permission_group = "hotline"

    kind = models.CharField("要做什么", max_length=10, choices=NumberChangeKind.choices)
    hotline = models.ForeignKey(
        "office.Hotline", models.PROTECT, null=True, related_name="number_changes"
    )
    phone_of = models.ForeignKey(
        "office.Office", models.PROTECT, null=True, related_name="number_changes"
    )
    name = models.CharField("名称", max_length=60, blank=True)
    use = models.TextField("什么时候打", blank=True)
    old = models.CharField("原来的号码", max_length=20, blank=True)
    new = models.CharField("新号码", max_length=20)
    spoken = models.CharField("怎么念", max_length=80, blank=True)
    how = models.CharField("怎么核对的", max_length=200)
    asked_at = models.DateTimeField("申请时间")
    asked_by = _by("申请的人")
    confirmed_at = models.DateTimeField("确认时间", null=True)
    confirmed_by = _by("确认的人", null=True)
    refused_at = models.DateTimeField("不同意的时间", null=True)
    refused_by = _by("不同意的人", null=True)
    refused_reason = models.CharField("不同意的原因", max_length=200, blank=True)

    objects = NumberChangeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "号码变动"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=NumberChangeKind.LINE, phone_of__isnull=True, old="")
                & all_or_none("hotline", "confirmed_at")
                & ~Q(name="")
                & ~Q(use="")
                | ~Q(kind=NumberChangeKind.LINE)
                & (
                    Q(hotline__isnull=False, phone_of__isnull=True)
                    | Q(hotline__isnull=True, phone_of__isnull=False)
                ),
                name="number_change_about_one",
            ),
            models.CheckConstraint(condition=~Q(how="") & ~Q(new=""), name="number_change_how"),
            models.CheckConstraint(
                condition=all_or_none("confirmed_at", "confirmed_by"),
                name="number_change_confirmed_whole",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True, refused_by__isnull=True, refused_reason="")
                | Q(refused_at__isnull=False, refused_by__isnull=False) & ~Q(refused_reason=""),
                name="number_change_refused_whole",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True) | Q(refused_at__isnull=True),
                name="number_change_one_answer",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("asked_by")),
                name="number_change_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(kind=NumberChangeKind.CHECK)
                | Q(old=F("new"), confirmed_at__isnull=True, refused_at__isnull=True),
                name="number_check_waits_for_nobody",
            ),
            models.UniqueConstraint(
                fields=["hotline"], condition=WAITING, name="one_waiting_change_a_hotline"
            ),
            models.UniqueConstraint(
                fields=["phone_of"], condition=WAITING, name="one_waiting_change_a_phone"
            ),
            models.UniqueConstraint(
                fields=["new"],
                condition=WAITING & Q(kind=NumberChangeKind.LINE),
                name="one_waiting_line_a_number",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}：{self.subject}"

    @property
    def row(self):
        """The hotline or office; None while a new hotline is only asked for."""
        return self.hotline or self.phone_of

    @property
    def subject(self) -> str:
        """Whose number it is, without the number."""
        return self.row.name if self.row else self.name

    @property
    def is_waiting(self) -> bool:
        return self.kind != NumberChangeKind.CHECK and not (self.confirmed_at or self.refused_at)

    @property
    def outcome(self) -> str:
        if self.kind == NumberChangeKind.CHECK:
            return "核对过，没有变"
        if self.confirmed_at:
            return "已换上" if self.kind == NumberChangeKind.NUMBER else "已加上"
        if not self.refused_at:
            return "等另一个人确认"
        return "自己收回" if self.refused_by_id == self.asked_by_id else "没同意"
