"""Passages -> the cards that cite them, as words and as a list to choose from."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from briefer.briefing.model import Briefing, Stance
from briefer.evidence.model import Altered, SentenceUse
from briefer.evidence.passages import Passage, PassageUse
from briefer.language import ntr, tr

_MOST = 12  # cards that a hint names
_WIDEST = 360  # pixels of a title
_STANCES = {
    Stance.SUPPORTS: "supports",
    Stance.DISPUTES: "contradicts",
    Stance.CONTEXT: "context",
}


class CitingCard(NamedTuple):
    """A card that cites a passage, in the words that people read."""

    card: str
    title: str
    kind: str
    stances: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return the card in one line, such as "Crisis hotlines · Channel · supports"."""
        return " · ".join((self.title, self.kind, ", ".join(self.stances)))


def citing_cards(briefing: Briefing, passages: tuple[Passage, ...]) -> tuple[CitingCard, ...]:
    """Return the cards that cite these passages, each once, in the order given."""
    stances: dict[str, dict[str, None]] = {}
    for use in (use for passage in passages for use in passage.uses):
        stances.setdefault(use.checked.card, {})[_stance(use)] = None
    cards = ((briefing.card(card_id), tuple(found)) for card_id, found in stances.items())
    return tuple(
        CitingCard(card.id, card.title, briefing.kind(card.kind).singular, found)
        for card, found in cards
    )


def hint_of(cards: tuple[CitingCard, ...], left_out: tuple[SentenceUse, ...]) -> str:
    """Return what a hint says of a passage, in plain lines that do not wrap."""
    lines = [card.words.replace(" ", "\N{NO-BREAK SPACE}") for card in cards[:_MOST]]
    if len(cards) > _MOST:
        lines.append(ntr("and {n} more", "and {n} more", len(cards) - _MOST))
    return "\n".join(
        lines + [tr("Left out on purpose: {left_out}", left_out=s.left_out) for s in left_out]
    )


def _stance(use: PassageUse) -> str:
    words = _STANCES[use.stance]
    return (
        tr("{words}, wording differs", words=words)
        if isinstance(use.checked.outcome, Altered)
        else words
    )


class PassageList(QMenu):
    """A popup with the cards of a passage; Enter or a click chooses, Escape closes."""

    card_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Cards that cite this passage"))
        self.triggered.connect(lambda action: self.card_chosen.emit(action.data()))

    def show_cards(self, cards: tuple[CitingCard, ...], place: QPoint) -> None:
        """Open at a place of the screen, on the first card."""
        self.clear()
        for card in cards:
            title = self.fontMetrics().elidedText(card.title, Qt.TextElideMode.ElideRight, _WIDEST)
            words = f"{title}\t{card.kind} · {', '.join(card.stances)}"
            self.addAction(words.replace("&", "&&")).setData(card.card)
        self.popup(place)
        self.setActiveAction(self.actions()[0])
