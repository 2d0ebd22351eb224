"""The second factor: a phone that shows six digits, and ten recovery codes on paper."""

import math
from base64 import b32encode
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from awareness.audit.log import record
from awareness.audit.models import AuditAction
from awareness.office.models import Staff
from awareness.office.roles import Role

from . import codes, sessions

RECOVERY_CODES = 10
FORGIVEN_AFTER = timedelta(minutes=settings.LOCK_MINUTES)


class TooSoon(ValidationError):
    """Tried again too fast: not looked at, and not counted as a failure."""


def is_asked_of(staff: Staff) -> bool:
    """Whether the role of STAFF, who can publish, needs more than a password."""
    return staff.part in {Role.REVIEWER, Role.ADMINISTRATOR}


def phone_of(staff: Staff) -> TOTPDevice | None:
    return TOTPDevice.objects.filter(user=staff, confirmed=True).first()


def recovery_codes_left(staff: Staff) -> int:
    return StaticToken.objects.filter(device__user=staff, device__confirmed=True).count()


def phone_being_set_up(staff: Staff, key: int | None) -> TOTPDevice:
    """The unconfirmed phone number KEY of STAFF; without one, a new one with a new secret."""
    waiting = TOTPDevice.objects.filter(user=staff, confirmed=False)
    found = waiting.filter(pk=key).first()
    if found is None:
        waiting.delete()
        found = TOTPDevice.objects.create(user=staff, name="手机", confirmed=False)
    return found


def secret_of(phone: TOTPDevice) -> str:
    """The secret as authenticators take it when it is typed."""
    return b32encode(phone.bin_key).decode()


@transaction.atomic
def keep_phone(staff: Staff, phone: TOTPDevice) -> list[str]:
    """PHONE, whose code was right, is the phone of STAFF from now on; new recovery codes."""
    TOTPDevice.objects.filter(user=staff).exclude(pk=phone.pk).delete()
    phone.confirmed = True
    phone.save()
    record(verb=AuditAction.SECOND_STEP, by=staff, about=staff, detail="绑好了手机")
    return new_recovery_codes(staff)


@transaction.atomic
def new_recovery_codes(staff: Staff) -> list[str]:
    """Ten codes for STAFF, to be shown once; the ones before are void. Only digests are kept."""
    StaticDevice.objects.filter(user=staff).delete()
    device = StaticDevice.objects.create(user=staff, name="备用码")
    made = [codes.a_recovery_code() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=_digest(staff, code)) for code in made
    )
    return made


def check_code(staff: Staff, typed: str) -> Device:
    """The device of STAFF whose code was TYPED; ValidationError says why it is none."""
    code = codes.typed(typed)
    if len(code) == codes.RECOVERY_DIGITS and code.isdecimal():
        device = StaticDevice.objects.filter(user=staff, confirmed=True).first()
        return verified(device, _digest(staff, code))
    return verified(phone_of(staff), six_digits(code))


def six_digits(typed: str) -> str:
    code = codes.typed(typed)
    if len(code) != codes.PHONE_DIGITS or not code.isdecimal():
        raise ValidationError("请输入六个数字，或者一个十位的备用码。", code="shape")
    return code


def verified(device: Device | None, code: str) -> Device:
    """DEVICE if CODE is good for it, once; TooSoon or ValidationError otherwise."""
    if device and _is_good(device, code):
        return device
    raise ValidationError(
        "这个码不对，或者已经用过一次。请等手机上换了新的六位码，再输一遍。", code="wrong"
    )


@transaction.atomic
def _is_good(device: Device, code: str) -> bool:
    """One at a time for each device: of two that send the same code, one comes in."""
    device = type(device).objects.select_for_update().get(pk=device.pk)
    _forgive(device)
    allowed, reason = device.verify_is_allowed()
    if not allowed:
        left = (reason["locked_until"] - timezone.now()).total_seconds()
        raise TooSoon(f"试得太快了。请等{math.ceil(left)}秒，再输一遍。", code="too-soon")
    return device.verify_token(code)


def _forgive(device: Device) -> None:
    """Old failures no longer slow down: the library's own delay doubles without end."""
    last = device.throttling_failure_timestamp
    if last and timezone.now() - last > FORGIVEN_AFTER:
        device.throttle_reset()


def _digest(staff: Staff, code: str) -> str:
    """What is kept of a recovery CODE of STAFF: useless without this site's key."""
    salt = "awareness.entry.recovery"
    return salted_hmac(salt, f"{staff.pk}:{code}", algorithm="sha256").hexdigest()[:16]


@transaction.atomic
def switch_off_second_factor(staff: Staff) -> None:
    """STAFF, whose role does not ask for it, comes in by password alone again."""
    if is_asked_of(staff):
        raise PermissionDenied("审核人和管理员不能关掉二次验证。")
    _forget_devices(staff)
    record(verb=AuditAction.SECOND_STEP, by=staff, about=staff, detail="自己关掉了")


@transaction.atomic
def reset(staff: Staff, *, by: Staff | None) -> None:
    """STAFF lost the phone: they set up another one on coming in next. BY is someone else, or
    None from the server's own command line."""
    if by and by.pk == staff.pk:
        raise PermissionDenied("自己的二次验证，要请另一位管理员重设。")
    _forget_devices(staff)
    sessions.end_all(staff)
    record(verb=AuditAction.SECOND_STEP, by=by, about=staff, detail="重设，要重新绑手机")


def _forget_devices(staff: Staff) -> None:
    TOTPDevice.objects.filter(user=staff).delete()
    StaticDevice.objects.filter(user=staff).delete()
