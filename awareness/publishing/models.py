"""How a text becomes public, and when it must be looked at again."""

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from awareness.audit.models import AuditEntry

from .constraints import all_or_none
from .records import ContentVersion, Version

__all__ = [
    "AuditEntry",
    "ContentVersion",
    "TextPart",
    "Publishable",
    "Reviewed",
    "SeededRow",
    "Slugged",
    "PublicState",
    "Version",
]

MOST_SIGNS = 5000  # of one field: ten times what a page can bear
OF_A_DAY = re.compile(r"[0-9]{8}(-[0-9]+)?")  # addresses that are given by themselves
LIKE_A_PHONE = re.compile(r"[0-9]{10}")


class NaturalKeyQuerySet(models.QuerySet):
    """Rows known by their slug: fixtures name them so, never by number."""

    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Translated(models.Model):
    """What is known of a text's other languages: names of fields, separated by spaces."""

    hant_own = models.TextField("繁體由人写过或看过的字段", blank=True, default="", editable=False)
    hant_behind = models.TextField("繁體还没跟上的字段", blank=True, default="", editable=False)
    english_behind = models.TextField("英文还没跟上的字段", blank=True, default="", editable=False)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        for field in self._meta.concrete_fields:
            long = len(getattr(self, field.attname) or "") if _is_text(field) else 0
            if long > MOST_SIGNS:
                says = f"“{field.verbose_name}”太长了：有{long}个字，最多{MOST_SIGNS}个。"
                raise ValidationError(says)


def _is_text(field: models.Field) -> bool:
    return isinstance(field, models.TextField) and not isinstance(field, models.JSONField)


class Slugged(Translated):
    slug = models.SlugField(
        "网址名",
        max_length=60,
        unique=True,
        help_text="网址里的一段，小写英文、数字和短横。发布后不要改。",
    )

    objects = NaturalKeyQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        slug = self.slug or ""
        if not OF_A_DAY.fullmatch(slug) and LIKE_A_PHONE.search(slug.replace("-", "")):
            raise ValidationError(
                "网址名里有一长串数字，像电话、卡号或证件号。网址改不了，也收不回来，请去掉。"
            )

    def natural_key(self):
        return (self.slug,)

    @property
    def address_slug(self) -> str:
        """The last part of its page's address."""
        return self.slug


def live_when(at) -> Q:
    """The condition under which the public sees a text at the moment AT. The only such filter."""
    return Q(
        Q(ends_at__isnull=True) | Q(ends_at__gt=at),
        published_at__isnull=False,
        starts_at__lte=at,
        withdrawn_at__isnull=True,
        binned_at__isnull=True,
    )


class PublishableQuerySet(NaturalKeyQuerySet):
    def live(self, at=None):
        """What the public may see at the moment AT (default: now)."""
        return self.filter(live_when(at or timezone.now()))

    def never_withdrawn(self):
        """What is public now, was or will be, as far as nobody has taken it back."""
        return self.filter(published_at__isnull=False, withdrawn_at__isnull=True).at_hand()

    def once_public(self, at=None):
        """What was public before AT and is not any more: its address says so instead of failing."""
        at = at or timezone.now()
        return self.filter(published_at__isnull=False, starts_at__lte=at).filter(
            Q(withdrawn_at__isnull=False) | Q(ends_at__lte=at)
        )

    def binned(self):
        return self.filter(binned_at__isnull=False)

    def at_hand(self):
        """What staff work with: all but the bin."""
        return self.filter(binned_at__isnull=True)


class PublicState(models.TextChoices):
    """The public life of a text."""

    DRAFT = "draft", "草稿"
    SCHEDULED = "scheduled", "已定时"
    LIVE = "live", "线上"
    EXPIRED = "expired", "已过期"
    WITHDRAWN = "withdrawn", "已撤回"


class Work(models.TextChoices):
    """How far the desk is with a text's draft."""

    NONE = "", ""
    WRITING = "writing", "草稿"
    SUBMITTED = "submitted", "待审"
    RETURNED = "returned", "退回"
    DUE = "due", "已定时"


def _actor(name, related="+"):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name=related,
        verbose_name=name,
    )


def _moment(name, **more):
    return models.DateTimeField(name, null=True, blank=True, editable=False, **more)


def _version(name):
    return models.ForeignKey(
        Version,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=name,
    )


class LookedAtAgain(models.Model):
    review_due = models.DateField("下次审核", null=True, blank=True)

    class Meta:
        abstract = True


class Publishable(Slugged, LookedAtAgain):
    """A text with a public life: published, perhaps from a moment until a moment, perhaps withdrawn.

    The row is what the public sees. A change of a text that was ever published waits beside it
    as `draft`; a text that was never published is its own draft.
    """

    permission_group = "text"
    pieces: tuple[str, ...] = ()  # names of the relations whose rows are a piece of this text
    withdrawable = True
    short_title = ""  # the field that must fit a phone's title line
    review_every = timedelta(days=365)

    office = models.ForeignKey(
        "office.Office",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
        verbose_name="发布单位",
        help_text="空着：本站主办单位。",
    )
    live_version = _version("公开的版本")
    draft = _version("新稿")
    changed_at = models.DateTimeField("最近改动", default=timezone.now, editable=False)
    submitted_at = _moment("交审核时间")
    submitted_by = _actor("交审核的人")
    returned_at = _moment("退回时间")
    returned_by = _actor("退回的人")
    returned_note = models.CharField("退回意见", max_length=500, blank=True, editable=False)
    due_at = _moment("新稿换上的时间", db_index=True)
    due_by = _actor("定时的人")
    look_after = models.BooleanField("发布后待复核", default=False, editable=False)
    binned_at = _moment("放进回收站的时间")
    binned_by = _actor("放进回收站的人")
    published_at = _moment("发布时间")
    published_by = _actor("发布人")
    starts_at = models.DateTimeField(
        "开始时间", null=True, blank=True, help_text="到这一刻才公开。空着：发布后马上公开。"
    )
    ends_at = models.DateTimeField(
        "结束时间", null=True, blank=True, help_text="到这一刻自动下线。空着：一直公开。"
    )
    withdrawn_at = _moment("撤回时间")
    withdrawn_by = _actor("撤回人")
    withdrawn_reason_zh_hans: str  # its columns, which modeltranslation adds
    withdrawn_reason_zh_hant: str
    withdrawn_reason_en: str
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
            models.CheckConstraint(
                condition=all_or_none("submitted_at", "submitted_by")
                & (Q(submitted_at__isnull=True) | Q(draft__isnull=False, returned_at__isnull=True)),
                name="%(app_label)s_%(class)s_submitted_whole",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True, returned_by__isnull=True, returned_note="")
                | Q(returned_at__isnull=False, returned_by__isnull=False, draft__isnull=False)
                & ~Q(returned_note=""),
                name="%(app_label)s_%(class)s_returned_whole",
            ),
            models.CheckConstraint(
                condition=all_or_none("due_at", "due_by")
                & (
                    Q(due_at__isnull=True)
                    | Q(draft__isnull=False, published_at__isnull=False, submitted_at__isnull=True)
                ),
                name="%(app_label)s_%(class)s_due_whole",
            ),
            models.CheckConstraint(
                condition=all_or_none("binned_at", "binned_by"),
                name="%(app_label)s_%(class)s_binned_whole",
            ),
        ]

    def save(self, *args, **kwargs):
        if self.published_at and not self.starts_at:
            self.starts_at = self.published_at
        super().save(*args, **kwargs)

    def state(self, at=None) -> PublicState:
        """The word staff see for this text at the moment AT; LIVE exactly when `live(at)` holds it."""
        at = at or timezone.now()
        if self.withdrawn_at:
            return PublicState.WITHDRAWN
        if not self.published_at:
            return PublicState.DRAFT
        if self.starts_at > at:
            return PublicState.SCHEDULED
        if self.ends_at and self.ends_at <= at:
            return PublicState.EXPIRED
        return PublicState.LIVE

    @property
    def never_public(self) -> bool:
        return self.published_at is None

    def work(self) -> Work:
        """How far its draft is; NONE if the public text is the newest there is."""
        if self.submitted_at:
            return Work.SUBMITTED
        if self.returned_at:
            return Work.RETURNED
        if self.due_at:
            return Work.DUE
        return Work.WRITING if self.draft_id or self.never_public else Work.NONE

    def badge(self, at=None) -> str:
        """Its state in the words of the desk: 草稿, 待审, 线上＋有新草稿, …"""
        if self.binned_at:
            return "在回收站"
        state, work = self.state(at), self.work()
        if self.never_public:
            return work.label
        beside = {Work.WRITING: "＋有新草稿", Work.NONE: ""}
        return state.label + beside.get(work, f"＋新稿{work.label}")


def free_number() -> int:
    """A row number that nobody else draws, so that a draft can name rows that do not exist yet.

    Within the integers that a browser's number holds exactly.
    """
    return 2**40 + secrets.randbelow(2**52)


class TextPart(Translated):
    """A row that is a piece of a text, such as a step, and goes public together with it."""

    permission_group = "text"

    id = models.BigIntegerField(primary_key=True, default=free_number, editable=False)

    class Meta:
        abstract = True


class Reviewed(LookedAtAgain):
    """A text with facts says where they come from, who looked at it and when it is due again."""

    source = models.CharField(
        "来源", max_length=300, blank=True, help_text="谁，什么时候。例如：公安部，2025年6月18日。"
    )
    reviewed_on = models.DateField("审核日期", null=True, blank=True)

    class Meta:
        abstract = True


class SeededRow(models.Model):
    """What the starter content has already brought in: a row that staff deleted stays deleted."""

    label = models.CharField(max_length=60)
    key = models.CharField(max_length=120)
    # Of what the project brought, and of what the row said when it had come; '' on older sites.
    source_digest = models.CharField(max_length=64, blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        verbose_name = verbose_name_plural = "已装入的初始内容"
        constraints = [models.UniqueConstraint(fields=["label", "key"], name="seeded_once")]

    def __str__(self):
        return f"{self.label} {self.key}"
