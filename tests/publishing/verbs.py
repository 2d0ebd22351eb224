"""Texts in the states between which the verbs of publishing move, and what was noted of a text."""

from copy import deepcopy
from datetime import timedelta

from django.utils import timezone

from awareness.audit.models import AuditEntry
from awareness.cases.models import Warning
from awareness.publishing import actions
from awareness.publishing.versions import newest_data, versions_of
from tests.make import a_staff_member, a_warning, draft_warning

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


def on_the_second():
    """Now, as versions keep it: they know no millionths."""
    return timezone.now().replace(microsecond=0)


def saying(text, **fields):
    """What TEXT's newest version says, with FIELDS changed."""
    data = deepcopy(newest_data(text))
    data["fields"] |= fields
    return data


def redraft(text, words="先报警。", by=None, **more):
    """Keep a draft of TEXT in which WORDS come first."""
    data = saying(text, do_first_zh_hans=words)
    return actions.keep_draft(text=text, data=data, by=by or a_staff_member(), **more)


def with_draft(words="先报警。"):
    """A public warning with a new draft beside it."""
    warning = a_warning(do_first_zh_hans="不开门。")
    redraft(warning, words)
    return warning


def submitted():
    warning = with_draft()
    actions.submit(text=warning, by=a_staff_member())
    return warning


def returned():
    warning = submitted()
    actions.send_back(text=warning, by=a_staff_member(), remark="写清楚在哪里。")
    return warning


def due(after=HOUR):
    """A public warning whose draft takes its place AFTER now."""
    warning = with_draft()
    actions.schedule(text=warning, by=a_staff_member(), moment=timezone.now() + after)
    return warning


def scheduled(after=HOUR):
    """A new warning that opens AFTER now."""
    warning = draft_warning()
    actions.schedule(text=warning, by=a_staff_member(), moment=timezone.now() + after)
    return warning


def binned():
    warning = draft_warning()
    actions.put_in_bin(text=warning, by=a_staff_member())
    return warning


def to_look_after():
    warning = with_draft()
    actions.publish(text=warning, by=a_staff_member(), look_after=True)
    return warning


def kept(text):
    """TEXT as the database holds it."""
    return Warning.objects.get(pk=text.pk)


def first_words(text):
    """What the public reads first in TEXT, and what its draft says instead."""
    row = kept(text)
    draft = row.draft and row.draft.data["fields"]["do_first_zh_hans"]
    return row.do_first_zh_hans, draft


def numbers(text):
    """Numbers of TEXT's versions."""
    return sorted(versions_of(text).values_list("number", flat=True))


def entries(text):
    """The log of TEXT, the first line first."""
    return list(AuditEntry.objects.filter(label="cases.warning", row=text.pk).order_by("pk"))
