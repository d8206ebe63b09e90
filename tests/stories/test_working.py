"""Stories of work: finding a card, printing it, editing the briefing while it is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.window

PAGE = "The text"
FOUND = "#0b6a8f"  # light.toml's found


def test_a_slash_opens_the_search_and_enter_goes_to_the_hit(start: Callable[..., Any]) -> None:
    # given the overview
    program = start()
    program.wait_title("The network in one minute")
    # when a reader types / and a few letters
    program.press("slash")
    program.until(lambda: program.see("Search").focused, "the search box with the keyboard")
    program.type("hotlines")
    # then cards are offered as they type, and Enter opens the first
    program.until(lambda: hits(program, "Crisis hotlines"), "the card among the hits")
    program.press("Return")
    program.wait_title("Crisis hotlines")
    # and what has meaning to other search programs is searched like anything else
    program.press("ctrl+k", "ctrl+a")
    program.type('US-Russia ( " - mil-to-mil')
    program.press("Escape")
    program.wait_title("Crisis hotlines")


def test_what_a_search_found_is_marked_and_gone_through(start: Callable[..., Any]) -> None:
    # given a hit that was opened with Enter
    program = start()
    program.wait_title("The network in one minute")
    program.press("ctrl+k")
    program.type("sparingly")
    program.until(lambda: hits(program, "Armed-forces line"), "the card among the hits")
    program.press("Return")
    program.wait_title("Armed-forces line")
    # when the reader goes to the text and presses F3
    program.press("F6", "F3")
    # then the word is in view there, in a colour of its own
    program.until(lambda: FOUND in program.colours_at("sparingly", PAGE), "the marked word")
    # when words are looked for with Ctrl+F, accents and all
    program.press("ctrl+f")
    program.type("sulliván")
    program.see("Find in this text")
    # then the bar counts them, and Escape takes bar and marks away
    program.until(lambda: FOUND in program.colours_at("Sullivan", PAGE), "the word that was typed")
    program.press("Escape")
    program.until(lambda: FOUND not in program.colours_at("Sullivan", PAGE), "no mark")


def test_the_briefing_is_saved_as_a_pdf(start: Callable[..., Any], tmp_path: Path) -> None:
    # given a card that somebody wants on paper
    program = start()
    program.wait_title("The network in one minute")
    # when Ctrl+P is pressed and the PDF saved under a name
    program.press("ctrl+p")
    program.until(lambda: "Print" in program.title(), "the print dialog")
    file = tmp_path / "briefing.pdf"
    program.click(program.until(lambda: save_button(program), "pages that can be saved"))
    program.until(lambda: "Print" not in program.title(), "the file dialog")
    program.press("ctrl+a")
    program.type(str(file))
    program.press("Tab")  # closes the list of names that it may offer
    program.click(program.see("Save", role="Button"))
    # then the file is there, whole
    program.until(
        lambda: file.exists() and file.read_bytes().rstrip().endswith(b"%%EOF"), "the PDF"
    )
    assert file.read_bytes().startswith(b"%PDF-")
    assert [name.name for name in tmp_path.glob("*.pdf*")] == ["briefing.pdf"]


def test_an_edit_on_disk_is_read_in_place(start: Callable[..., Any], briefing: Path) -> None:
    # given a briefing that is open on a card
    program = start(briefing)
    program.wait_title("The network in one minute")
    program.click(program.see("Crisis hotlines", role="TreeItem"))
    program.wait_title("Crisis hotlines")
    # when somebody changes the card's title and a quotation in a text editor
    file = briefing / "breakdown" / "2-channels.md"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("## Crisis hotlines", "## Hotlines for crises").replace(
            "regular diplomatic exchanges that aim", "irregular diplomatic exchanges that aim", 1
        ),
        "utf-8",
    )
    # then the same card is shown with its new title, and the altered quotation is a problem
    program.wait_title("Hotlines for crises")
    program.see("Hotlines for crises", role="TreeItem")
    program.until(lambda: any("1 to fix" in t.name for t in program.things()), "one to fix")
    # when the edit is taken back
    file.write_text(text, "utf-8")
    # then nothing is left to fix, and the way back still leads to the overview
    program.wait_title("Crisis hotlines")
    program.see("✓ No problems", role="Button")
    program.press("alt+Left")
    program.wait_title("The network in one minute")


def test_a_passage_is_copied_as_a_quotation(start: Callable[..., Any], briefing: Path) -> None:
    # given a text in which a reader walks to a passage with the keyboard
    program = start(briefing)
    program.wait_title("The network in one minute")
    program.click_words("The conversations are", PAGE)
    program.see("Cards that cite this passage")
    program.press("Escape")
    program.until(lambda: program.see(PAGE).focused, "the keyboard back in the text")
    program.press("p")
    # when it is copied as a quotation
    program.press("ctrl+shift+q")
    program.until(
        lambda: any("Copied as a quotation" in t.name for t in program.things()), "a word of it"
    )
    # then what is on the clipboard is ready to be pasted, with where it stands
    program.press("ctrl+k", "ctrl+v")
    pasted = program.until(lambda: "[@article, ¶1]" in program.see("Search").text, "the citation")
    assert pasted


def save_button(program: Any) -> Any:
    """Return the button that saves, once there are pages."""
    buttons = (t for t in program.things() if t.role == "Button" and t.enabled)
    return next((t for t in buttons if t.name.startswith("Save")), None)


def hits(program: Any, title: str) -> list[Any]:
    """Return the items of the search's list that begin with a title."""
    items = (t for t in program.things() if t.role == "ListItem")
    return [item for item in items if item.name.startswith(title)]
