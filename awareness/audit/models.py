"""The log of the desk: who did what to what, and when."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models


class AuditAction(models.TextChoices):
    SAVED = "saved", "保存草稿"
    SUBMITTED = "submitted", "交审核"
    RETURNED = "returned", "退回"
    PUBLISHED = "published", "发布"
    SCHEDULED = "scheduled", "定时发布"
    UNSCHEDULED = "unscheduled", "取消定时"
    WITHDRAWN = "withdrawn", "撤回"
    DISCARDED = "discarded", "放弃新稿"
    SECOND_READ = "looked_after", "发布后复核"
    OVERRIDDEN = "overridden", "提示后仍发布"
    BINNED = "binned", "放进回收站"
    UNBINNED = "unbinned", "从回收站取回"
    PURGED = "purged", "从回收站清掉"
    CHANGED = "changed", "修改"
    ADDED = "added", "新增"
    REMOVED = "removed", "删除"
    LOGGED_IN = "logged_in", "登录"
    LOGIN_FAILED = "login_failed", "登录没成功"
    LOGGED_OUT = "logged_out", "退出"
    SECOND_STEP = "second_step", "二次验证"
    PEOPLE = "people", "人员变动"
    NUMBER_ASKED = "number_asked", "申请改号码"
    NUMBER_CONFIRMED = "number_confirmed", "确认改号码"
    NUMBER_REFUSED = "number_refused", "没同意改号码"
    EXPORTED = "exported", "导出"
    IMPORTED = "imported", "导入"


class AuditEntryQuerySet(models.QuerySet):
    def update(self, **values):
        raise PermissionDenied("记录只能添加，不能改。")

    def delete(self):
        raise PermissionDenied("记录只能添加，不能删。")


class AuditEntry(models.Model):
    """One line of the log: who did what to what, and when. Lines are added, never changed; the
    database refuses it too. A line never holds a password, a found piece of personal data or
    the text itself."""

    permission_group = "log"

    at = models.DateTimeField("时间", db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="谁"
    )
    verb = models.CharField("做了什么", max_length=20, choices=AuditAction.choices)
    label = models.CharField(max_length=60, blank=True)
    row = models.BigIntegerField(null=True)
    about = models.CharField("关于", max_length=200, blank=True)
    detail = models.CharField("说明", max_length=500, blank=True)
    # What `detail` says to people, for rules and pages: the number of the version it is about, and
    # for a moment set beforehand `due_at` (ISO 8601).
    version = models.PositiveIntegerField("第几版", null=True)
    data = models.JSONField("数据", default=dict, blank=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "记录"
        ordering = ["-at", "-pk"]
        db_table = "publishing_deed"  # its name from before it had a room of its own
        indexes = [models.Index(fields=["label", "row", "-at"], name="deeds_of_a_text")]

    def __str__(self):
        return f"{self.get_verb_display()} {self.about}"

    def save(self, *args, **kwargs):
        if self.pk:
            raise PermissionDenied("记录只能添加，不能改。")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied("记录只能添加，不能删。")
