"""Invitations to the desk: an address that works once and not for long."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

LIFE = timedelta(hours=72)


class InvitationQuerySet(models.QuerySet):
    def open(self, at=None):
        """Those that still let somebody in at the moment AT (now)."""
        at = at or timezone.now()
        return self.filter(used_at=None, taken_back_at=None, ends_at__gt=at)


class Invitation(models.Model):
    """Lets STAFF choose their own password. Only a digest of the address is kept."""

    permission_group = "people"

    staff = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["staff"],
                condition=Q(used_at=None, taken_back_at=None),
                name="one_invitation_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False, used_at=None),
                name="taken_back_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("made_at")), name="invitation_ends_later"
            ),
        ]

    def __str__(self):
        return f"请{self.staff}来编辑台"

    def is_open(self, at=None) -> bool:
        at = at or timezone.now()
        return not self.used_at and not self.taken_back_at and self.ends_at > at
