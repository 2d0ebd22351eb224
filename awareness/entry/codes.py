"""Codes that people read from a phone or from paper and type."""

import re
import secrets
import string
import unicodedata

PHONE_DIGITS, RECOVERY_DIGITS = 6, 10


def typed(text: str) -> str:
    """TEXT as it was meant: full-width digits as plain ones, without spaces and dashes."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u2010-\u2015\u2212-]", "", plain)


def in_groups(text: str, size: int) -> str:
    """TEXT in groups of SIZE signs, for reading aloud and copying."""
    return " ".join(text[start : start + size] for start in range(0, len(text), size))


def a_recovery_code() -> str:
    """Digits only, so that it goes into the same field, with the same keys of a phone."""
    return "".join(secrets.choice(string.digits) for _ in range(RECOVERY_DIGITS))
