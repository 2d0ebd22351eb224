"""Texts as the desk leaves them on their way, and who comes to the front page."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from awareness.cases.models import Case
from awareness.guide.models import ScamType
from awareness.office.models import Office
from awareness.page_views.models import PageCount
from awareness.publishing.records import Version
from awareness.publishing.versions import snapshot
from awareness.quiz.models import Question, Tally
from tests.make import a_staff_member, a_warning, come_in, draft_warning


def another_office(**fields):
    return Office.objects.create(
        slug="branch", name_zh_hans="河口派出所", phone="0500-1234567", **fields
    )


def staff_as(role, **fields):
    return a_staff_member(role=role, **fields)


def front_page(staff):
    """The front page as STAFF sees it: its context."""
    return come_in(Client(), staff).get(reverse("admin:index"))


def panel(response, name):
    """The words of the rows of the panel NAME, [] if it is not shown."""
    found = [panel for panel in response.context["front"].panels if panel.name == name]
    return [row for panel in found for row in panel.rows]


def with_draft(text, by, **fields):
    """TEXT with a draft by BY, and FIELDS of its way."""
    write_on(text, by)
    for name, value in fields.items():
        setattr(text, name, value)
    text.save()
    return text


def write_on(text, by, **says):
    """A newer draft of TEXT, by BY, in which the columns SAYS are other than before."""
    data = snapshot(text)
    data["fields"] |= says
    versions = Version.objects.filter(label=text._meta.label_lower, row=text.pk)
    text.draft = Version.objects.create(
        label=text._meta.label_lower,
        row=text.pk,
        number=versions.count() + 1,
        data=data,
        made_by=by,
        made_at=timezone.now(),
    )
    text.save()


def handed_in(by, **fields):
    """A new warning that BY has submitted an hour ago."""
    at = timezone.now() - timedelta(hours=1)
    return with_draft(draft_warning(**fields), by, submitted_at=at, submitted_by=by)


def sent_back(writer, reviewer, note, **fields):
    at = timezone.now()
    more = {"returned_at": at, "returned_by": reviewer, "returned_note": note}
    return with_draft(draft_warning(**fields), writer, **more)


def in_days(number):
    return timezone.now() + timedelta(days=number)


def busy_day(writer, reviewer):
    """Something in every panel and every chart, for WRITER and REVIEWER of the main office."""
    today = timezone.localdate()
    handed_in(writer, title_zh_hans="有人冒充医保局｜来电要验证码")
    handed_in(writer, title_zh_hans="冒充物业｜正在挨家收钱", urgent=True)
    for person in (writer, reviewer):
        with_draft(draft_warning(title_zh_hans="快递理赔｜又有人打电话来"), person)
    sent_back(
        writer, reviewer, "标题像在责怪人，请改。", title_zh_hans="假投资群拉人｜进来就不要说话"
    )
    a_warning(title_zh_hans="冒充燃气公司｜上门换软管收钱", urgent=True, ends_at=in_days(0.8))
    a_warning(title_zh_hans="“退票改签”短信｜又多起来了", title_en="", ends_at=in_days(3))
    a_warning(title_zh_hans="社区讲座前｜再提醒一次", starts_at=in_days(2), ends_at=in_days(9))
    draft_warning(title_zh_hans="写了一半的｜校园贷提醒", changed_at=in_days(-25))
    for number, case in enumerate(Case.objects.all()[:6]):
        days = timedelta(days=9 * number - 12)
        Case.objects.filter(pk=case.pk).update(review_due=today + days)
    reads = {("scam", kind.slug): 3 * kind.order**2 for kind in ScamType.objects.all()}
    reads |= {("worksheet", ""): 9, ("quiz-sheet", "basic-1"): 14, ("situation", "transferred"): 31}
    PageCount.objects.add({(today, *page): times for page, times in reads.items()})
    for question in Question.objects.all()[:9]:
        Tally.objects.create(question=question, day=today, choice="A", count=question.order + 4)
