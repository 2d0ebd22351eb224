"""Plain builders: rows with sensible contents, so that a test names only what it is about."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from awareness.cases.models import Warning
from awareness.entry import second_factor
from awareness.guide.models import ScamType
from awareness.office.models import District, Office, Staff
from awareness.pictures.models import Picture

from .forms import parsed_form

_made = iter(range(1, 10**9))


def a_staff_member(name=None, **fields):
    staff = Staff(username=name or f"staff{next(_made)}", is_staff=True, **fields)
    staff.set_password("a-long-good-password")
    staff.office = staff.office or Office.objects.filter(is_main=True).first()
    staff.save()
    return staff


def come_in(client, staff):
    """CLIENT as a browser in which STAFF has come in, with all that their role asks for."""
    client.force_login(staff)
    if second_factor.is_asked_of(staff):
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = a_phone(staff).persistent_id
        session.save()
    return client


def a_phone(staff):
    """The phone that STAFF shows six digits from."""
    return second_factor.phone_of(staff) or TOTPDevice.objects.create(user=staff, name="手机")


def a_warning(**fields):
    """A live warning from an hour ago for a week, unless FIELDS say otherwise."""
    now = timezone.now()
    number = next(_made)
    values = {
        "slug": f"test-{number}",
        "title_zh_hans": f"有人冒充水电工，｜上门收钱{number}",
        "title_en": f"Fake meter reader no. {number}",
        "do_first_zh_hans": "不开门，打110问一问。",
        "do_first_en": "Do not open. Call 110 and ask.",
        "district": District.objects.get(slug="qingshi"),
        "scam_type": ScamType.objects.get(slug="impersonating-authorities"),
        "published_at": now - timedelta(hours=1),
        "starts_at": now - timedelta(hours=1),
        "ends_at": now + timedelta(days=7),
    }
    return Warning.objects.create(**values | fields)


def draft_warning(**fields):
    return a_warning(**{"published_at": None, "starts_at": None, **fields})


def publish_at_the_desk(client, text, **more):
    """What a reviewer in CLIENT presses on the publishing page of TEXT; the answer."""
    label = f"admin:{text._meta.app_label}_{text._meta.model_name}_publish"
    url = reverse(label, args=[text.pk])
    page = client.get(url)
    values = {"version": page.context["version"], "when": "now"}
    return client.post(url, values | more)


def form_values(client, url):
    """What a browser would send back from the desk's form at URL, untouched."""
    page = client.get(url)
    return parsed_form(page.content.decode())


def a_picture(**fields):
    """A picture as a text shows it; its files are not there."""
    values = {
        "description_zh_hans": "一条短信，说医保卡停用，要点一个网址。",
        "checked_for_people": True,
        "key": f"{next(_made):032x}",
        "width": 1080,
        "height": 810,
        "widths": "360 720 1080",
    }
    fields.setdefault("made_by", Staff.objects.first() or a_staff_member())
    return Picture.objects.create(**values | fields)
