"""The cards of a run before it starts: what is said, and what there is no time for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import ntr, tr
from briefer.talk.fitting import Fitted, priority_of
from briefer.talk.run import minutes_of


class CardsOfRun(QListWidget):
    """Shows a run; cards that were left out stand in their place, dimmed and without a number."""

    def __init__(self, briefing: Briefing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._briefing = briefing
        self.setAccessibleName(tr("The cards of the talk"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSpacing(3)

    def show_run(self, cards: tuple[str, ...], fitted: Fitted) -> None:
        """Show these cards; those that are not in the fitted run are left out."""
        self.clear()
        left_out, number = set(fitted.left_out), 0
        for card_id in cards:
            number += card_id not in left_out
            self.addItem(self._item("" if card_id in left_out else str(number), card_id))

    def _item(self, number: str, card_id: str) -> QListWidgetItem:
        card = self._briefing.card(card_id)
        minutes = minutes_of(card)
        facts = [priority_of(card)] if card.field("priority") else []
        facts += [tr("{minutes:g} min", minutes=minutes)] if minutes else []
        facts += [marking] if (marking := card.field("marking")) else []
        facts += [] if number else [tr("left out")]
        words = f"{number or '–'}  {card.title}" + (f"  ({', '.join(facts)})" if facts else "")
        item = QListWidgetItem(words)
        item.setToolTip(plain_tooltip(words))
        if not number:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item


def summed(fitted: Fitted) -> str:
    """Return what a run takes, in words."""
    words = tr(
        "{cards}, about {needed:g} min",
        cards=ntr("{n} card", "{n} cards", len(fitted.run.cards)),
        needed=fitted.needed,
    )
    if fitted.left_out:
        words += tr("; {left_out} left out", left_out=len(fitted.left_out))
    if takes_too_long(fitted):
        words += tr("; the musts alone take longer")
    return words


def takes_too_long(fitted: Fitted) -> bool:
    """Tell whether what must be said does not fit its time."""
    minutes = fitted.run.minutes
    return bool(fitted.musts) and minutes is not None and fitted.needed > minutes
