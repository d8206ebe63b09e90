"""A panel below a view that shows the quotations behind what the reader points at."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.card_page import text
from briefer.desktop.card_styles import Sizes, card_css
from briefer.desktop.glance_view import Style
from briefer.desktop.quoted_html import quoted_html
from briefer.desktop.sheet_panel import SheetPanel
from briefer.language import tr
from briefer.views.citing import Citing

_HEIGHT = 10.5  # lines of the interface's letters


class QuotationsPanel(SheetPanel):
    """Shows a heading and quotations; links speak."""

    card_chosen = Signal(str)
    passage_chosen = Signal(str, int, int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("Quotations"), style, (14, 8, 6, 4), parent)
        self._shown: tuple[Briefing, str, tuple[Citing, ...], str] | None = None
        self._text.link_activated.connect(self._follow)

    def show_quotations(
        self, briefing: Briefing, heading: str, citings: Iterable[Citing], color: str
    ) -> None:
        """Show what stands behind something, its edge in a kind's colour."""
        shown = (briefing, heading, tuple(citings), color)
        if shown != self._shown:
            self._shown = shown
            self._render()

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        self._style = style
        self._render()

    def _render(self) -> None:
        if self._shown is None:
            return
        briefing, heading, citings, color = self._shown
        self.setFixedHeight(self.length(_HEIGHT))
        html = f'<p class="head">{text(heading)}</p>{quoted_html(briefing, citings)}'
        css = _css(self._style, self.sizes(), briefing)
        self.show_html(html, css, color, lambda _: color)  # there are no chips

    def _follow(self, address: str) -> None:
        scheme, _, rest = address.partition(":")
        if scheme == "card":
            self.card_chosen.emit(rest)
        elif scheme == "passage":
            document, _, span = rest.partition(":")
            start, _, end = span.partition("-")
            self.passage_chosen.emit(document, int(start), int(end))


def _css(style: Style, px: Sizes, briefing: Briefing) -> str:
    return card_css(style.theme, px, briefing.kinds) + (
        f"\n.head {{ color: {style.theme['muted']}; font-weight: 600; margin-bottom: 0; }}"
        f"\n.quote {{ font-size: {px(1.15)}px; margin-top: {px(0.9)}px; }}"
        f"\np.foot {{ margin-bottom: {px(1.2)}px; }}"
    )
