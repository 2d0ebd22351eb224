"""QR codes as drawings that a strict policy lets through: no style, no outside file."""

import segno


def qr_svg(text: str) -> str:
    """TEXT as an SVG element without a size of its own; four modules of white around it."""
    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(omitsize=True, border=4, dark="#000", light="#fff", svgclass="qr")


def qr_version(text: str) -> int:
    """How fine the code of TEXT is: 1 has 21 modules a side, each further one 4 more."""
    return int(segno.make(text, error="m", micro=False).version)
