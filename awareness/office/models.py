"""Who publishes: offices, districts, staff; and the one table of hotlines."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models

from awareness.lib.text.phone import SHAPE, is_dialable, is_sample
from awareness.lib.text.width import em_width
from awareness.publishing.models import Slugged
from awareness.translation.rows import column

from . import roles
from .number_records import NumberChange
from .roles import Role

__all__ = ["District", "Hotline", "NumberChange", "Office", "Staff"]

WIDEST_NAME = 24  # full-width characters: one line at the head of every sheet
TOO_WIDE = f"最多{WIDEST_NAME}个汉字，英文{2 * WIDEST_NAME}个字母：再长，单张、柜台卡上一行放不下。请用简称。"


def dialable(number: str) -> None:
    """ValidationError unless NUMBER is one that a phone dials."""
    if not is_dialable(number):
        raise ValidationError(SHAPE)


class District(Slugged):
    permission_group = "people"

    name = models.CharField("名称", max_length=80, help_text="例如：青石街道。")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name="属于"
    )
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "地区"
        ordering = ["order", "slug"]

    def __str__(self):
        return self.name or self.slug


class Office(Slugged):
    permission_group = "people"
    open_fields = ("address",)
    number_field = "phone"
    kept_apart = ("phone", "checked_on")  # a version holds what is said, not the number

    name = models.CharField("名称", max_length=80, help_text="写在每一页和每一张纸上。")
    district = models.ForeignKey(
        District, models.PROTECT, null=True, blank=True, verbose_name="地区"
    )
    phone = models.CharField("电话", max_length=20, blank=True, validators=[dialable])
    checked_on = models.DateField("电话核对于", null=True, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    hours = models.CharField("什么时候有人", max_length=200, blank=True)
    about = models.TextField(
        "介绍", blank=True, help_text="“关于本站”页的第一段：谁办的，为什么办。"
    )
    record = models.CharField("备案号", max_length=120, blank=True)
    is_main = models.BooleanField("本站主办", default=False)
    own_texts = models.BooleanField(
        "允许审核人发布自己写的",
        default=False,
        help_text="只有一个人的单位才打开：平时由另一个人审核，错的、漏的少得多。",
    )

    class Meta:
        verbose_name = verbose_name_plural = "单位"
        ordering = ["-is_main", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_main"], condition=models.Q(is_main=True), name="one_main_office"
            )
        ]

    def __str__(self):
        return self.name or self.slug

    @property
    def shown_phone(self) -> str:
        """The phone as residents see it: none while a sample keeps its place."""
        return "" if is_sample(self.phone) else self.phone

    @property
    def has_sample_record(self) -> bool:
        """Whether 备案号 still holds the sample that came with the site."""
        return "示例" in (self.record_zh_hans or "")

    def clean(self):
        super().clean()
        for language, _name in settings.LANGUAGES:
            field = column("name", language)
            if em_width(getattr(self, field) or "") > WIDEST_NAME:
                raise ValidationError({field: TOO_WIDE})


class Staff(AbstractUser):
    permission_group = "people"

    office = models.ForeignKey(
        Office, models.PROTECT, null=True, blank=True, related_name="staff", verbose_name="单位"
    )
    role = models.CharField("做什么", max_length=20, choices=Role.choices, default=Role.EDITOR)
    must_change_password = models.BooleanField(
        "下次登录先改密码", default=False, help_text="用一次性密码进来的人，先换成自己的密码。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "工作人员"

    def __str__(self):
        return self.first_name or self.username

    @property
    def part(self) -> Role:
        """The role; whoever was made by `createsuperuser` is an administrator."""
        return Role.ADMINISTRATOR if self.is_superuser else Role(self.role)

    def has_perm(self, perm, obj=None):
        return roles.may(self, perm, obj)

    def has_perms(self, perm_list, obj=None):
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label):
        return self.is_active and self.is_staff


class Hotline(Slugged):
    """A number that every page, sheet and sentence takes from here; texts refer to it as {slug}."""

    permission_group = "hotline"
    number_field = "number"
    # Not part of what a version holds: an older one must not bring an older number back.
    kept_apart = ("number", "checked_on", "spoken_zh_hans", "spoken_zh_hant", "spoken_en")

    number = models.CharField("号码", max_length=20, validators=[dialable])
    name = models.CharField("名称", max_length=60)
    label = models.CharField(
        "页眉里的话",
        max_length=40,
        blank=True,
        help_text="填了就出现在每页的页眉和页脚，例如：拿不准，打。",
    )
    use = models.TextField("什么时候打")
    spoken = models.CharField("怎么念", max_length=80, help_text="朗读时念的字，例如：九六一一零。")
    checked_on = models.DateField("号码核对于", null=True, blank=True)
    source = models.CharField("来源", max_length=200, blank=True)
    doubt = models.TextField("发布前要核实", blank=True)
    shown_once_checked = models.BooleanField(
        "核对过才公开",
        default=False,
        editable=False,
        help_text="没有人核对过，居民就看不到这个号码。",
    )
    order = models.PositiveSmallIntegerField("排序", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "热线"
        ordering = ["order", "slug"]

    def __str__(self):
        return f"{self.number} {self.name or ''}".strip()

    @property
    def is_public(self) -> bool:
        """Whether residents may see the number."""
        return bool(self.checked_on) or not self.shown_once_checked
