"""A laid out graph -> an SVG file that needs no fonts and tells its relations in words too."""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from typing import NamedTuple

from briefer.briefing.model import Briefing
from briefer.language import tr
from briefer.views.graph import Graph, Node
from briefer.views.graph_paths import Lit
from briefer.views.graph_places import Box, Curve, Places
from briefer.views.graph_words import relations_in_words

_EDGE = 24.0
_LETTER = 0.55  # mean width of a letter, as a share of its height
_TITLE, _DETAIL = 13, 11


class Ink(NamedTuple):
    """Colours, each "#rrggbb"."""

    ground: str
    card: str
    text: str
    muted: str
    border: str
    accent: str


def svg_of(briefing: Briefing, graph: Graph, places: Places, lit: Lit, ink: Ink) -> str:
    """Return the picture as SVG text; what is not lit is dimmed, unless nothing is."""
    width, height = places.width + 2 * _EDGE, places.height + 2 * _EDGE
    colors = {kind.id: kind.color for kind in briefing.kinds}
    title = tr("{briefing}: relations", briefing=briefing.title)
    words = escape("\n".join(relations_in_words(briefing, graph)))
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" '
        f'font-family="Inter, Helvetica, Arial, sans-serif">',
        f"<title>{escape(title)}</title><desc>{words}</desc>",
        f'<rect width="100%" height="100%" fill="{ink.ground}"/>',
        f'<g transform="translate({_EDGE:.0f} {_EDGE:.0f})">',
    ]
    for column, left in places.heads:
        color, heading = column.kind.color, escape(column.kind.heading)
        parts.append(f'<text x="{left:.1f}" y="14" fill="{color}" font-size="14"'
                     f' font-weight="600">{heading}</text>')  # fmt: skip
    parts += [_curve(curve, lit, ink) for curve in drawn(places, lit)]
    parts += [_box(box, colors[box.node.kind], lit, ink) for box in places.boxes.values()]
    return "\n".join((*parts, "</g></svg>", ""))


def drawn(places: Places, lit: Lit) -> list[Curve]:
    """Return the curves to draw, the lit ones last: of the long ones only those that are lit."""
    near = [c for c in places.curves if _key(c) not in lit.links and c.link.steps == 1]
    return near + [curve for curve in places.curves if _key(curve) in lit.links]


def _key(curve: Curve) -> tuple[str, str]:
    return curve.link.left, curve.link.right


def _curve(curve: Curve, lit: Lit, ink: Ink) -> str:
    on = _key(curve) in lit.links
    faded = "" if on or not lit.nodes else ' opacity="0.4"'
    color, width = (ink.accent, 2.2) if on else (ink.border, 1.2)
    start = " ".join(f"{length:.1f}" for length in curve.start)
    pieces = (" ".join(f"{length:.1f}" for length in piece) for piece in curve.pieces)
    path = f"M{start}" + "".join(f"C{piece}" for piece in pieces)
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}"{faded}/>'


def _box(box: Box, color: str, lit: Lit, ink: Ink) -> str:
    node = box.node
    faded = ' opacity="0.35"' if _is_dim(lit.nodes, node) else ""
    x, y = box.left, box.top
    size = f'x="{x:.1f}" y="{y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    most = int((box.width - 22) / (_TITLE * _LETTER))
    return (
        f"<g{faded}><title>{escape(node.title)} · {escape(node.detail)}</title>"
        f'<rect {size} rx="5" fill="{ink.card}" stroke="{ink.border}"/>'
        f'<rect x="{x:.1f}" y="{y:.1f}" width="4" height="{box.height:.1f}" fill="{color}"/>'
        f'<text x="{x + 13:.1f}" y="{box.middle - 3:.1f}" font-size="{_TITLE}" font-weight="600"'
        f' fill="{ink.text}">{escape(_short(node.title, most))}</text>'
        f'<text x="{x + 13:.1f}" y="{box.middle + 13:.1f}" font-size="{_DETAIL}"'
        f' fill="{ink.muted}">{escape(_short(node.detail, most + 5))}</text></g>'
    )


def _is_dim(lit: Collection[str], node: Node) -> bool:
    return bool(lit) and node.id not in lit


def _short(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
