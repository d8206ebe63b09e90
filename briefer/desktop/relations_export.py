"""The picture of the relations -> SVG text and PNG bytes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from briefer.briefing.model import Briefing
from briefer.desktop.theme import Theme
from briefer.views.graph import Graph
from briefer.views.graph_paths import Lit
from briefer.views.graph_places import Places
from briefer.views.graph_svg import Ink, svg_of


def svg_text(briefing: Briefing, graph: Graph, places: Places, lit: Lit, theme: Theme) -> str:
    """Return the picture as SVG in the colours of a theme."""
    roles = ("window", "card", "text", "muted", "muted", "accent")
    return svg_of(briefing, graph, places, lit, Ink(*(theme[role] for role in roles)))


def png_of(image: QImage) -> bytes:
    """Return an image as the bytes of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
