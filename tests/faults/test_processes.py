"""Processes that are killed, and two that write at once: nothing acknowledged is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from briefer.desk.changes import PutPicks
from tests.desk.material import HERE, a_desk, done, names

EDITING = Path(__file__).with_name("editing.py")
ROUNDS = 20  # of killing; 200 were run when this was written


def editor(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    words = (sys.executable, str(EDITING), str(folder), name, str(count))
    root = EDITING.parent.parent.parent
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=root)


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path) -> None:
    chance = random.Random(7)
    for number in range(ROUNDS):
        acknowledged = killed_while_editing(tmp_path, f"r{number}", chance.uniform(0.0, 0.06))
        desk = a_desk(tmp_path)
        kept = desk.keep(HERE)
        assert kept.notice == kept.trouble == ""
        assert set(acknowledged) <= set(names(kept))
        done(desk, PutPicks(HERE, ()))  # the list stays short
        desk._let_go()
    assert not list(tmp_path.glob("*damaged*"))


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
    count = 100  # 300 each were run when this was written
    processes = [editor(tmp_path, name, count) for name in ("one", "two")]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    kept = a_desk(tmp_path).keep(HERE)
    assert sorted(names(kept)) == sorted(f"{n}-{i}" for n in ("one", "two") for i in range(count))
    assert kept.notice == ""


def test_what_one_window_keeps_the_other_sees_at_its_next_look(tmp_path) -> None:
    from tests.desk.material import picked

    one, two = a_desk(tmp_path), a_desk(tmp_path)
    picked(one, "a")
    assert names(picked(two, "b")) == ["a", "b"]
    assert names(one.keep(HERE)) == ["a", "b"]
