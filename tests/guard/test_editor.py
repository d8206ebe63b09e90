"""The reader's text editor, at the right line, and never through a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.guard.editor import editor_command

FILE = Path("/b/a; rm -rf $HOME.md")


def only(*names: str):
    return lambda name: f"/bin/{Path(name).name}" if Path(name).name in names else None


@pytest.mark.parametrize(
    ("editor", "arguments"),
    [
        ("code", ("--goto", f"{FILE}:7")),
        ("kate", ("--line", "7", str(FILE))),
        ("gedit", ("+7", str(FILE))),
        ("subl", (f"{FILE}:7",)),
        ("gvim", ("+7", str(FILE))),
        ("emacs", ("+7", str(FILE))),
        ("mousepad", ("--line=7", str(FILE))),
        ("notepad++", ("-n7", str(FILE))),
    ],
)
def test_a_known_editor_opens_at_the_line(editor, arguments) -> None:
    assert editor_command(FILE, 7, {}, only(editor)) == (f"/bin/{editor}", *arguments)


def test_visual_goes_before_editor_and_both_before_what_is_there() -> None:
    there = only("code", "kate", "gedit")
    environment = {"VISUAL": "kate", "EDITOR": "gedit"}
    assert editor_command(FILE, 7, environment, there)[0] == "/bin/kate"
    assert editor_command(FILE, 7, {"EDITOR": "gedit"}, there)[0] == "/bin/gedit"


def test_options_of_the_wish_stay_but_we_do_not_wait() -> None:
    command = editor_command(FILE, 7, {"VISUAL": "code --new-window --wait"}, only("code"))
    assert command == ("/bin/code", "--new-window", "--goto", f"{FILE}:7")


def test_a_terminal_editor_gets_a_terminal() -> None:
    command = editor_command(FILE, 7, {"EDITOR": "vim"}, only("vim", "konsole"))
    assert command == ("/bin/konsole", "-e", "/bin/vim", "+7", str(FILE))


def test_a_terminal_editor_without_a_terminal_gives_way() -> None:
    assert editor_command(FILE, 7, {"EDITOR": "vim"}, only("vim", "kate"))[0] == "/bin/kate"


def test_an_unknown_editor_opens_the_file() -> None:
    command = editor_command(FILE, 7, {"EDITOR": "acme -x"}, only("acme"))
    assert command == ("/bin/acme", "-x", str(FILE))


@pytest.mark.parametrize("wish", ["", "not-there", "'never closed", "  "])
def test_a_wish_that_cannot_be_met_is_passed_over(wish) -> None:
    assert editor_command(FILE, 7, {"VISUAL": wish}, only()) == ()


def test_line_0_is_the_first() -> None:
    assert "+1" in editor_command(FILE, 0, {}, only("gedit"))
