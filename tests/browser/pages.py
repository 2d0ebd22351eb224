"""The kinds of page, each by one address that stands for it, in three languages and two sizes."""

KINDS = {
    "home": "/",
    "scams": "/scams/",
    "scam": "/scams/impersonating-authorities/",
    "cases": "/cases/",
    "case": "/cases/fake-police-378000/",
    "warnings": "/warnings/",
    "district": "/warnings/in/qingshi/",
    "warning": "/warnings/medical-insurance-meeting-app/",
    "emergency": "/emergency/",
    "situation": "/emergency/transferred/",
    "worksheet": "/emergency/worksheet/",
    "after": "/emergency/after/",
    "audiences": "/audiences/",
    "audience": "/audiences/elders/",
    "glossary": "/glossary/",
    "rules": "/rules/",
    "check": "/check/",
    "transfer": "/check/transfer/",
    "about": "/about/",
    "verify-us": "/verify-us/",
    "privacy": "/privacy/",
    "accessibility": "/accessibility/",
    "missing": "/no-such-page/",
    "quiz": "/quiz/",
    "question": "/quiz/basic-1/",
    "screen-lines": "/screen/lines/",
    "sheet-codes": "/s/",
    "mistyped-code": "/s/4K7Q/",
    "leaflets": "/leaflets/",
    "family": "/family/",
    "loudspeaker": "/family/loudspeaker/",
}
SITUATIONS = [
    f"/emergency/{slug}/"
    for slug in (
        "transferred",
        "gave-code",
        "clicked-link",
        "sharing-screen",
        "on-the-phone",
        "handed-over",
    )
]
PREFIXES = {"zh-Hans": "", "zh-Hant": "/zh-hant", "en": "/en"}
SIZES = {"normal": "", "large": "?size=large"}
CHINESE = ["zh-Hans", "zh-Hant"]


def path(kind: str, language: str = "zh-Hans", size: str = "normal") -> str:
    return PREFIXES[language] + KINDS[kind] + SIZES[size]


def turn(kind: str) -> str:
    """A language for KIND where one must do: each language gets its third of the kinds."""
    return list(PREFIXES)[list(KINDS).index(kind) % len(PREFIXES)]
