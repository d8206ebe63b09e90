"""Looking for words in one pane."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from briefer.briefing.model import Span
from briefer.desktop.found_words import Found
from briefer.desktop.pane_finding import PaneFinding


class Page:
    """A text whose view begins where the test says."""

    def __init__(self) -> None:
        self.text, self.start = "one line, two lines, one Line", 0
        self.found = Found()
        self.revealed: list[Span] = []

    def searched_text(self) -> str:
        return self.text

    def view_start(self) -> int:
        return self.start

    def show_found(self, found: Found) -> None:
        self.found = found

    def reveal(self, span: Span) -> None:
        self.revealed.append(span)


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def finding(page: Page) -> PaneFinding:
    return PaneFinding(page)


def test_a_search_marks_words_and_moves_nothing(finding: PaneFinding, page: Page) -> None:
    finding.mark_words(("line",))
    assert page.found.spans == (Span(4, 8), Span(25, 29))
    assert not page.revealed
    assert finding.said == "2"


def test_the_first_step_goes_to_the_first_in_view_and_the_next_wraps(
    finding: PaneFinding, page: Page
) -> None:
    page.start = 10
    finding.mark_words(("line",))
    assert not finding.step(1)
    assert (page.revealed[-1], finding.said) == (Span(25, 29), "2 of 2")
    assert finding.step(1)
    assert (page.revealed[-1], finding.said) == (Span(4, 8), "1 of 2")
    assert finding.step(-1)


def test_the_first_step_back_goes_to_the_last_before_the_view(
    finding: PaneFinding, page: Page
) -> None:
    page.start = 10
    finding.mark_words(("line",))
    finding.step(-1)
    assert page.revealed[-1] == Span(4, 8)


def test_a_single_place_wraps_onto_itself(finding: PaneFinding) -> None:
    finding.find("two")
    assert finding.step(1)
    assert finding.said == "1 of 1"


def test_more_letters_find_from_where_typing_began(finding: PaneFinding, page: Page) -> None:
    finding.begin()
    finding.find("line,")
    assert page.revealed[-1] == Span(4, 9)
    finding.find("lines")
    finding.find("line")
    assert page.revealed[-1] == Span(4, 8)


def test_what_is_not_there_is_said(finding: PaneFinding, page: Page) -> None:
    finding.find("hotline")
    assert (finding.said, finding.count, finding.looks) == ("None", 0, True)
    assert not finding.step(1)


def test_another_text_is_looked_through_again(
    finding: PaneFinding, page: Page, qtbot: QtBot
) -> None:
    finding.find("line")
    page.text = "A line."
    with qtbot.waitSignal(finding.changed):
        finding.look_again()
    assert page.found == Found((Span(2, 6),))


def test_no_words_take_the_marks_away(finding: PaneFinding, page: Page) -> None:
    finding.find("line")
    finding.mark_words(())
    assert page.found == Found()
    assert not finding.looks
