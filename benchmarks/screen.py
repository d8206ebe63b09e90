"""A screen of one's own: Xvfb with a window manager, for as long as a block runs."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 30.0  # seconds


@contextmanager
def virtual_screen(size: str = "1440x900", *, manager: bool = True) -> Iterator[dict[str, str]]:
    """Start Xvfb, with openbox unless told otherwise; yield an environment that leads to it.

    Raises FileNotFoundError when Xvfb, openbox or xdotool is not installed.
    """
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    # -noreset: else the server begins anew, and ends all others, when its only client leaves
    server = subprocess.Popen([*command, "-noreset"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    if not number:
        raise RuntimeError("Xvfb ended before it named its display")
    environment = _without_desktop() | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    running = [server]
    if manager:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        running.append(subprocess.Popen(["openbox", "--sm-disable"], env=environment, **quiet))
    try:
        if manager:
            _wait_for_manager(environment)
        yield environment
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def _wait_for_manager(environment: dict[str, str]) -> None:
    """Wait until there is who gives windows the keyboard; a window that comes before gets none."""
    end = time.monotonic() + _PATIENCE
    ask = ["xdotool", "get_num_desktops"]
    while subprocess.run(ask, env=environment, capture_output=True, check=False).returncode:
        if time.monotonic() > end:
            raise TimeoutError("openbox never took the screen")
        time.sleep(0.02)


def _without_desktop() -> dict[str, str]:
    """Return this process's environment without what leads to another screen or language."""
    hidden = {"WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "LANGUAGE"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | {"LC_ALL": "C.UTF-8"}
