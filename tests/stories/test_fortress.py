"""A tour of the window while the system tells every socket and every program it is asked for."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefer.briefing.packing import pack
from briefer.briefing.reading import read_briefing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(sys.platform != "linux", reason="strace and seccomp are Linux’s"),
]

_CALLS = "socket,execve,execveat,io_uring_setup"
_SOCKET = re.compile(r"^(\d+) .*?socket\((\w+)")
_EXECVE = re.compile(r'^(\d+) .*?execve(?:at)?\((?:\w+, )?"([^"]*)".*(?:= 0|<unfinished \.\.\.>)$')
_CONTROL = "#!{python}\nimport socket, sys\nsys.stdin.read()\nsocket.socket()\nprint('office')\n"


class Traced(NamedTuple):
    """What was asked of the system, each by the number of the process that asked."""

    sockets: list[tuple[str, str]]  # families
    programs: list[tuple[str, str]]  # files


@pytest.fixture
def controls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Spooler and browser that each open an internet socket: proof that one would be seen.

    It comes before the screen, whose environment the program gets.
    """
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("lp", "lpstat", "xdg-open"):
        (folder / name).write_text(_CONTROL.format(python=sys.executable))
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return folder


@pytest.fixture
def package(briefing: Path, tmp_path: Path) -> Path:
    """The built-in briefing with a link that leaves it, as one file."""
    with (briefing / "breakdown" / "2-channels.md").open("a") as cards:
        cards.write("\n## Elsewhere\n\nSee <https://example.org/far-away> for more.\n")
    pack(read_briefing(briefing), tmp_path / "talks.briefing")
    return tmp_path / "talks.briefing"


def test_a_whole_tour_opens_no_internet_socket_and_starts_no_foreign_program(
    controls: Path, start: Callable[..., Any], package: Path, tmp_path: Path
) -> None:
    # given a package, and the system's own account of what is asked of it
    assert shutil.which("strace"), "this story needs strace; make test installs it"
    log = tmp_path / "log"
    program = start(
        package, under=("strace", "-f", "-qq", "-s", "200", "-o", str(log), "-e", _CALLS)
    )
    program.wait_title("The network in one minute")
    # when it is searched, a link followed, printed, shown to the viewer, and presented
    program.press("slash")
    program.type("elsewhere")
    program.until(lambda: _hits(program), "the card among the hits")
    program.press("Return")
    program.wait_title("Elsewhere")
    program.click_words("far-away")
    program.click(program.see("Open", role="Button"))
    program.until(lambda: _was_started(log, controls / "xdg-open"), "the browser")
    assert _is_filtered(_pid_of(log, "watched.py"))
    assert not _is_filtered(_pid_of(log, "briefer.guard.errand_process"))
    button = print_button(program)
    assert _is_filtered(_pid_of(log, "briefer.sheets.press_work"))
    program.click(button)
    program.until(lambda: "Print" not in program.title(), "the dialog closed")
    program.until(lambda: _was_started(log, controls / "lp"), "the spooler")
    present(program)
    program.close()
    # then only the helper's own programs opened internet sockets, and they were seen
    traced = read(log)
    helpers = {pid for pid, file in traced.programs if file.startswith(str(controls))}
    internet = {(pid, family) for pid, family in traced.sockets if family != "AF_UNIX"}
    assert internet == {(pid, "AF_INET") for pid in helpers}
    assert len(helpers) == 4  # the spooler is asked for its printers, and for the usual one
    # and nothing ran but ourselves and what the reader asked for
    python = os.path.realpath(sys.executable)
    foreign = {file for _, file in traced.programs if os.path.realpath(file) != python}
    assert foreign == {str(controls / name) for name in ("lp", "lpstat", "xdg-open")}


def print_button(program: Any) -> Any:
    program.press("ctrl+p")
    program.until(lambda: "Print" in program.title(), "the print dialog")
    return program.until(lambda: _print_button(program), "pages that can be printed")


def present(program: Any) -> None:
    program.press("F5")
    program.until(lambda: "Present" in program.title(), "the choice of a run")
    program.press("Return")
    program.until(lambda: "Present" not in program.title(), "the talk")
    program.press("space", "space", "Escape")


def _hits(program: Any) -> list[Any]:
    return [t for t in program.things() if t.role == "ListItem" and t.name.startswith("Elsewhere")]


def _print_button(program: Any) -> Any:
    found = (t for t in program.things() if re.fullmatch(r"Print \d+ pages", t.name))
    return next((thing for thing in found if thing.enabled), None)


def _was_started(log: Path, file: Path) -> bool:
    return any(started == str(file) for _, started in read(log).programs)


def _pid_of(log: Path, words: str) -> str:
    line = next(line for line in log.read_text().splitlines() if words in line)
    return line.split(" ", 1)[0]


def _is_filtered(pid: str) -> bool:
    return "Seccomp:\t2" in Path(f"/proc/{pid}/status").read_text()


def read(log: Path) -> Traced:
    lines = log.read_text(errors="replace").splitlines()
    sockets = [(match[1], match[2]) for line in lines if (match := _SOCKET.match(line))]
    programs = [(match[1], match[2]) for line in lines if (match := _EXECVE.match(line))]
    return Traced(sockets, programs)
