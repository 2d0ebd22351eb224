"""How a text becomes public, and when it must be looked at again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NaturalKeyQuerySet(models.QuerySet):
    """Rows known by their slug: fixtures name them so, never by number."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Slugged(models.Model):
    slug = models.SlugField(
        "网址名",
        max_length=60,
        unique=True,
        help_text="网址里的一段，小写英文、数字和短横。发布后不要改。",
    )

    english_behind = models.TextField("英文还没跟上的字段", blank=True, default="", editable=False)

    objects = NaturalKeyQuerySet.as_manager()

    class Meta:
        abstract = True

    def natural_key(self):
        return (self.slug,)


class PublishableQuerySet(NaturalKeyQuerySet):
    def live(self, at=None):
        """What the public may see at the moment AT (default: now). The only such filter."""
        at = at or timezone.now()
        return self.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=at),
            published_at__isnull=False,
            starts_at__lte=at,
            withdrawn_at__isnull=True,
        )

    def once_public(self, at=None):
        """What was public before AT and is not any more: its address says so instead of failing."""
        at = at or timezone.now()
        return self.filter(published_at__isnull=False, starts_at__lte=at).filter(
            Q(withdrawn_at__isnull=False) | Q(ends_at__lte=at)
        )


class State(models.TextChoices):
    DRAFT = "draft", _("草稿")
    SCHEDULED = "scheduled", _("已定时")
    LIVE = "live", _("线上")
    EXPIRED = "expired", _("已过期")
    WITHDRAWN = "withdrawn", _("已撤回")


class Publishable(Slugged):
    """A text with a public life: published, perhaps from a moment until a moment, perhaps withdrawn."""

    desk_kind = "text"

    published_at = models.DateTimeField("发布时间", null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="发布人",
    )
    starts_at = models.DateTimeField(
        "开始时间", null=True, blank=True, help_text="到这一刻才公开。空着：发布后马上公开。"
    )
    ends_at = models.DateTimeField(
        "结束时间", null=True, blank=True, help_text="到这一刻自动下线。空着：一直公开。"
    )
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="撤回人",
    )
    withdrawn_reason = models.CharField(
        "撤回原因",
        max_length=300,
        blank=True,
        help_text="居民看得到。撤回前先写好，例如：情况已经处理完。",
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(
                    withdrawn_at__isnull=False,
                    withdrawn_by__isnull=False,
                    published_at__isnull=False,
                ),
                name="%(app_label)s_%(class)s_withdrawn_whole",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, starts_at__isnull=False),
                name="%(app_label)s_%(class)s_published_whole",
            ),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=models.F("starts_at")),
                name="%(app_label)s_%(class)s_ends_after_start",
            ),
        ]

    def save(self, *args, **kwargs):
        if self.published_at and not self.starts_at:
            self.starts_at = self.published_at
        super().save(*args, **kwargs)

    def state(self, at=None) -> State:
        """The word staff see for this text at the moment AT; LIVE exactly when `live(at)` holds it."""
        at = at or timezone.now()
        if self.withdrawn_at:
            return State.WITHDRAWN
        if not self.published_at:
            return State.DRAFT
        if self.starts_at > at:
            return State.SCHEDULED
        if self.ends_at and self.ends_at <= at:
            return State.EXPIRED
        return State.LIVE


class Reviewed(models.Model):
    """A text with facts says where they come from, who looked at it and when it is due again."""

    source = models.CharField(
        "来源", max_length=300, blank=True, help_text="谁，什么时候。例如：公安部，2025年6月18日。"
    )
    reviewed_on = models.DateField("审核日期", null=True, blank=True)
    review_due = models.DateField("下次审核", null=True, blank=True)

    class Meta:
        abstract = True


class SeededRow(models.Model):
    """What the starter content has already brought in: a row that staff deleted stays deleted."""

    label = models.CharField(max_length=60)
    key = models.CharField(max_length=120)

    class Meta:
        verbose_name = verbose_name_plural = "已装入的初始内容"
        constraints = [models.UniqueConstraint(fields=["label", "key"], name="seeded_once")]

    def __str__(self):
        return f"{self.label} {self.key}"
