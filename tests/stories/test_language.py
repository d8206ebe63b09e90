"""A story of a reader who has the window speak German."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from docs import catalogues

pytestmark = pytest.mark.window


def test_a_language_that_is_chosen_is_spoken_from_the_next_start_on(
    start: Callable[..., Any],
) -> None:
    # given a window that speaks English, as the system does
    program = start("built-in")
    program.wait_title("The network in one minute")
    program.see("Search")
    # when German is chosen in the settings
    program.press("ctrl+comma")
    program.wait_title("Settings")
    program.press("alt+l")
    program.type("De")
    program.press("Escape")
    program.wait_title("The network in one minute")
    program.press("ctrl+q")
    program.wait_end()
    # then the window speaks German at its next start
    program = start("built-in")
    program.wait_title("The network in one minute")
    program.see("Suchen")
    program.see("Datei", "MenuItem")
    program.read("67 wortgetreu, 17 gekürzt")
    # and so do its dialogs, Qt's own buttons, the search and the views
    program.press("ctrl+comma")
    program.see("Schließen", "Button")
    assert english(program) == []
    program.press("Escape", "ctrl+k")
    program.until(lambda: program.see("Suchen").focused, "the box with the keyboard")
    program.type("is:single -reuters")
    program.until(lambda: has(program, "Auf eine Quelle gestützt, ohne „reuters"), "its reading")
    assert english(program) == []
    program.press("Escape", "Escape")
    for key, said in (("1", "Tafel"), ("3", "Beziehungen"), ("4", "Matrix"), ("5", "Belege")):
        program.press(f"ctrl+shift+{key}")
        program.until(lambda said=said: has(program, said), f"the view {said}")
        assert english(program) == []
    program.press("ctrl+p")
    program.until(lambda: has(program, "Seite 1 von"), "the pages")
    assert english(program) == []
    program.press("Escape")


def has(program: Any, words: str) -> bool:
    return any(words in thing.name or words in thing.text for thing in program.things())


def english(program: Any) -> list[str]:
    """Return what is seen in English though the catalogue has German for it."""
    known = {
        message.id.replace("&", ""): message.string.replace("&", "")
        for message in catalogues.read("de")
        if isinstance(message.id, str) and len(message.id) > 3 and "{" not in message.id
    }
    foreign = {words for words, german in known.items() if words != german}
    foreign -= {"Overview", "Fields", "Sources"}  # names of kinds and fields too
    names = {thing.name.replace("&", "") for thing in program.things()}
    return sorted(names & foreign)
