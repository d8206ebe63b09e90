"""Theme and letter size -> the style sheet of a slide's HTML, and how its boxes look."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtGui import QColor

from briefer.desktop.decorations import Chip, Frame
from briefer.desktop.theme import Theme

FAMILY = "Inter"
_SIDE = 0.95  # letters between a box's edge and its text
HEADING = 90  # the user state of headings


class Box(IntEnum):
    """The kinds of boxes, as in a block's user state: this and 0 or 1, in turn."""

    QUOTE = 10
    CALLOUT = 30
    CODE = 40


def slide_css(theme: Theme, letter: float, kind_color: str) -> str:
    """Return the style sheet; `letter` is the pixel size of running text."""
    muted = theme["muted"]

    def px(share: float) -> int:
        return max(1, round(letter * share))

    boxes = "\n".join(
        f".{box.name.lower()}{turn} {{ -qt-user-state: {box + turn}; }}"
        for box in Box
        for turn in (0, 1)
    )
    return f"""
p, li, dt, dd, th, td {{ line-height: 138%; }}
p {{ margin-top: 0; margin-bottom: {px(0.6)}px; }}
li {{ margin-bottom: {px(0.4)}px; }}
.kindline {{ color: {theme.kind_color(kind_color)}; font-size: {px(0.74)}px; font-weight: 700;
      letter-spacing: {px(0.04)}px; text-transform: uppercase; margin-bottom: {px(0.25)}px; }}
.where {{ color: {muted}; font-size: {px(0.8)}px; font-weight: 600; margin-bottom: {px(0.9)}px; }}
.title {{ font-size: {px(1.9)}px; font-weight: 700; line-height: 112%;
      margin-bottom: {px(0.5)}px; }}
.summary {{ font-size: {px(1.12)}px; line-height: 138%; margin-bottom: {px(0.9)}px; }}
.section {{ color: {muted}; font-size: {px(0.74)}px; font-weight: 700; text-transform: uppercase;
      letter-spacing: {px(0.04)}px; margin-top: {px(1.0)}px; margin-bottom: {px(0.5)}px;
      -qt-user-state: {HEADING}; }}
.subsection {{ font-weight: 600; margin-top: {px(0.8)}px; margin-bottom: {px(0.3)}px;
      -qt-user-state: {HEADING}; }}
.quote, .callout {{ margin-left: {px(_SIDE)}px; }}
.quote {{ font-family: 'Source Serif 4', 'Noto Serif', serif; font-size: {px(1.14)}px;
      line-height: 128%; margin-top: {px(0.6)}px; margin-bottom: {px(0.2)}px; }}
p.foot {{ color: {muted}; font-size: {px(0.74)}px; margin-left: {px(_SIDE)}px;
      margin-bottom: {px(0.9)}px; }}
.good {{ color: {theme["good"]}; font-weight: 600; }}
.bad {{ color: {theme["bad"]}; font-weight: 600; }}
.muted {{ color: {muted}; }}
.mark {{ color: {muted}; font-size: {px(0.74)}px; }}
.data {{ border-collapse: collapse; margin-top: {px(0.3)}px; margin-bottom: {px(0.6)}px; }}
.data td {{ border-bottom: 2px solid {theme["border"]}; font-size: {px(0.9)}px; }}
.data th {{ border-bottom: 2px solid {muted}; font-size: {px(0.8)}px; color: {muted}; }}
.passage {{ font-family: 'Source Serif 4', 'Noto Serif', serif; font-size: {px(1.14)}px;
      line-height: 140%; margin-bottom: {px(0.8)}px; }}
.around {{ font-family: 'Source Serif 4', 'Noto Serif', serif; font-size: {px(1.0)}px;
      line-height: 138%; color: {muted}; margin-bottom: {px(0.8)}px; }}
.marked {{ background-color: {theme["mark"]}; color: {theme["mark_text"]}; }}
code {{ font-family: monospace; }}
pre {{ font-family: monospace; font-size: {px(0.8)}px; white-space: pre-wrap;
      -qt-user-state: {Box.CODE.value}; }}
{boxes}
"""


class SlideLooks:
    """A bar beside quotations, in the colour of the kind; implements Looks."""

    def __init__(self, theme: Theme, letter: float, kind_color: str) -> None:
        self._theme, self._letter = theme, letter
        self._own = theme.kind_color(kind_color)

    def chip(self, address: str) -> Chip | None:
        """Return nothing: slides have no links."""
        return None

    def frame(self, state: int) -> Frame | None:
        """Return the box of a quotation, a callout or code; headings stand in none."""
        bars = {Box.QUOTE: self._own, Box.CALLOUT: self._theme["warning"]}
        kind = state - state % 10
        if kind not in set(Box):
            return None
        bar = QColor(bars.get(Box(kind), self._theme["border"]))
        letter = self._letter
        fill = QColor(self._theme["card"])
        return Frame(fill, bar, letter * 0.14, letter * 0.2, letter * _SIDE, 0.0)
