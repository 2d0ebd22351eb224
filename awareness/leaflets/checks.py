"""Whether the site's address is short enough for paper: to copy by hand, and to scan."""

from django.core.checks import Warning

from awareness.lib.qr import qr_version

from .issued import Issue, code_of, full_address, short_address
from .subjects import Form, Kind

MOST_SIGNS, FINEST = 32, 3
USUAL = Issue(Form.A4, "zh-hans", "", 1, ((Kind.SCAM, 13, 1),))
HINT = "请在 .env 里写一个短一点、也通到本站的网址：SHORT_URL。"


def address_fits_paper(app_configs, **kwargs) -> list[Warning]:
    code = code_of(USUAL)
    signs, version = len(short_address(code)), qr_version(full_address(code))
    found = []
    if signs > MOST_SIGNS:
        words = f"单张上印的网址有{signs}个字符，超过{MOST_SIGNS}个，抄起来容易错。"
        found.append(Warning(words, hint=HINT, id="leaflets.W001"))
    if version > FINEST:
        words = f"单张上的二维码太密（第{version}版，最密到第{FINEST}版），远一点就扫不出来。"
        found.append(Warning(words, hint=HINT, id="leaflets.W002"))
    return found
