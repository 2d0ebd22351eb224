"""What is kept of every text: its versions."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

REMEDIED = "按提示改了一处"  # note of a version that a guard wrote, not who pressed its button


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

    class Meta:
        verbose_name = verbose_name_plural = "版本"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["label", "row", "number"], name="one_version_a_number")
        ]

    def __str__(self):
        return f"第{self.number}版"
