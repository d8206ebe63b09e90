"""What the reader does with picked cards and passages -> wishes to the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.desktop.browsing import Browsing
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.language import ntr, tr

if TYPE_CHECKING:
    from briefer.briefing.model import Card
    from briefer.desk.model import Pick, PickedPassage


class PickCommands(QObject):
    """Picks what has the keyboard, orders the list, saves it under names and fetches it again."""

    said = Signal(str)

    def __init__(self, keeping: Keeping, browsing: Browsing, parts: Parts) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts

    def pick(self) -> None:
        """Pick the passage when the keyboard is in the text, else the cards; or unpick them."""
        if self._parts.panes.focused_pane() is self._parts.text:
            self._keeping.once_kept(partial(self._pick_passage, self.passage()))
        elif chosen := self.chosen_cards():
            self._keeping.once_kept(partial(self._pick_several, chosen))
        elif (card := self._browsing.shown_card()) is not None:
            self._keeping.once_kept(partial(self._pick_card, card))

    def passage(self) -> PickedPassage | None:
        """Return the passage that would be picked: whole words of the text."""
        found, briefing = self._parts.text.current_passage(), self._browsing.briefing
        document = briefing.document(found[0]) if found and briefing else None
        if found is None or document is None:
            return None
        from briefer.desk.pick_file import passage_at
        from briefer.evidence.quoting import whole_words

        span = whole_words(document.text, found[1])
        return passage_at(document, span) if span.start < span.end else None

    def chosen_cards(self) -> tuple[str, ...]:
        """Return the ids of the cards that are chosen together in the view that is shown."""
        from briefer.desktop.glance_view import GlanceView

        view = self._parts.views.shown
        return view.chosen_cards() if isinstance(view, GlanceView) else ()

    def is_picked(self, pick: Pick) -> bool:
        """Tell whether a pick is on the list."""
        from briefer.desk.picks import index_of

        return index_of(pick, self._keeping.picks) is not None

    def unpick(self, index: int) -> None:
        """Take a pick off the list."""
        from briefer.desk.changes import RemovePick

        self._keeping.ask(RemovePick(self._keeping.path, self._keeping.picks[index]))

    def move(self, index: int, to: int) -> None:
        """Move a pick to another place on the list."""
        from briefer.desk.changes import MovePick

        self._keeping.ask(MovePick(self._keeping.path, self._keeping.picks[index], to))

    def put(self, picks: tuple[Pick, ...], whence: str) -> None:
        """Make the list these; "Undo" brings back what was there."""
        from briefer.desk.changes import PutPicks

        before = self._keeping.picks
        self._keeping.ask(PutPicks(self._keeping.path, picks))
        count = ntr("{n} pick", "{n} picks", len(picks))
        back = tr("; Ctrl+Z brings back those before") if before and before != picks else ""
        self.said.emit(f"{count} {whence}{back}")

    def put_cards(self, cards: tuple[str, ...], whence: str) -> None:
        """Make the list these cards."""
        from briefer.desk.model import PickedCard

        briefing = self._browsing.briefing
        if briefing is not None:
            found = (briefing.names.by_id[card] for card in cards if card in briefing.names.by_id)
            self.put(tuple(PickedCard(card.id, card.title) for card in found), whence)

    def unpick_all(self) -> None:
        """Empty the list."""
        from briefer.desk.changes import PutPicks

        self._keeping.ask(PutPicks(self._keeping.path, ()))

    def save_list(self, name: str) -> None:
        """Save the list under a name, in place of one that has it."""
        from briefer.desk.changes import PutList

        self._keeping.ask(PutList(self._keeping.path, name, self._keeping.picks))
        self.said.emit(tr("The picked cards are saved as “{name}”", name=name))

    def fetch_list(self, name: str) -> None:
        """Make the list what was saved under a name."""
        for saved in self._keeping.lists:
            if saved.name == name:
                self.put(saved.picks, tr("from “{name}”", name=name))

    def delete_list(self, name: str) -> None:
        """Take a saved list away; "Undo" brings it back."""
        from briefer.desk.changes import PutList

        self._keeping.ask(PutList(self._keeping.path, name, None))
        self.said.emit(tr("The list “{name}” is deleted; Ctrl+Z brings it back", name=name))

    def _pick_card(self, card: Card) -> None:
        from briefer.desk.changes import AddPick, RemovePick
        from briefer.desk.model import PickedCard

        path = self._keeping.path
        settled = next((s for s in self._keeping.settled() if s.card == card.id), None)
        if settled is not None:
            self._keeping.ask(RemovePick(path, settled.pick))
        else:
            self._keeping.ask(AddPick(path, PickedCard(card.id, card.title)))

    def _pick_several(self, cards: tuple[str, ...]) -> None:
        """Pick those that are not picked yet; when all are, unpick them."""
        briefing = self._browsing.briefing
        if briefing is None:
            return
        from briefer.desk.changes import AddPick, RemovePick, Together
        from briefer.desk.model import PickedCard

        path, by_id = self._keeping.path, briefing.names.by_id
        picked = {found.card: found.pick for found in self._keeping.settled()}
        wanted = [PickedCard(card, by_id[card].title) for card in cards if card not in picked]
        if wanted:
            count = ntr("{n} card", "{n} cards", len(wanted))
            adding = tuple(AddPick(path, card) for card in wanted)
            self._keeping.ask(Together(tr("pick of {count}", count=count), adding))
            self.said.emit(tr("{count} picked", count=count))
        else:
            count = ntr("{n} card", "{n} cards", len(cards))
            removing = tuple(RemovePick(path, picked[card]) for card in cards)
            self._keeping.ask(Together(tr("unpick of {count}", count=count), removing))
            self.said.emit(tr("{count} unpicked", count=count))

    def _pick_passage(self, passage: PickedPassage | None) -> None:
        if passage is None:
            self.said.emit(tr("Select words of the text, or walk to a passage with N"))
            return
        from briefer.desk.changes import AddPick, RemovePick

        wish = RemovePick if self.is_picked(passage) else AddPick
        self._keeping.ask(wish(self._keeping.path, passage))
        self.said.emit(tr("Passage unpicked") if wish is RemovePick else tr("Passage picked"))
