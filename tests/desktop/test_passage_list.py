"""The cards of a passage in the words that people read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Span, Stance
from briefer.desktop.passage_list import CitingCard, PassageList, citing_cards, hint_of
from briefer.evidence.model import Altered, Difference, DifferenceKind, SentenceUse, Verbatim
from briefer.evidence.passages import Passage, PassageUse

EXACT = Verbatim("d", (Span(0, 5),), (1,))
CHANGED = Altered("d", (Span(0, 5),), (1,), Difference(DifferenceKind.WORDS, ()))
BRIEFING: Any = SimpleNamespace(
    card=lambda card_id: SimpleNamespace(id=card_id, title=card_id.title(), kind="channels"),
    kind=lambda _: SimpleNamespace(singular="Channel"),
)


def passage(*uses: tuple[str, Stance, object]) -> Passage:
    made: list[Any] = [
        PassageUse(SimpleNamespace(card=card, outcome=outcome), stance)  # type: ignore[arg-type]
        for card, stance, outcome in uses
    ]
    return Passage(Span(0, 5), tuple(made))


def test_a_card_that_cites_twice_stands_once_with_both_stances() -> None:
    passages = (
        passage(("line", Stance.SUPPORTS, EXACT)),
        passage(("line", Stance.DISPUTES, EXACT), ("talks", Stance.CONTEXT, EXACT)),
    )
    assert [card.words for card in citing_cards(BRIEFING, passages)] == [
        "Line · Channel · supports, contradicts",
        "Talks · Channel · context",
    ]


def test_a_quotation_that_differs_says_so() -> None:
    (card,) = citing_cards(BRIEFING, (passage(("line", Stance.SUPPORTS, CHANGED)),))
    assert card.stances == ("supports, wording differs",)


def test_a_long_list_of_cards_is_cut_in_the_hint() -> None:
    cards = tuple(CitingCard(str(n), f"Card {n}", "Channel", ("supports",)) for n in range(20))
    lines = hint_of(cards, ()).split("\n")
    assert len(lines) == 13
    assert lines[-1] == "and 8 more"


def test_the_hint_gives_the_reason_of_what_was_left_out() -> None:
    sentence = SentenceUse("d", Span(0, 5), 1, (), "Not our matter.")
    assert hint_of((), (sentence,)) == "Left out on purpose: Not our matter."


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_titles_are_shown_as_they_stand(qtbot: QtBot) -> None:
    menu = PassageList()
    qtbot.addWidget(menu)
    menu.show_cards((CitingCard("x", "AT&T <b>", "Actor", ("supports",)),), QPoint(0, 0))
    assert menu.actions()[0].text() == "AT&&T <b>\tActor · supports"
    assert menu.activeAction() is menu.actions()[0]
    menu.close()
