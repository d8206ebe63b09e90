"""A real window that is killed while somebody types: what it called saved is there again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmarks.screen import virtual_screen
from tests.faults.rounds import rounds
from tests.stories.conftest import Program, Screen

pytestmark = pytest.mark.window


@contextmanager
def killed_at_the_end(screen: Screen, folder: Path) -> Iterator[Any]:
    program = Program(screen, folder, ())
    try:
        yield program
    finally:
        program.kill()


def test_what_the_window_calls_saved_is_there_after_it_was_killed(tmp_path) -> None:
    with virtual_screen("1280x800") as environment:
        screen = Screen(environment)
        saved = ""
        for number in range(rounds(2, 20)):
            with killed_at_the_end(screen, tmp_path) as program:
                program.see("Picked cards")
                program.press("ctrl+shift+n")
                program.until(lambda: program.see("My note").focused, "the keyboard in it")
                program.read(saved, "My note")
                program.press("ctrl+End")
                words = f"r{number} "
                program.type(words)
                saved += words
                program.see("Saved")
                program.read(saved, "My note")
                program.type("never finis")
