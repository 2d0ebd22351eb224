"""What a person does to come in: types a password, reads a code from a phone."""

from django.urls import reverse
from django_otp.oath import TOTP

PASSWORD = "a-long-good-password"
LOGIN, INDEX = reverse("admin:login"), reverse("admin:index")
CODE, PHONE = reverse("entry:code"), reverse("entry:phone")
COPY = reverse("entry:recovery-codes")
FROM_HERE = {"origin": "http://testserver"}


def type_password(client, staff, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": staff.username, "password": password} | more)


def code_of(phone) -> str:
    """The six digits that PHONE shows now."""
    return f"{TOTP(phone.bin_key).token():06d}"


def type_code(client, code, **more):
    return client.post(CODE, {"code": code} | more)


def wrong(code: str) -> str:
    """Six digits that are not CODE, nor those before or after it by chance."""
    return f"{(int(code) + 123456) % 10**6:06d}"


def set_up_phone(client):
    """Bind a phone as its page says; (the phone, the ten recovery codes shown)."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client.get(PHONE)
    phone = TOTPDevice.objects.filter(confirmed=False).latest("pk")
    shown = client.post(PHONE, {"code": code_of(phone)})
    phone.refresh_from_db()
    return phone, [code.replace(" ", "") for code in shown.context["codes"]]
