"""Taking a picture of what a phone shows, with a red line around what is tapped."""

import io

from PIL import Image

from tests.browser.conftest import PHONE
from tests.browser.server import ROOT

PICTURES = ROOT / "docs" / "img" / "desk"
MOST_BYTES = 60_000
COLOURS = (64, 32, 16)  # tried until a picture is light enough
ABOVE = 24  # pixels that are left above what is shown
SETTLED = 300  # ms in which a page has stopped moving
# Set from outside: the desk's own policy allows no style of ours in its pages.
RING = "e => { e.style.outline = '4px solid #d7003a'; e.style.outlineOffset = '3px'; }"
NO_RING = "e => { e.style.outline = e.style.outlineOffset = ''; }"
SCROLL = "(e, above) => scrollTo(0, e.getBoundingClientRect().top + scrollY - above)"


def take(page, name: str, *tapped, top=None, height: int = 640):
    """Keep what PAGE shows as NAME.png: from TOP on if given, HEIGHT pixels of it, with a line
    around each of TAPPED."""
    page.set_viewport_size({"width": PHONE["viewport"]["width"], "height": height})
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement?.blur()")
    for place in tapped:
        place.evaluate(RING)
    if top is None:
        page.evaluate("scrollTo(0, 0)")
    else:
        top.evaluate(SCROLL, ABOVE)
    page.wait_for_timeout(SETTLED)
    (PICTURES / f"{name}.png").write_bytes(light(page.screenshot()))
    for place in tapped:
        place.evaluate(NO_RING)
    page.set_viewport_size(PHONE["viewport"])


def light(picture: bytes) -> bytes:
    """PICTURE with few colours, in at most MOST_BYTES bytes; ValueError if that cannot be."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in COLOURS:
        file = io.BytesIO()
        few = image.quantize(colours, dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True)
        if file.tell() <= MOST_BYTES:
            return file.getvalue()
    raise ValueError(f"{file.tell()} bytes")
