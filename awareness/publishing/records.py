"""What is kept of every text: its versions."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class VersionOrigin(models.TextChoices):
    """Where the words of a version come from: rules ask this, people read its `note`."""

    HAND = "hand", "人写的"
    REMEDY = "remedy", "按提示改的"  # a guard wrote it, not who pressed its button
    IMPORT = "import", "从表格导入"
    RESTORE = "restore", "取回旧版"
    SCHEDULE = "schedule", "定时"  # the same words, with the moment they open
    SITE = "site", "随网站来的"


class Version(models.Model):
    """A text as it once stood, in all its languages and with its parts.

    The row itself is what the public sees; a draft is a version that has not been laid over it.
    """

    label = models.CharField(max_length=60)
    row = models.BigIntegerField()
    number = models.PositiveIntegerField("第几版")
    data = models.JSONField(encoder=DjangoJSONEncoder)
    made_at = models.DateTimeField("时间")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="谁"
    )
    minor = models.BooleanField("小改动", default=False)
    note = models.CharField("说明", max_length=200, blank=True)
    origin = models.CharField(
        "怎么来的", max_length=10, choices=VersionOrigin.choices, default=VersionOrigin.HAND
    )

    class Meta:
        verbose_name = verbose_name_plural = "版本"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["label", "row", "number"], name="one_version_a_number")
        ]

    def __str__(self):
        return f"第{self.number}版"

    @property
    def came_along(self) -> bool:
        """Whether it was there before versions of it were kept, and public if its row was."""
        return self.number == 1 and self.origin == VersionOrigin.SITE


class ContentVersion(models.Model):
    """One row: its mark is another after every change of what the public sees (changes.py)."""

    mark = models.CharField(max_length=16, default="", editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "公开内容的记号"

    def __str__(self):
        return self.mark
