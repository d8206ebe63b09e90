"""Cards -> their HTML, kept while the briefing and its report stay the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.briefing.model import Briefing, Card
from briefer.desktop.card_ahead import ReadyCard
from briefer.evidence.model import Report

if TYPE_CHECKING:
    from briefer.desktop.card_page import CardsEvidence, Trees
    from briefer.desktop.report_ahead import ReadyReport

_MOST_KEPT = 64


def load_writing() -> None:
    """Load what writes cards, so that the first one chosen need not wait for it."""
    from briefer.briefing.markup_extensions import new_markdown
    from briefer.desktop import card_html  # noqa: F401

    new_markdown(attributes=False)


class CardPages:
    """The HTML of the cards of one briefing after another."""

    def __init__(self) -> None:
        self._of: tuple[Briefing | None, Report | None] = (None, None)
        self._kept: dict[tuple[str, bool, int, int], str] = {}
        self._evidence: CardsEvidence | None = None  # made when it is needed
        self._ready: tuple[Briefing, Report | None, ReadyCard] | None = None
        self.trees: Trees | None = None  # once there is time for them

    def forget(self) -> None:
        """Forget what was written: it would be written otherwise now."""
        self._kept.clear()
        self._ready = None

    def take_ready(self, briefing: Briefing, report: Report | None, ready: ReadyCard) -> None:
        """Take the HTML of a card that was written before Qt was there."""
        self._ready = briefing, report, ready

    def take_report(self, ready: ReadyReport) -> None:
        """Take what was found on the cards, put in order before the report is shown."""
        self._of, self._evidence = (ready.briefing, ready.report), ready.evidence
        self._kept.clear()

    def html(
        self,
        briefing: Briefing,
        report: Report | None,
        card: Card,
        sizes: tuple[int, int],
        *,
        notes_open: bool,
    ) -> str:
        """Return a card's HTML; `sizes` are the widths of labels (0: above) and of the icon."""
        if self._of[0] is not briefing or self._of[1] is not report:
            self._of, self._evidence = (briefing, report), None
            self._kept.clear()
        key = (card.id, notes_open, *sizes)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            ready = None if notes_open else self._ready_html(card, sizes)
            self._kept[key] = ready or self._written(card, sizes, notes_open=notes_open)
        return self._kept[key]

    def kind_html(
        self, briefing: Briefing, report: Report | None, kind_id: str, sizes: tuple[int, int]
    ) -> str:
        """Return the HTML of a kind's page; `sizes` are those of the cards."""
        from briefer.desktop.card_page import CardEvidence, Page
        from briefer.desktop.kind_html import kind_html

        card = briefing.cards_of(kind_id)[0]
        evidence = CardEvidence() if report else None
        return kind_html(Page(briefing, card, evidence, report, False, *sizes, self.trees))

    def _ready_html(self, card: Card, sizes: tuple[int, int]) -> str | None:
        if self._ready is None or not sizes[0]:
            return None  # it was written with its labels beside
        briefing, report, ready = self._ready
        same = briefing is self._of[0] and report is self._of[1] and ready.card == card.id
        return ready.sized(*sizes) if same else None

    def _written(self, card: Card, sizes: tuple[int, int], *, notes_open: bool) -> str:
        from briefer.desktop.card_html import card_html  # with Markdown: not for the first card
        from briefer.desktop.card_page import CardsEvidence, Page

        briefing, report = self._of
        assert briefing is not None
        if report is not None and self._evidence is None:
            self._evidence = CardsEvidence(report)
        evidence = self._evidence.of(card.id) if self._evidence else None
        return card_html(Page(briefing, card, evidence, report, notes_open, *sizes, self.trees))
