"""Stories of reading: from the overview to a card, to its passage and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.window

PAGE = "The text"
MARK = "#ffe08a"  # light.toml's mark


def test_the_built_in_briefing_opens_on_its_overview(start: Callable[..., Any]) -> None:
    # given a machine on which nobody used Briefer before
    # when it is started without a word
    program = start()
    # then the overview is there, with what the briefing holds and that all of it was checked
    program.wait_title("The network in one minute")
    program.see("✓ No problems", role="Button")
    assert program.read("The network in one minute").text.count("Present")
    assert program.read("0 to fix")
    assert program.read("Over the years, Russia and the United States", PAGE)
    assert program.see("The network in one minute", role="TreeItem").selected


def test_a_card_is_chosen_and_left_again(start: Callable[..., Any]) -> None:
    # given the overview
    program = start()
    program.wait_title("The network in one minute")
    # when a card is clicked in the navigator
    program.click(program.see("Crisis hotlines", role="TreeItem"))
    # then it is shown, and Alt+Left and Alt+Right lead away and back
    program.wait_title("Crisis hotlines")
    program.read("Crisis hotlines")
    program.press("alt+Left")
    program.wait_title("The network in one minute")
    program.press("alt+Right")
    program.wait_title("Crisis hotlines")
    # and Ctrl+PageDown goes to the card after it
    program.press("ctrl+Next")
    program.wait_title("Regular diplomatic exchanges")


def test_a_quotation_leads_to_its_passage_and_a_passage_to_its_cards(
    start: Callable[..., Any],
) -> None:
    # given a card far from the beginning of the text
    program = start()
    program.wait_title("The network in one minute")
    program.click(program.see("Armed-forces line", role="TreeItem"))
    program.wait_title("Armed-forces line")
    # when its first quotation is followed into the document
    program.click_words("Show in text")
    # then the passage stands there in the colour of the current card
    words = "a communication line established between their armed forces"
    program.until(lambda: MARK in program.colours_at(words, PAGE), "the marked passage")
    # when that passage is clicked
    program.click_words(words, PAGE)
    # then its cards are offered, and the keyboard chooses one
    program.until(lambda: len(offered(program)) > 1, "the cards of the passage")
    assert any(words.startswith("Reuters") for words in offered(program))
    program.press("Escape")
    # and the keyboard walks on to the next passage and chooses
    program.press("n", "Return")
    chosen = program.until(lambda: offered(program)[1:], "the cards of the next passage")[0]
    program.press("Down", "Return")
    program.wait_title(chosen.split("\t")[0])


def offered(program: Any) -> list[str]:
    """Return the cards that a menu offers."""
    return [t.name for t in program.things() if t.role == "MenuItem" and "·" in t.name]
