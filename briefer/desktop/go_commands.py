"""What the Go menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.briefing.model import Problem
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.panes import Panes, focus_in
from briefer.desktop.search_box import SearchBox

if TYPE_CHECKING:
    from briefer.desk.model import Place


class GoCommands(QObject):
    """Leads to cards, passages, problems and panes."""

    unused_wanted = Signal()
    fault_wanted = Signal(object)  # Place, on the card that is shown now
    passage_wanted = Signal(str, object)  # document id, Span: to be shown, not gone to
    find_wanted = Signal()
    find_step_wanted = Signal(int)  # 1 on, -1 back
    find_end_wanted = Signal()

    def __init__(
        self, window: QWidget, browsing: Browsing, panes: Panes, search_box: SearchBox
    ) -> None:
        super().__init__(window)
        self._window, self._browsing = window, browsing
        self._panes, self._search_box = panes, search_box
        self.left: Place | None = None  # where the reader was the last time

    def search(self) -> None:
        """Put the keyboard into the search box."""
        self._search_box.focus_box()

    def find(self) -> None:
        """Ask what to find in the pane that has the keyboard."""
        self.find_wanted.emit()

    def find_next(self) -> None:
        """Ask for the next of the words that were found."""
        self.find_step_wanted.emit(1)

    def find_previous(self) -> None:
        """Ask for the one before of the words that were found."""
        self.find_step_wanted.emit(-1)

    def clear_found(self) -> None:
        """Ask for the marks of found words to be taken away."""
        self.find_end_wanted.emit()

    def go_back(self) -> None:
        """Go back in the history."""
        self._browsing.back()

    def go_forward(self) -> None:
        """Go forward in the history."""
        self._browsing.forward()

    def show_overview(self) -> None:
        """Go to the card that the briefing opens on."""
        self._browsing.show_overview()

    def show_whole_text(self) -> None:
        """Show the card's text as it was typed, all of it."""
        card = self._browsing.shown_card()
        if card is not None:
            from briefer.desktop.whole_text import WholeText

            WholeText(card, self._window).open()

    def go_to_left(self) -> None:
        """Go to where the reader was when the briefing was open before."""
        if self.left is not None:
            self._browsing.return_to(self.left.card, self.left.card_place, self.left.text_place)

    def next_card(self) -> None:
        """Go to the next card."""
        self._browsing.step(1)

    def previous_card(self) -> None:
        """Go to the card before."""
        self._browsing.step(-1)

    def show_kind(self, index: int) -> None:
        """Go to the first card of a kind."""
        self._browsing.show_kind(index)

    def go_to_paragraph(self) -> None:
        """Ask for a paragraph and go there."""
        from briefer.desktop.paragraph_dialog import ParagraphDialog

        briefing = self._browsing.briefing
        if briefing is None or not briefing.documents:
            return
        dialog = ParagraphDialog(briefing.documents, self._window)
        found = dialog.paragraph() if dialog.exec() else None
        if found is None:
            return
        document_id, number = found
        document = briefing.document(document_id)
        if document is not None:
            self._panes.text.show()
            span = document.paragraphs[number - 1].span
            self._browsing.go(PassageDestination(document_id, span))

    def next_problem(self) -> None:
        """Go to the next problem."""
        self._panes.problems.show()
        self._panes.problems.step(1)

    def previous_problem(self) -> None:
        """Go to the problem before."""
        self._panes.problems.show()
        self._panes.problems.step(-1)

    def next_unused_sentence(self) -> None:
        """Show the text and ask for its next sentence that no card uses."""
        self._panes.text.show()
        self.unused_wanted.emit()

    def show_problem(self, problem: Problem) -> None:
        """Go to the card that a problem is in, to the words it speaks of, and to their passage."""
        from briefer.desktop.fault_places import passage_at
        from briefer.desktop.problem_places import card_at

        briefing, report = self._browsing.briefing, self._browsing.report
        card = card_at(briefing, problem.place) if briefing else None
        if card is None:
            return
        self._browsing.go_to_card(card.id)
        self.fault_wanted.emit(problem.place)
        if report is not None and (found := passage_at(report, card, problem.place)):
            self.passage_wanted.emit(*found)

    def next_pane(self) -> None:
        """Move the keyboard to the next pane."""
        self._panes.focus_next(1)

    def previous_pane(self) -> None:
        """Move the keyboard to the pane before."""
        self._panes.focus_next(-1)

    def read_on(self) -> None:
        """Begin to read: the card after the overview, with the keyboard in it."""
        self._browsing.step(1)
        focus_in(self._panes.card)
