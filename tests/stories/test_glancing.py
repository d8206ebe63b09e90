"""Stories of seeing the whole at a glance: the four views beside the card, on small and large."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.screen import virtual_screen
from tests.stories.conftest import PICTURES, Screen

pytestmark = pytest.mark.window

SIZES = ("1280x720", "1920x1080")
THEMES = ("light", "dark")
VIEWS = (
    ("board", "ctrl+shift+1", "Board · 38 cards"),
    ("relations", "ctrl+shift+3", "Selected: Crisis hotlines."),
    ("matrix", "ctrl+shift+4", "Channels by actors"),
    ("evidence", "ctrl+shift+5", "Evidence · Article"),
)


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A screen just as large as the window."""
    with virtual_screen(request.param) as environment:
        yield Screen(environment)


@pytest.fixture
def size(screen: Screen) -> tuple[int, int]:
    """The screen's size."""
    return screen.picture().size


@pytest.fixture
def themed(tmp_path: Path, start: Callable[..., Any]) -> Callable[[str], Any]:
    """Start the program in a theme that was chosen before."""

    def started(theme: str) -> Any:
        settings = tmp_path / "home" / "data" / "briefer" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[window]\ntheme={theme}\n", encoding="utf-8")
        return start()

    return started


def shown(program: Any, words: str) -> bool:
    """Tell whether a thing is there whose name holds these words."""
    return any(words in thing.name for thing in program.things())


def settled(screen: Screen) -> Any:
    """Return what the screen shows once it has stopped changing."""
    end = time.monotonic() + 10
    seen = screen.picture()
    while time.monotonic() < end:
        time.sleep(0.3)
        now = screen.picture()
        if now.tobytes() == seen.tobytes():
            return now
        seen = now
    return seen


@pytest.mark.parametrize("theme", THEMES)
def test_every_view_shows_the_card_that_is_read(
    themed: Callable[[str], Any], screen: Screen, size: tuple[int, int], theme: str
) -> None:
    # given a card that is read, in a window as large as the screen
    program = themed(theme)
    program.wait_title("The network in one minute")
    window = screen.xdotool("getactivewindow")
    screen.xdotool("windowsize", window, *map(str, size))
    screen.xdotool("windowmove", window, "0", "0")
    program.press("ctrl+1", "ctrl+Next")
    program.wait_title("Crisis hotlines")
    # when one view after the other is asked for by its keys
    PICTURES.mkdir(exist_ok=True)
    for view, keys, words in VIEWS:
        program.press(keys)
        # then it says what it shows, and the card stays the one that is read
        program.until(lambda words=words: shown(program, words), f"the words {words!r}")
        assert program.title().startswith("Crisis hotlines")
        settled(screen).save(PICTURES / f"{view}-{size[0]}x{size[1]}-{theme}.png")
    # and the card is back with the text beside it
    program.press("ctrl+shift+2")
    program.see("The text")
    program.wait_title("Crisis hotlines")


def test_a_cell_of_the_matrix_leads_to_its_cards(themed: Callable[[str], Any]) -> None:
    # given the matrix, on the row of a card
    program = themed("light")
    program.wait_title("The network in one minute")
    program.press("ctrl+1", *["ctrl+Next"] * 7)
    program.wait_title("Armed-forces line")
    program.press("ctrl+shift+4")
    program.until(lambda: shown(program, "Channels by actors"), "the matrix")
    # when Enter lists the cards of its cell, and the second is chosen
    program.press("Return")
    program.until(lambda: shown(program, "United States"), "the cards of the cell")
    program.press("Down", "Return")
    # then that card is there to be read
    program.wait_title("United States")
    program.see("The text")
