"""Theme, sizes and kinds -> the style sheet of the card's HTML, and the marks of its boxes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from briefer.briefing.model import Kind
from briefer.desktop.theme import Theme, contrast, mixed

BODY = 1.15  # the size of the running text, as a share of the interface's letters
SIDE = 1.25  # between a box's edge and its text


class Box(IntEnum):
    """The kinds of boxes; a block carries its box as user state: this and 0 or 1, in turn."""

    QUOTE = 10
    WRONG = 20
    CALLOUT = 30
    CODE = 40


QUOTATION_STATES = tuple(box + turn for box in (Box.QUOTE, Box.WRONG) for turn in (0, 1))


class Sizes(NamedTuple):
    """Lengths in pixels, from the size of the interface's letters and the zoom."""

    letter: float  # pixel size of the interface's font
    zoom: int = 100  # per cent

    def __call__(self, share: float) -> int:
        """Return a length that is a share of the interface's letters."""
        return max(1, round(self.letter * share * self.zoom / 100))


def card_css(theme: Theme, sizes: Sizes, kinds: Sequence[Kind]) -> str:
    """Return the style sheet for the classes that card_html uses.

    WORKAROUND: where two rules set the same property of an element, Qt's rich text hands the
    first one's value to what stands in it. So letters are set by one rule for each element.
    """
    return "\n".join(
        (
            _text_rules(theme, sizes),
            _list_rules(theme, sizes),
            _box_rules(theme, sizes),
            _kind_rules(theme, kinds),
        )
    )


def _text_rules(theme: Theme, px: Sizes) -> str:
    muted = theme["muted"]
    return f"""
p, li, dt, dd, th {{ line-height: 145%; }}
p {{ margin-top: 0; margin-bottom: {px(0.8)}px; }}
ul, ol, dl {{ margin-top: {px(0.4)}px; margin-bottom: {px(0.8)}px; }}
li {{ margin-bottom: {px(0.35)}px; }}
.title {{ font-size: {px(2.15)}px; font-weight: 700; line-height: 115%;
      margin-top: 0; margin-bottom: {px(0.8)}px; }}
.section {{ color: {muted}; font-size: {px(0.98)}px; font-weight: 700; letter-spacing: 1px;
      text-transform: uppercase; margin-top: {px(1.9)}px; margin-bottom: {px(0.7)}px; }}
.subsection {{ font-weight: 600;
      margin-top: {px(1.2)}px; margin-bottom: {px(0.5)}px; }}
a {{ text-decoration: none; }}
.outside, .mark, .show, .button {{ color: {theme["accent"]}; }}
.kindline {{ font-size: {px(0.98)}px; font-weight: 700; letter-spacing: 1px;
      text-transform: uppercase; margin-bottom: {px(0.6)}px; }}
.icon {{ vertical-align: middle; }}
.summary {{ font-size: {px(1.4)}px; line-height: 140%; margin-bottom: {px(1.0)}px; }}
.rows {{ margin-top: {px(0.8)}px; margin-bottom: {px(0.5)}px; }}
.rows td {{ font-size: {px(1.08)}px; line-height: 200%; vertical-align: top; }}
.rows .label {{ color: {muted}; }}
.fields {{ font-size: {px(1.0)}px; margin-bottom: {px(1.4)}px; }}
.chips, .buttons {{ font-size: {px(1.08)}px; line-height: 200%; }}
.chips, .buttons, p.fold {{ margin-left: {px(0.4)}px; }}
.buttons {{ font-weight: 600; margin-top: {px(0.6)}px; }}
.good, .bad {{ font-weight: 600; }}
.good {{ color: {theme["good"]}; }}
.warning {{ color: {theme["warning"]}; }}
.bad {{ color: {theme["bad"]}; }}
.muted {{ color: {muted}; }}
.dead {{ color: {theme["warning"]}; text-decoration: underline; }}
.notice {{ color: {theme["warning"]}; }}
.footnote {{ color: {muted}; font-size: {px(1.0)}px; margin-bottom: {px(0.3)}px; }}
.mark {{ font-size: {px(0.98)}px; }}
.first {{ color: {theme["accent_text"]}; }}
a.fold {{ color: {muted}; font-weight: 600; }}
p.fold {{ margin-top: {px(2.0)}px; }}
.struck {{ color: {theme["bad"]}; text-decoration: line-through; }}
.inserted {{ color: {theme["good"]}; text-decoration: underline; }}
.picture {{ line-height: 100%; }}
.data {{ border-collapse: collapse; margin-top: {px(0.4)}px; margin-bottom: {px(0.9)}px; }}
.data td {{ border-bottom: 1px solid {theme["border"]}; font-size: {px(1.08)}px; }}
.data th {{ border-bottom: 1px solid {muted}; font-size: {px(1.08)}px; color: {muted}; }}
code {{ font-family: monospace; }}
pre {{ font-family: monospace; font-size: {px(1.05)}px; white-space: pre-wrap;
      margin: {px(1.4)}px {px(SIDE)}px; }}
"""


def _list_rules(theme: Theme, px: Sizes) -> str:
    muted = theme["muted"]
    return f"""
.listed {{ margin-bottom: {px(1.0)}px; }}
.listed a {{ font-weight: 600; }}
.sides {{ margin-top: {px(0.2)}px; margin-bottom: {px(1.2)}px; }}
.sides th {{ color: {muted}; font-size: {px(1.0)}px; border-bottom: 1px solid {muted}; }}
.sides td {{ vertical-align: top; border-bottom: 1px solid {theme["border"]}; }}
p.side {{ font-family: 'Source Serif 4', 'Noto Serif', serif; font-size: {px(1.15)}px;
      line-height: 130%; margin-bottom: {px(0.3)}px; }}
p.sidefoot {{ color: {muted}; font-size: {px(0.98)}px; line-height: 130%;
      margin-bottom: {px(0.9)}px; }}
"""


def _box_rules(theme: Theme, px: Sizes) -> str:
    rules = [
        f"""
.quote, .wrong, .callout {{ margin-left: {px(SIDE)}px; margin-right: {px(SIDE)}px; }}
.callout {{ margin-top: 0; margin-bottom: {px(1.5)}px; }}
.callout-title {{ font-weight: 700; margin-left: {px(SIDE)}px; margin-right: {px(SIDE)}px;
      margin-top: {px(1.6)}px; margin-bottom: {px(0.2)}px; }}
.quote, .wrong {{ font-family: 'Source Serif 4', 'Noto Serif', serif; font-size: {px(1.28)}px;
      line-height: 135%; margin-top: {px(1.4)}px; margin-bottom: {px(0.4)}px; }}
p.foot {{ color: {theme["muted"]}; font-size: {px(1.0)}px; margin-left: {px(SIDE)}px;
      margin-right: {px(SIDE)}px; margin-bottom: {px(2.2)}px; }}
"""
    ]
    for box in Box:
        for turn in (0, 1):
            rules.append(f".{box.name.lower()}{turn} {{ -qt-user-state: {box + turn}; }}")
    rules.append(f"pre {{ -qt-user-state: {Box.CODE.value}; }}")
    return "\n".join(rules)


def _kind_rules(theme: Theme, kinds: Sequence[Kind]) -> str:
    rules = [
        f".kind{order} {{ color: {ink(theme, kind.color)}; }}" for order, kind in enumerate(kinds)
    ]
    if _is_stark(theme):
        rules.append(".link { text-decoration: underline; }")
    return "\n".join(rules)


def ink(theme: Theme, color: str) -> str:
    """Return a kind's colour, moved until words in it can be read on its chips too."""
    ground, goal = theme.kind_tint(color), 7.0 if _is_stark(theme) else 4.6
    for step in range(21):
        moved = mixed(theme["text"], theme.kind_color(color), step / 20)
        if contrast(moved, ground) >= goal:
            return moved
    return theme["text"]


def _is_stark(theme: Theme) -> bool:
    """Tell whether a theme is for those who need all the contrast there is."""
    return contrast(theme["text"], theme["card"]) > 20
