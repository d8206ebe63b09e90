"""The real program where its reader would be hurt: no home, odd homes, full and read-only disks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import pytest

from tests.faults.rounds import rounds

WINDOW = Path(__file__).with_name("window.py")
ROOT = WINDOW.parent.parent.parent
SEES_WITHIN = 2.0  # seconds until one window shows what another has kept
PATIENCE = 60.0


class Window:
    """The program in a process of its own, with a home of its own."""

    def __init__(self, home: Path) -> None:
        hidden = ("XDG_", "QT_", "COV_")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
        self.process = subprocess.Popen(
            (sys.executable, str(WINDOW)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
            cwd=ROOT,
            text=True,
        )
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read)  # or a full pipe would hold the window up
        self._reader.start()
        self.title = self.hear("painted")["title"]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def hear(self, event: str) -> dict[str, object]:
        """Wait for the next event of a name."""
        while line := self._lines.get(timeout=PATIENCE):
            told = json.loads(line)
            if told["event"] == event:
                return told
        raise AssertionError(self.process.stderr.read() if self.process.stderr else "")

    def end(self) -> None:
        """Kill it, whatever it does."""
        self.process.kill()
        self._reader.join()
        with self.process:  # closes its pipes and waits
            pass

    def hear_until(self, picks: int) -> float:
        """Wait until so many picks are shown and kept; return when that was, in seconds."""
        while True:
            told = self.hear("kept")
            if told["picks"] == picks and not told["trouble"]:
                return float(str(told["at"]))

    def do(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def close(self) -> None:
        """Close the window; it has to end well and to be quiet."""
        self.do("close")
        self.process.wait(timeout=PATIENCE)
        assert self.process.stderr is not None
        assert (self.process.returncode, said(self.process.stderr.read())) == (0, "")


def said(errors: str) -> str:
    """Return what a program wrote to standard error, without what the offscreen platform says."""
    lines = (line for line in errors.splitlines() if "This plugin does not support" not in line)
    return "\n".join(lines)


@contextmanager
def a_window(home: Path) -> Iterator[Window]:
    window = Window(home)
    try:
        yield window
    finally:
        window.end()


def test_no_home_folder_opens_says_so_once_and_goes_on() -> None:
    with a_window(Path("/proc/no-home")) as window:
        assert window.title.startswith("The network in one minute")
        first = window.hear("kept")
        assert "cannot be kept now" in str(first["trouble"])
        window.do("pick a 1")
        told = window.hear("kept")
        assert (told["picks"], "cannot be kept now" in str(told["notice"])) == (1, True)
        window.close()


def test_a_home_with_spaces_and_letters_of_many_scripts(tmp_path) -> None:
    home = tmp_path / "Büro – Данные #1 %20 機密 'x'"
    home.mkdir()
    with a_window(home) as window:
        window.do("pick a 1")
        window.hear_until(1)
        window.close()
    with a_window(home) as window:
        assert window.hear("kept")["picks"] == 1
        window.close()


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a small disk of memory; who may not mount skips."""
    folder.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder))
    done = subprocess.run(mount, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(("umount", "-l", str(folder)), check=True)


def test_a_full_disk_is_said_and_what_was_done_is_kept_once_there_is_room(tmp_path) -> None:
    with mounted(tmp_path / "disk", "size=512k") as home:
        with a_window(home) as window:
            window.do("pick a 1")
            window.hear_until(1)
            picks = 1
            told: dict[str, object] = {"trouble": ""}
            while not told["trouble"]:  # what the window lets go of meanwhile makes room again
                fill(home / "filling")
                window.do(f"pick b{picks} 1")
                picks += 1
                told = window.hear("kept")
            assert (told["picks"], "the disk is full" in str(told["trouble"])) == (picks, True)
            (home / "filling").unlink()
            window.do("pick c 1")
            window.hear_until(picks + 1)
            window.close()
        with a_window(home) as window:
            assert window.hear("kept")["picks"] == picks + 1
            window.close()


def fill(file: Path) -> None:
    with file.open("ab", buffering=0) as filling:
        for size in (4096, 1):
            try:
                while True:
                    filling.write(bytes(size))
            except OSError:
                continue


def test_a_read_only_home_is_read_and_left_alone(tmp_path) -> None:
    with mounted(tmp_path / "disk", "size=4m") as home:
        with a_window(home) as window:
            window.do("pick a 1")
            window.hear_until(1)
            window.close()
        remount = ("mount", "-o", "remount,ro", str(home))
        subprocess.run(remount, check=True)
        with a_window(home) as window:
            told = window.hear("kept")
            assert (told["picks"], "read-only" in str(told["trouble"])) == (1, True)
            window.close()


def test_two_windows_keep_all_and_each_shows_the_others_within_two_seconds(tmp_path) -> None:
    count = rounds(40, 300)
    with a_window(tmp_path) as one, a_window(tmp_path) as two:
        one.do(f"pick one {count}")
        two.do(f"pick two {count}")
        seen = [window.hear_until(2 * count) for window in (one, two)]
        assert abs(seen[0] - seen[1]) < SEES_WITHIN
        one.do("pick last 1")
        first = one.hear_until(2 * count + 1)
        assert two.hear_until(2 * count + 1) - first < SEES_WITHIN
        one.close()
        two.close()


def test_killed_at_random_moments_the_window_comes_back_with_all_it_showed_as_kept(
    tmp_path,
) -> None:
    shown = 0
    for number in range(rounds(3, 25)):
        with a_window(tmp_path) as window:
            told = window.hear("kept")
            assert told["picks"] >= shown
            assert (told["trouble"], told["notice"]) == ("", "")
            window.do(f"pick r{number} 1000")
            for _ in range(5 + number % 7):
                shown = int(str(window.hear("kept")["picks"]))
            window.process.kill()
