"""Stories of presenting: a laptop and a projector, keys, clickers, and what happens to screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.stories.conftest import Monitor, Program, Screen

pytestmark = pytest.mark.window

LAPTOP = Monitor("laptop", 0, 1280, 800)
PROJECTOR = Monitor("projector", 1280, 1920, 1080)
ON_BOTH = pytest.mark.parametrize("monitors", [(LAPTOP, PROJECTOR)], ids=["two screens"])
ON_ONE = pytest.mark.parametrize("monitors", [(LAPTOP,)], ids=["one screen"])
FIRST = "The network in one minute"
CONSOLE, ROOM = "— console", "— the room"  # in the windows' titles
KEY_B, KEY_S = "56", "39"  # where these letters are on every keyboard


def two(width: int, height: int) -> Any:
    """Return a laptop and a projector of one size."""
    pair = Monitor("laptop", 0, width, height), Monitor("projector", width, width, height)
    return pytest.param(pair, id=f"{width}x{height}")


def in_room(program: Program, words: str, monitor: Monitor) -> Any:
    """Wait until the room's window fills a monitor and shows this."""
    place = (monitor.left, 0, monitor.width, monitor.height)

    def look() -> Any:
        seen = (t for t in program.things() if t.name == f"The room {words}")
        return next((thing for thing in seen if thing.rect == place), None)

    return program.until(look, f"{words!r} on the {monitor.name}")


def on_console(program: Program, words: str) -> Any:
    """Wait until the console says these words."""
    return program.until(
        lambda: next((t for t in program.things() if words in (t.name, t.text)), None),
        f"the console's words {words!r}",
    )


def begin(start: Callable[..., Any], *arguments: object) -> Program:
    """Start the program, and the talk with F5 and Enter."""
    program: Program = start(*arguments)
    program.wait_title(FIRST)
    program.press("F5")
    program.see("What to present")
    program.wait_title("Present")
    program.press("Return")
    has_keyboard(program)
    return program


def has_keyboard(program: Program, *windows: str) -> None:
    """Wait until a window of the talk has the keyboard: any, or one of these."""
    names = windows or (CONSOLE, ROOM)
    program.until(lambda: any(name in program.title() for name in names), f"the keys in {names}")


@pytest.mark.parametrize("monitors", [two(1280, 720), two(1920, 1080), two(3840, 2160)])
def test_a_talk_from_its_first_card_to_the_second_esc(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, Monitor]
) -> None:
    laptop, projector = monitors
    size = f"{laptop.width}x{laptop.height}"
    # given a talk on a laptop and a projector of this size
    program = begin(start)
    in_room(program, f"sees {FIRST}", projector)
    # when the presenter goes on with a clicker
    program.press("5", "Return")
    in_room(program, "sees Manage emergencies", projector)
    # then the room sees the card, and the console what comes next
    on_console(program, "Next: Armed-forces line")
    screen.keep(f"talk-{size}-slide", projector)
    screen.keep(f"talk-{size}-console", laptop)
    # when S is pressed, the room sees the passage, marked
    program.press("s")
    in_room(program, "sees passage 1 behind Manage emergencies", projector)
    on_console(program, "SOURCE")
    assert (255, 224, 138) in colours(screen, projector)  # light.toml's mark
    screen.keep(f"talk-{size}-source", projector)
    # when the clicker's black key is pressed, the room is black and nothing else
    program.press("period")
    in_room(program, "is black", projector)
    on_console(program, "BLACK")
    program.until(lambda: colours(screen, projector) == {(0, 0, 0)}, "a black room")
    screen.keep(f"talk-{size}-black", projector)
    screen.keep(f"talk-{size}-console-black", laptop)
    # when next is pressed, it only returns; the overview is the presenter's alone
    program.press("Next")
    in_room(program, "sees Manage emergencies", projector)
    program.press("o", "Left")
    program.until(lambda: overview_choice(program) == "4 Pentagon outreach", "the card before")
    screen.keep(f"talk-{size}-overview", laptop)
    in_room(program, "sees Manage emergencies", projector)
    program.press("Return")
    in_room(program, "sees Pentagon outreach", projector)
    # when F5 and Esc of a clicker come, F5 does nothing and Esc asks first
    program.press("F5", "Escape")
    on_console(program, "Press Esc again to end")
    program.press("Escape")
    program.wait_title(FIRST)


@ON_BOTH
def test_screens_that_go_and_come_lose_nothing(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, Monitor]
) -> None:
    # given a talk at its third card
    program = begin(start)
    program.press("3", "Return")
    in_room(program, "sees Keep a line open", PROJECTOR)
    # when the projector is pulled
    screen.pull(PROJECTOR)
    # then the console stays on the laptop, with the notes
    program.until(lambda: alone(program), "the console alone")
    on_console(program, "Speaker notes")
    screen.keep("talk-projector-pulled")
    # when it is plugged in again
    screen.plug(PROJECTOR)
    # then the room is where it was, on its card; X swaps, and that is known the next time
    in_room(program, "sees Keep a line open", PROJECTOR)
    has_keyboard(program)
    program.press("x")
    in_room(program, "sees Keep a line open", LAPTOP)
    has_keyboard(program)
    program.press("Escape", "Escape")
    program.wait_title(FIRST)
    program.press("shift+F5")
    has_keyboard(program)
    in_room(program, f"sees {FIRST}", LAPTOP)


@ON_BOTH
def test_the_room_sees_nothing_of_a_private_look(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, Monitor]
) -> None:
    # given a talk at its second card
    program = begin(start)
    program.press("2", "Return")
    in_room(program, "sees Crisis hotlines", PROJECTOR)
    # when the presenter looks for a card and leaves it
    program.press("ctrl+k")
    program.type("jake")
    program.see("What was found")
    program.until(lambda: found(program, "Jake Sullivan"), "the card among what was found")
    in_room(program, "sees Crisis hotlines", PROJECTOR)
    screen.keep("talk-private-look", LAPTOP)
    program.press("Escape")
    in_room(program, "sees Crisis hotlines", PROJECTOR)
    # when it is looked for again and sent, the run waits where it stood
    program.press("ctrl+k")
    program.type("jake")
    program.until(lambda: found(program, "Jake Sullivan"), "the card among what was found")
    program.press("Return")
    in_room(program, "sees Jake Sullivan", PROJECTOR)
    program.press("Prior")
    in_room(program, "sees Crisis hotlines", PROJECTOR)
    # and what is frozen stays while the presenter goes on
    program.press("f", "Next", "Next")
    on_console(program, "FROZEN")
    on_console(program, "WHEN YOU LET GO")
    in_room(program, "sees Crisis hotlines", PROJECTOR)
    screen.keep("talk-frozen", LAPTOP)
    program.press("f", "Escape", "Escape")


@ON_BOTH
def test_letters_are_found_under_a_cyrillic_layout(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, Monitor]
) -> None:
    # given a keyboard that types Cyrillic
    screen.type_in("ru")
    program = begin(start)
    in_room(program, f"sees {FIRST}", PROJECTOR)
    # when the keys labelled B, B and S are pressed
    program.press(KEY_B)
    # then they do what they say
    in_room(program, "is black", PROJECTOR)
    program.press(KEY_B)
    in_room(program, f"sees {FIRST}", PROJECTOR)
    program.press(KEY_S)
    in_room(program, f"sees passage 1 behind {FIRST}", PROJECTOR)
    program.press("Escape", "Escape", "Escape")
    program.wait_title(FIRST)


@ON_ONE
def test_on_one_screen_the_notes_come_only_when_asked_for(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, ...]
) -> None:
    # given a talk on the only screen
    program = begin(start)
    in_room(program, f"sees {FIRST}", LAPTOP)
    # when all cards are shown and left again
    program.press("o")
    program.see("All cards of the run")
    has_keyboard(program, CONSOLE)
    program.press("Escape")
    # then the room's view is back, and no notes were to be seen
    in_room(program, f"sees {FIRST}", LAPTOP)
    assert not [t for t in program.things() if t.name == "Speaker notes"]
    has_keyboard(program, ROOM)
    # when X asks for the console, they are there; X again takes them away
    program.press("x")
    program.see("Speaker notes")
    has_keyboard(program, CONSOLE)
    screen.keep("talk-one-screen-console", LAPTOP)
    program.press("x")
    in_room(program, f"sees {FIRST}", LAPTOP)
    has_keyboard(program, ROOM)
    program.press("Escape", "Escape")
    program.wait_title(FIRST)


@ON_BOTH
def test_what_a_search_finds_is_rehearsed_and_its_screens_are_tested(
    start: Callable[..., Any], screen: Screen, monitors: tuple[Monitor, Monitor]
) -> None:
    # given the choice before a talk
    program = start()
    program.wait_title(FIRST)
    program.press("F5")
    program.see("What to present")
    program.wait_title("Present")
    # when the screens are tested, each has its number and says what it is for
    program.press("alt+t")
    program.see("Screen 1: The console")
    program.see("Screen 2: The room")
    screen.keep("talk-test-pages")
    program.press("space")
    program.until(lambda: not [t for t in program.things() if "Screen 2" in t.name], "no pages")
    # when cards are searched and rehearsed
    program.click(program.see("Search for cards to present"))
    program.type("hotlines")
    program.until(lambda: offered(program).startswith("Search: hotlines"), "the search, offered")
    screen.keep("talk-choice", LAPTOP)
    program.press("alt+r", "Return")
    has_keyboard(program)
    # then both windows are on the laptop
    program.see("The room sees Crisis hotlines")
    program.see("Speaker notes")
    screen.keep("talk-rehearsal", LAPTOP)
    program.press("Escape", "Escape")
    program.wait_title(FIRST)


def colours(screen: Screen, monitor: Monitor) -> set[tuple[int, ...]]:
    """Return the colours of a monitor."""
    picture = screen.picture().convert("RGB").crop(monitor.box)
    return {colour for _, colour in picture.getcolors(picture.width * picture.height) or []}


def overview_choice(program: Program) -> str:
    """Return the card of the run that is chosen in the overview."""
    return next((t.name for t in program.things() if t.selected and t.name[:1].isdigit()), "")


def offered(program: Program) -> str:
    """Return the run that is chosen."""
    return next((t.name for t in program.things() if t.selected and "card" in t.name), "")


def found(program: Program, title: str) -> bool:
    """Tell whether a card is the first of what was found."""
    return any(t.selected and t.name.startswith(title) for t in program.things())


def alone(program: Program) -> bool:
    """Tell whether the room's own window is away while the console is there."""
    names = [t.name for t in program.things()]
    return names.count("The room's view") == 0 and "Speaker notes" in names
