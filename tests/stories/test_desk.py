"""Stories of the reader's desk: what is kept, what is new, and a stick that is pulled out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.window


def test_a_note_a_pick_and_the_place_are_there_at_the_next_start(start: Callable[..., Any]) -> None:
    # given a reader who picks a card, notes something on it and leaves
    program = start()
    program.wait_title("The network in one minute")
    program.press("ctrl+1", "ctrl+Next")
    program.wait_title("Crisis hotlines")
    program.press("ctrl+d")
    program.until(lambda: has(program, "Crisis hotlines, picked"), "the pick")
    program.press("ctrl+shift+n")
    program.until(lambda: program.see("My note").focused, "the note with the keyboard")
    program.type("Ask them about 1963.")
    program.see("Saved")
    leave(program)
    # when the program is started again, with nothing said about what to open
    program = start()
    # then it opens where the reader was, and the way back is there too
    program.wait_title("Crisis hotlines")
    program.until(lambda: has(program, "Crisis hotlines, picked, with a note"), "the marks")
    program.press("ctrl+shift+n")
    program.read("Ask them about 1963.", "My note")
    program.press("Escape", "alt+Left")
    program.wait_title("Formal talks")
    # and Ctrl+Z takes nothing back that another day did
    program.press("ctrl+shift+d")
    program.until(lambda: has(program, "Crisis hotlines, Channel"), "the list of picked cards")


def test_what_changed_since_it_was_read_is_told_and_shown(
    start: Callable[..., Any], briefing: Path
) -> None:
    # given a briefing that was read to its end
    program = start(briefing)
    program.wait_title("The network in one minute")
    assert not has(program, ", unread")  # nothing is marked in a first visit
    mark_all_read(program)
    leave(program)
    # when its author changes a word of a card
    before = "Formal talks are the first of three parts"
    texts = {file: file.read_text(encoding="utf-8") for file in briefing.rglob("*.md")}
    file, text = next(pair for pair in texts.items() if before in pair[1])
    file.write_text(text.replace(before, before.replace("three", "four")), encoding="utf-8")
    program = start(briefing)
    # then the card is marked, and Ctrl+U shows the old word struck and the new one
    program.until(lambda: has(program, "Formal talks, changed"), "the changed card")
    program.press("ctrl+u")
    program.read("three four parts", "What the card says")
    program.press("Escape")
    # when all is marked as read, the mark goes; Ctrl+Z brings it back
    mark_all_read(program)
    program.until(lambda: not has(program, "Formal talks, changed"), "no mark")
    program.press("ctrl+z")
    program.until(lambda: has(program, "Formal talks, changed"), "the mark again")


def test_a_stick_that_is_pulled_out_stops_nobody_from_reading(
    start: Callable[..., Any], briefing: Path
) -> None:
    # given a briefing on a stick
    program = start(briefing)
    program.wait_title("The network in one minute")
    # when the stick is pulled out
    away = briefing.rename(briefing.with_name("pulled out"))
    # then a banner says so, and cards and text are read on
    program.until(lambda: has(program, "read on from memory"), "the banner")
    program.press("ctrl+1", "ctrl+Next")
    program.wait_title("Crisis hotlines")
    program.press("ctrl+d")
    program.until(lambda: has(program, "Crisis hotlines, picked"), "the pick")
    # when it is back, the banner goes and the reader stays where he is
    away.rename(briefing)
    program.until(lambda: not has(program, "read on from memory"), "no banner")
    program.wait_title("Crisis hotlines")


def mark_all_read(program: Any) -> None:
    program.press_until("ctrl+u", lambda: has(program, "Cards to read"), "the list of what is new")
    program.until(lambda: program.see("Cards to read").focused, "the keyboard in the list")
    program.press("alt+a")
    program.see("You have read every card as it stands.")
    program.press("Escape")
    program.until(lambda: not program.title().startswith("What is new"), "the list closed")


def has(program: Any, words: str) -> bool:
    return any(words in thing.name for thing in program.things())


def leave(program: Any) -> None:
    program.press("ctrl+q")
    program.wait_end()
