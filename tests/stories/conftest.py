"""A screen of its own, the real program on it, and what a person does there: keys, clicks, looks.

Stories see the program as a screen reader does (see watched.py) and as pixels; they wait for what
they expect to see, never for time alone.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image, ImageGrab

from benchmarks.screen import virtual_screen

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PICTURES = HERE / "screenshots"
PATIENCE = 60.0  # seconds; busy machines are slow, and a story that fails may take its time


class Thing(NamedTuple):
    """What a screen reader finds: a control, an item, a text."""

    role: str
    name: str
    text: str
    focused: bool
    enabled: bool
    selected: bool
    rect: tuple[int, int, int, int]


class Monitor(NamedTuple):
    """A part of the screen that programs take for a screen of its own."""

    name: str
    left: int
    width: int
    height: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return (self.left, 0, self.left + self.width, self.height)


class Screen:
    """An X server with a window manager, for one story."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self._monitors: list[Monitor] = []

    def picture(self) -> Image.Image:
        """Return what the screen shows."""
        return ImageGrab.grab(xdisplay=self.environment["DISPLAY"])

    def keep(self, name: str, monitor: Monitor | None = None) -> None:
        """Leave a picture of the screen, or of one of its monitors, under screenshots/."""
        PICTURES.mkdir(exist_ok=True)
        picture = self.picture()
        (picture.crop(monitor.box) if monitor else picture).save(PICTURES / f"{name}.png")

    def plug(self, monitor: Monitor) -> None:
        """Let the X server have one more monitor, as part of its screen."""
        output = "none" if self._monitors else "screen"
        size = f"{monitor.width}/300x{monitor.height}/200+{monitor.left}+0"
        self._run("xrandr", "--setmonitor", monitor.name, size, output)
        self._monitors.append(monitor)

    def pull(self, monitor: Monitor) -> None:
        """Take a monitor away."""
        self._run("xrandr", "--delmonitor", monitor.name)
        self._monitors.remove(monitor)

    def type_in(self, layout: str) -> None:
        """Let the keyboard have a layout: us, ru, de."""
        self._run("setxkbmap", layout)

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self.environment, check=True, capture_output=True)

    def xdotool(self, *words: str) -> str:
        """Move the mouse and press keys as a person would; "" for what is not there."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()


class Program:
    """The program as the person at the screen has it before them."""

    def __init__(
        self, screen: Screen, folder: Path, arguments: tuple[str, ...], under: tuple[str, ...] = ()
    ) -> None:
        self._screen = screen
        self._errors = (folder / "errors.txt").open("w+")
        self._process = subprocess.Popen(
            [*under, sys.executable, str(HERE / "watched.py"), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=_clean_environment(screen, folder),
            cwd=ROOT,
            text=True,
        )

    def close(self) -> None:
        """End the program, once; what it wrote to standard error fails the story."""
        if self._errors.closed:
            return
        try:
            self._process.communicate(timeout=PATIENCE)
        finally:
            self._process.kill()
            self._process.wait()
        self._errors.seek(0)
        with self._errors:
            errors = self._errors.read()
        assert not errors, f"the program wrote to standard error:\n{errors}"
        assert self._process.returncode == 0

    def wait_end(self) -> None:
        """Wait until the program has ended, its window closed by whoever uses it."""
        self._process.wait(timeout=PATIENCE)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.kill()
        with self._process, self._errors:  # closes its pipes and waits
            pass

    def things(self) -> list[Thing]:
        """Return all that is to be seen."""
        return [Thing(**{**thing, "rect": tuple(thing["rect"])}) for thing in self._ask("tree")]

    def title(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self._screen.xdotool("getactivewindow", "getwindowname")

    def see(self, name: str, role: str = "") -> Thing:
        """Wait until a thing of this name is there, and return it."""
        return self.until(lambda: self._thing(name, role), f"a {role or 'thing'} named {name!r}")

    def read(self, words: str, within: str = "") -> Thing:
        """Wait until a text holds these words, and return it."""
        return self.until(lambda: self._text(words, within), f"the words {words!r}")

    def wait_title(self, start: str) -> None:
        """Wait until the window's title begins with these words."""
        self.until(lambda: self.title().startswith(start), f"the title {start!r}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, as xdotool names them: ctrl+k, Return."""
        self._screen.xdotool("key", "--delay", "60", *keys)

    def press_until(self, key: str, look: Callable[[], Any], wish: str) -> None:
        """Press a key again until there is something: what it does may not be offered yet."""

        def pressed() -> bool:
            if not look():
                self.press(key)
                time.sleep(0.5)
            return bool(look())

        self.until(pressed, wish)

    def type(self, words: str) -> None:
        """Type words."""
        self._screen.xdotool("type", "--delay", "30", words)

    def click(self, thing: Thing, button: int = 1) -> None:
        """Click in the middle of a thing."""
        left, top, width, height = thing.rect
        self._click(left + width // 2, top + height // 2, button)

    def click_words(self, words: str, within: str = "", *, nth: int = 0, button: int = 1) -> None:
        """Click on words of a text."""
        left, top, width, height = self.place_of(words, within, nth=nth)
        self._click(left + width // 2, top + height // 2, button)

    def place_of(self, words: str, within: str = "", *, nth: int = 0) -> tuple[int, int, int, int]:
        """Wait until a text holds these words, and return where their middle is."""
        question = json.dumps({"words": words, "within": within, "nth": nth})
        found = self.until(lambda: self._ask(f"where {question}"), f"the words {words!r}")
        return (found[0], found[1], found[2], found[3])

    def colours_at(self, words: str, within: str = "") -> set[str]:
        """Return the colours of the place where words are, each "#rrggbb"."""
        left, top, width, height = self.place_of(words, within)
        picture = self._screen.picture().convert("RGB")
        part = picture.crop((left, top, left + max(width, 2), top + height))
        counted = part.getcolors(part.width * part.height) or []
        return {"#{:02x}{:02x}{:02x}".format(*pixel) for _, pixel in counted}

    def until(self, look: Callable[[], Any], wish: str) -> Any:
        """Look again and again until there is something; fail with the wish when there is not."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self._process.poll() is None, "the program has ended"
            if found := look():
                return found
            time.sleep(0.05)
        seen = "\n".join(f"{t.role} {t.name!r}" for t in self.things() if t.name)
        raise AssertionError(f"never seen: {wish}; what is there:\n{seen}")

    def _click(self, x: int, y: int, button: int) -> None:
        self._screen.xdotool("mousemove", "--sync", str(x), str(y), "click", str(button))

    def _thing(self, name: str, role: str) -> Thing | None:
        found = (t for t in self.things() if t.name == name and role in {"", t.role})
        return next(found, None)

    def _text(self, words: str, within: str) -> Thing | None:
        found = (t for t in self.things() if words in t.text and within in {"", t.name})
        return next(found, None)

    def _ask(self, question: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or "null")
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer


@pytest.fixture
def monitors() -> tuple[Monitor, ...]:
    """None: the screen is one. A story that wants several says which."""
    return ()


@pytest.fixture
def screen(monitors: tuple[Monitor, ...]) -> Iterator[Screen]:
    """A screen with a window manager, for one story."""
    for program in ("Xvfb", "openbox", "xdotool", "setxkbmap", "xrandr"):
        assert shutil.which(program), f"stories need {program}; make test installs it"
    width = max([1500, *(monitor.left + monitor.width for monitor in monitors)])
    height = max([950, *(monitor.height for monitor in monitors)])
    with virtual_screen(f"{width}x{height}") as environment:
        # With keys for accented letters: for others xdotool changes the keyboard while it types,
        # and a busy program reads the press under the next layout.
        keyboard = ["setxkbmap", "-layout", "us", "-variant", "altgr-intl"]
        subprocess.run(keyboard, env=environment, check=True)
        made = Screen(environment)
        for monitor in monitors:
            made.plug(monitor)
        yield made


@pytest.fixture
def start(
    screen: Screen, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Program]]:
    """Start the real program with these arguments, in a home that nobody used before.

    `under` is a command that starts it and looks on, as strace does.

    What the screen shows at the end of the story stays under screenshots/.
    """
    with ExitStack() as at_the_end:

        def started(*arguments: object, under: tuple[str, ...] = ()) -> Program:
            program = Program(screen, tmp_path, tuple(map(str, arguments)), under)
            at_the_end.callback(program.close)
            return program

        yield started
        PICTURES.mkdir(exist_ok=True)
        screen.picture().save(PICTURES / f"{request.node.name}.png")


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A copy of the built-in briefing, to be changed."""
    return shutil.copytree(ROOT / "content" / "us-russia-channels", tmp_path / "briefing")


def _clean_environment(screen: Screen, folder: Path) -> dict[str, str]:
    kept = {
        k: v for k, v in screen.environment.items() if not k.startswith(("QT_", "XDG_", "COV_"))
    }
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": "xcb",
    }
