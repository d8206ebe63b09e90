"""The opening card's HTML, made before Qt is there: what Qt measures is put in afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing
    from briefer.evidence.model import Report

# Stand for sizes in pixels until the fonts are known; no text has them by chance.
_LABEL_WIDTH = 7_102_938_475_001
_ICON_SIZE = 7_102_938_475_002


class ReadyCard(NamedTuple):
    """A card's HTML without its sizes."""

    card: str
    html: str

    def sized(self, label_width: int, icon_size: int) -> str:
        """Return the HTML with its sizes in pixels."""
        sized = self.html.replace(str(_LABEL_WIDTH), str(label_width))
        return sized.replace(str(_ICON_SIZE), str(icon_size))


def ready_card(briefing: Briefing, report: Report | None, card_id: str) -> ReadyCard:
    """Write a card's HTML, as the card view does, but for its sizes."""
    from briefer.briefing.markup import tree_for_now
    from briefer.desktop.card_html import card_html
    from briefer.desktop.card_page import CardsEvidence, Page

    evidence = CardsEvidence(report).of(card_id) if report else None
    card = briefing.card(card_id)
    sizes = _LABEL_WIDTH, _ICON_SIZE
    page = Page(briefing, card, evidence, report, False, *sizes, trees=tree_for_now)
    return ReadyCard(card_id, card_html(page))
