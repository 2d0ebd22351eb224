"""Words to look for in a pasted message, as a page carries them."""

from dataclasses import dataclass

from awareness.delivery.languages import SOURCE, TRADITIONAL
from awareness.lib.text.lines import split_lines
from awareness.translation.rows import InLanguage, column

from .models import PasteSign


@dataclass(frozen=True)
class FraudSign:
    """TERMS are in the page's language and in both Chinese scripts, whatever the message is in."""

    text: InLanguage
    trait: InLanguage | None
    kind: str  # slug of the scam type, or ''
    terms: list[str]


def fraud_signs(public_types: set[int]) -> list[FraudSign]:
    rows = PasteSign.objects.select_related("scam_type", "trait")
    return [_sign(row, public_types) for row in rows]


def _sign(row: PasteSign, public_types: set[int]) -> FraudSign:
    text = InLanguage(row)
    return FraudSign(
        text,
        InLanguage(row.trait) if row.trait else None,
        row.scam_type.slug if row.scam_type_id in public_types else "",
        _terms(row, text.language),
    )


def _terms(row: PasteSign, language: str) -> list[str]:
    columns = [column("terms", code) for code in (language, SOURCE, TRADITIONAL)]
    return list(dict.fromkeys(term for name in columns for term in split_lines(getattr(row, name))))
