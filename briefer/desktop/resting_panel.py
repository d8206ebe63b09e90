"""The list of sources with the cards that rest on each of them alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.card_page import Page, chips, text
from briefer.desktop.card_styles import card_css
from briefer.desktop.glance_view import Style
from briefer.desktop.sheet_panel import SheetPanel
from briefer.evidence.model import Report
from briefer.language import ntr, tr
from briefer.views.citing import source_name
from briefer.views.evidence_map import Resting

_WIDTH, _HEIGHT = 23, 10.5  # letters' heights, at the side and below
_MOST = 60  # cards that are named for one source


class RestingPanel(SheetPanel):
    """Names what falls when a source is wrong."""

    card_chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("What rests on one source alone"), style, (14, 10, 4, 6), parent)
        self._is_beside = True
        self._shown: tuple[Briefing, Report | None, tuple[Resting, ...]] | None = None
        self._text.link_activated.connect(self._follow)

    def show_resting(
        self, briefing: Briefing, report: Report | None, resting: tuple[Resting, ...]
    ) -> None:
        """Show which cards rest on which source."""
        self._shown = (briefing, report, resting)
        self._render()

    def room_beside(self) -> int:
        """Return how wide a view has to be for the panel to lie beside what else is in it."""
        return self.length(_WIDTH) * 4

    def lie(self, *, beside: bool) -> None:
        """Lie at the side, or below."""
        self._is_beside = beside
        self._take_room()

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        self._style = style
        self._take_room()
        self._render()

    def _take_room(self) -> None:
        most = 16_777_215  # Qt's own: no limit
        width, height = self.length(_WIDTH), self.length(_HEIGHT)
        self.setMinimumSize(width if self._is_beside else 0, 0 if self._is_beside else height)
        self.setMaximumSize(width if self._is_beside else most, most if self._is_beside else height)

    def _follow(self, address: str) -> None:
        self.card_chosen.emit(address.partition(":")[2])

    def _render(self) -> None:
        if self._shown is None:
            return
        briefing, report, resting = self._shown
        theme, px = self._style.theme, self.sizes()
        css = card_css(theme, px, briefing.kinds)
        css += f"\n.chips {{ font-size: {px(0.98)}px; margin-bottom: {px(1.0)}px; }}"
        colors = {kind.id: kind.color for kind in briefing.kinds}
        self.show_html(
            _html(briefing, report, resting),
            css,
            theme["muted"],
            lambda href: colors[briefing.card(href.partition(":")[2]).kind],
        )


def _html(briefing: Briefing, report: Report | None, resting: tuple[Resting, ...]) -> str:
    heading, none = tr("Rests on one source alone"), tr("No card here rests on one source alone.")
    parts = [f'<p class="section">{heading}</p>']
    if not resting:
        parts.append(f'<p class="muted">{none}</p>')
    for row in resting:
        falling = ntr(
            "If {source} is wrong, {n} card falls:",
            "If {source} is wrong, {n} cards fall:",
            len(row.cards),
            source=source_name(briefing, row.source),
        )
        parts.append(f"<p><b>{text(falling)}</b></p>")
        cards = [briefing.card(card) for card in row.cards[:_MOST]]
        page = Page(briefing, cards[0], None, report)
        more = (
            [ntr("and {n} more", "and {n} more", len(row.cards) - _MOST)]
            if len(row.cards) > _MOST
            else []
        )
        parts.append(f'<p class="chips">{chips([*map(page.chip, cards), *more])}</p>')
    return "".join(parts)
