"""make screenshots -> README's pictures, taken from the real program on a screen of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image, ImageGrab

from benchmarks.screen import virtual_screen

FOLDER = Path(__file__).resolve().parent / "screenshots"
PATIENCE = 30.0  # seconds until a window has to be there
SETTLED = 0.5  # seconds between two looks that have to show the same

# Each picture: its name, the theme, the keys that lead there, as xdotool names them; "" waits
# until nothing moves.
PICTURES: Sequence[tuple[str, str, Sequence[str]]] = (
    ("window", "light", ("ctrl+1", "ctrl+Next")),
    ("overview", "light", ()),
    ("dark", "dark", ("ctrl+3",)),
    ("contrast", "contrast", ("ctrl+3",)),
    ("search", "light", ("slash", "h", "o", "t", "l", "i", "n", "e")),
    ("board", "light", ("ctrl+1", "ctrl+shift+1")),
    ("relations", "light", ("ctrl+1", *["ctrl+Next"] * 7, "ctrl+shift+3")),
    ("matrix", "light", ("ctrl+1", *["ctrl+Next"] * 7, "ctrl+shift+4")),
    ("evidence", "light", ("ctrl+1", "ctrl+Next", "ctrl+shift+5")),
    ("print", "light", ("ctrl+1", "ctrl+p")),
    ("console", "light", ("F5", "", "Return", "", "5", "Return", "x")),
)


def main() -> None:
    """Take every picture, and one of a printed page."""
    FOLDER.mkdir(exist_ok=True)
    for name, theme, keys in PICTURES:
        with virtual_screen("1440x900") as environment, _program(environment, theme):
            for key in keys:
                if key:
                    _xdotool(environment, "key", key)
                else:
                    _settled(environment["DISPLAY"])
            _settled(environment["DISPLAY"]).save(FOLDER / f"{name}.png", optimize=True)
    _printed_page().save(FOLDER / "sheet.png", optimize=True)


@contextmanager
def _program(environment: dict[str, str], theme: str) -> Iterator[None]:
    """Run the program with a home that nobody used before; end it afterwards."""
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home) / "data" / "briefer" / "settings.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[window]\ntheme={theme}\n", encoding="utf-8")
        own = {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}
        process = subprocess.Popen([sys.executable, "-m", "briefer"], env=environment | own)
        try:
            _wait_for_window(environment)
            _settled(environment["DISPLAY"])
            yield
        finally:
            process.terminate()
            process.wait()


def _wait_for_window(environment: dict[str, str]) -> None:
    end = time.monotonic() + PATIENCE
    search = ["xdotool", "search", "--onlyvisible", "--name", "Briefer"]
    while subprocess.run(search, env=environment, capture_output=True, check=False).returncode:
        if time.monotonic() > end:
            raise TimeoutError("the window never came")
        time.sleep(SETTLED)


def _xdotool(environment: dict[str, str], *words: str) -> None:
    subprocess.run(["xdotool", *words], env=environment, check=True, stdout=subprocess.DEVNULL)


def _settled(display: str) -> Image.Image:
    """Return what the screen shows once it has stopped changing."""
    end = time.monotonic() + PATIENCE
    seen = ImageGrab.grab(xdisplay=display)
    same = 0
    while time.monotonic() < end and same < 4:
        time.sleep(SETTLED)
        now = ImageGrab.grab(xdisplay=display)
        same = same + 1 if now.tobytes() == seen.tobytes() else 0
        seen = now
    return seen


def _printed_page() -> Image.Image:
    """Return the page of the built-in briefing that holds the crisis hotlines."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "briefing.pdf"
        command = [sys.executable, "-m", "briefer", "pdf", "built-in", "-o", str(file)]
        subprocess.run([*command, "--kind", "channels"], check=True)
        page = pypdfium2.PdfDocument(file.read_bytes())[2]
        return page.render(scale=1.4).to_pil()


if __name__ == "__main__":
    main()
