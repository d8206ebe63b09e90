"""What is open and where the reader is -> what panes, titles and status line show."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefer.briefing.model import Briefing
from briefer.desktop.action_set import ActionSet
from briefer.desktop.actions import action_row
from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.opening_card import numbered_kinds
from briefer.desktop.parts import Parts
from briefer.desktop.verdicts import problems_verdict, quotations_verdict

_NEED_A_BRIEFING = (
    *(
        "present",
        "present_card",
        "print_sheets",
        "save_sheets",
        "edit_card",
        "copy_quotation",
        "reload",
    ),
    *("compare_version", "show_picked"),
    *("search", "find", "find_next", "find_previous", "show_overview", "next_card"),
    *("previous_card", "go_to_paragraph", "next_problem", "previous_problem"),
    *(
        "next_unused_sentence",
        "show_sentences",
        "show_board",
        "show_card",
        "show_relations",
        "show_matrix",
        "show_evidence",
    ),
)
_OF_THE_DESK = ("pick_card", "my_note", "undo", "redo")
_NUMBERED = ("show_kind_1", "show_kind_2", "show_kind_3", "show_kind_4")


class Showing(QObject):
    """Follows the browsing; the parts learn of it through nobody else."""

    def __init__(self, browsing: Browsing, parts: Parts, actions: ActionSet) -> None:
        super().__init__(browsing)
        self._browsing, self._parts, self._actions = browsing, parts, actions
        browsing.briefing_opened.connect(self._show_another)
        browsing.briefing_replaced.connect(self._show_briefing)
        browsing.report_changed.connect(self._show_report)
        browsing.card_changed.connect(self._show_card)
        browsing.kind_changed.connect(self._show_kind)
        browsing.passage_changed.connect(self._show_passage)
        browsing.places_left.connect(self._restore_places)
        browsing.history_changed.connect(self._show_history)
        self._show_history(back=False, forward=False)

    def _show_another(self) -> None:
        self._parts.window.notice.hide()
        self._parts.search_box.forget()
        self._show_briefing()

    def _show_briefing(self) -> None:
        briefing = self._browsing.briefing
        if briefing is None:
            return
        parts = self._parts
        self._offer(True)
        parts.window.show_panes()
        parts.window.show_marking(briefing.marking)
        parts.window.bar.show_title(briefing.title)
        parts.navigator.show_briefing(briefing)
        parts.text.show_briefing(briefing, self._browsing.report)
        parts.search_box.set_briefing(briefing)
        self._name_kinds(briefing)
        self._show_verdicts()

    def show_nothing(self) -> None:
        """Offer nothing that needs a briefing: none could be opened."""
        self._offer(False)
        others = ("go_back", "go_forward", "go_to_left", *_OF_THE_DESK, *_NUMBERED)
        self._actions.enable(False, *others)

    def _offer(self, there: bool) -> None:
        self._parts.search_box.setEnabled(there)
        self._actions.enable(there, *_NEED_A_BRIEFING)

    def _show_report(self) -> None:
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None:
            return
        place = self._parts.card.scroll_place()
        self._parts.text.show_briefing(briefing, report)
        if kind_id := self._browsing.kind_id:
            self._parts.card.show_kind(briefing, report, kind_id)
        else:
            self._parts.card.show_card(briefing, report, self._browsing.card_id)
        self._parts.card.restore_place(place)
        self._show_verdicts()

    def _show_card(self, card_id: str) -> None:
        briefing = self._browsing.briefing
        if briefing is None or not card_id:
            return
        parts = self._parts
        parts.window.show_panes()
        parts.card.show_card(briefing, self._browsing.report, card_id)
        if self._browsing.at_top:
            parts.card.paint_now()  # the eye waits for the card, not for what goes with it
        parts.navigator.select_card(card_id)
        parts.text.mark_card(card_id)
        parts.window.status.show_card(self._browsing.card_number, len(briefing.cards))
        parts.window.show_title(briefing.card(card_id).title, briefing.title)

    def _show_kind(self, kind_id: str) -> None:
        briefing = self._browsing.briefing
        if briefing is None:
            return
        parts = self._parts
        parts.window.show_panes()
        parts.card.show_kind(briefing, self._browsing.report, kind_id)
        if self._browsing.at_top:
            parts.card.paint_now()
        parts.navigator.select_kind(kind_id)
        parts.text.mark_card("")
        parts.window.status.show_card(0, len(briefing.cards))
        parts.window.show_title(briefing.kind(kind_id).heading, briefing.title)

    def _show_passage(self, passage: PassageDestination) -> None:
        self._parts.text.show()
        self._parts.text.show_passage(passage.document, passage.span)

    def _restore_places(self, card_place: float, text_place: float) -> None:
        self._parts.card.restore_place(card_place)
        self._parts.text.restore_place(text_place)

    def _show_history(self, back: bool, forward: bool) -> None:
        self._actions.enable(back, "go_back")
        self._actions.enable(forward, "go_forward")

    def _show_verdicts(self) -> None:
        briefing, report = self._browsing.briefing, self._browsing.report
        if briefing is None:
            return
        problems = briefing.problems if report is None else report.problems
        self._parts.problems.show_problems(problems)
        self._parts.window.status.show_verdicts(
            quotations_verdict(report), problems_verdict(problems, checked=report is not None)
        )

    def _name_kinds(self, briefing: Briefing) -> None:
        kinds = numbered_kinds(briefing)
        for index, action_id in enumerate(_NUMBERED):
            action = self._actions[action_id]
            there = index < len(kinds)
            heading = briefing.kind(kinds[index]).heading if there else ""
            action.setText(heading.replace("&", "&&") or action_row(action_id).text)
            action.setEnabled(there)
