"""Whether the site's address is short enough for paper: to copy by hand, and to scan."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Warning

from awareness.lib.codes.qr import qr_version
from awareness.sheets.code import Issue, code_of, full_address, short_address
from awareness.sheets.subjects import Shape, SubjectKind

MOST_SIGNS, FINEST = 32, 3
USUAL = Issue(Shape.A4, "zh-hans", "", 1, ((SubjectKind.SCAM, 13, 1),))
# Three pages of the leaflet desk, after years of warnings that were all changed now and then.
LONGEST = Issue(
    Shape.A4,
    "zh-hans",
    "",
    7,
    ((SubjectKind.WARNING, 253, 7), (SubjectKind.WARNING, 254, 7), (SubjectKind.WARNING, 255, 7)),
)
ONLY_HERE = {"127.0.0.1", "localhost", "::1"}  # a site that is being tried prints for nobody


def address_fits_paper(app_configs, **kwargs) -> list[Warning]:
    if urlsplit(settings.SHORT_URL or settings.SITE_URL).hostname in ONLY_HERE:
        return []
    usual, longest = code_of(USUAL), code_of(LONGEST)
    hint = _hint(MOST_SIGNS - len(short_address(longest)))
    found = []
    if len(short_address(longest)) > MOST_SIGNS:
        words = (
            f"单张上印的网址，一张放一样有{len(short_address(usual))}个字符，放三样最多有"
            f"{len(short_address(longest))}个；超过{MOST_SIGNS}个，抄起来容易错。"
        )
        found.append(Warning(words, hint=hint, id="sheet_codes.W001"))
    finest = qr_version(full_address(longest))
    if finest > FINEST:
        words = (
            f"单张上的二维码，一张放一样是第{qr_version(full_address(usual))}版，放三样最密到"
            f"第{finest}版；比第{FINEST}版密，远一点就扫不出来。"
        )
        found.append(Warning(words, hint=hint, id="sheet_codes.W002"))
    return found


def _hint(spare: int) -> str:
    """SPARE signs may still come to the name of the host; below 0, so many must go."""
    host = (settings.SHORT_URL or settings.SITE_URL).partition("//")[2]
    return (
        "请在 .env 里写一个短一点、也通到本站的网址：SHORT_URL=https://… ，"
        f"“//”后面最多{len(host) + spare}个字符（现在{len(host)}个）。"
    )
