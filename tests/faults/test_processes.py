"""Processes that are killed, and two that write at once: nothing acknowledged is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.desk.material import HERE, a_desk, names
from tests.faults.editing import names_in
from tests.faults.rounds import rounds

EDITING = Path(__file__).with_name("editing.py")
A_FOLDER = 20  # rounds in one folder: the file grows, and so does what can be lost


def editor(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    words = (sys.executable, str(EDITING), str(folder), name, str(count))
    root = EDITING.parent.parent.parent
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=root)


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path) -> None:
    chance = random.Random(7)
    acknowledged: dict[Path, set[str]] = {}
    for number in range(rounds(12, 200)):
        folder = tmp_path / str(number // A_FOLDER)
        said = killed_while_editing(folder, f"r{number}", chance.uniform(0.0, 0.06))
        acknowledged.setdefault(folder, set()).update(said)
        desk = a_desk(folder)
        kept = desk.keep(HERE)
        assert kept.notice == kept.trouble == "", f"round {number}"
        assert acknowledged[folder] <= names_in(kept), f"round {number}"
        desk._let_go()
    assert not list(tmp_path.rglob("*damaged*"))


def killed_while_editing(folder: Path, name: str, seconds: float) -> list[str]:
    """Kill an editor that long after its first change; return what it said was kept."""
    process = editor(folder, name, 100_000)
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate()
    whole = (first + rest).rpartition("\n")[0]
    assert first.startswith(name)
    return whole.splitlines()


def test_two_processes_lose_none_of_each_others_changes(tmp_path) -> None:
    count = rounds(70, 300)
    processes = [editor(tmp_path, name, count) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=240)
        assert process.returncode == 0
    kept = a_desk(tmp_path).keep(HERE)
    assert names_in(kept) == {
        f"{name}-{number}" for name in ("one", "two") for number in range(count)
    }
    assert kept.notice == ""


def test_what_one_window_keeps_the_other_sees_at_its_next_look(tmp_path) -> None:
    from tests.desk.material import picked

    one, two = a_desk(tmp_path), a_desk(tmp_path)
    picked(one, "a")
    assert names(picked(two, "b")) == ["a", "b"]
    assert names(one.keep(HERE)) == ["a", "b"]
