"""Pictures that texts may show: their words are here, their files are in the store."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from awareness.publishing.models import Translated
from awareness.translation.rows import as_shown

from . import store

TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


class Picture(Translated):
    permission_group = "text"
    kept_apart = ("key", "width", "height", "widths", "checked_for_people", "made_at", "made_by")

    office = models.ForeignKey(
        "office.Office",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="pictures",
        verbose_name="单位",
    )
    description = models.CharField(
        "图片说明",
        max_length=300,
        blank=True,
        help_text="看不见图的人听到的就是这一句：画面上是什么，哪里不对。"
        "例如：一条短信，说医保卡停用，要点一个网址。",
    )
    decorative = models.BooleanField(
        "装饰图", default=False, help_text="只为好看，不看也不会少知道什么。勾上就不用写说明。"
    )
    checked_for_people = models.BooleanField("人脸、车牌、姓名都盖住了", default=False)
    key = models.CharField("文件夹", max_length=32, unique=True, editable=False)
    width = models.PositiveSmallIntegerField("宽", editable=False)
    height = models.PositiveSmallIntegerField("高", editable=False)
    widths = models.CharField("有哪些宽度", max_length=40, editable=False)
    made_at = models.DateTimeField("上传时间", default=timezone.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name="上传的人",
    )

    class Meta:
        verbose_name = verbose_name_plural = "图片"
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decorative=True)
                | Q(description_zh_hans__isnull=False) & ~Q(description_zh_hans=""),
                name="pictures_picture_described",
                violation_error_message="请写一句图片说明，或者勾上“装饰图”。",
            )
        ]

    def __str__(self):
        words = "装饰图" if self.decorative else as_shown(self.description_zh_hans or "")
        return f"{words}（{timezone.localtime(self.made_at):%-m月%-d日}传）"

    def sizes(self) -> list[int]:
        """The widths in pixels that it is kept in, the narrowest first."""
        return [int(width) for width in self.widths.split()]

    def address(self, width: int, kind: str = "jpg") -> str:
        return reverse("picture", args=[self.key, width, kind])

    @property
    def smallest(self) -> str:
        return self.address(self.sizes()[0])

    @property
    def middle(self) -> str:
        return self.address(self.sizes()[:2][-1])

    @property
    def webp_set(self) -> str:
        return self._set("webp")

    @property
    def jpeg_set(self) -> str:
        return self._set("jpg")

    def _set(self, kind: str) -> str:
        return ", ".join(f"{self.address(width, kind)} {width}w" for width in self.sizes())


def leave_no_files(sender, instance, **kwargs):
    """When the row is gone for good, its files go too."""
    transaction.on_commit(lambda: store.remove_picture(instance.key))
