"""The papers that sheets are printed on: one source for what is reckoned here and for the page's
styles, which get it as custom properties."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """Millimetres. TOP and FOOT are margins, LESS is what a sheet is lower than its paper: on the whole
    height some browsers begin another page."""

    width: float
    height: float
    top: float
    foot: float
    less: float = 0.1

    @property
    def room(self) -> float:
        """From the first part's top to the last part's foot."""
        return self.height - self.top - self.foot

    def properties(self) -> str:
        return f"--paper-width:{self.width:g}mm;--paper-height:{self.height - self.less:g}mm"


A3, A4, A5 = Paper(297, 420, 20, 20), Paper(210, 297, 12, 10), Paper(148, 210, 9, 8)
A4_FOLDED = Paper(297, 210, 11, 10, less=0.2)
