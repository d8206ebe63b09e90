"""Disks that are full, read-only or broken: nothing crashes, it is said, and tried again."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desk.material import HERE, a_desk, names, picked
from tests.faults.editing import names_in
from tests.faults.rounds import WHOLE

EDITING = Path(__file__).with_name("editing.py")


@contextmanager
def files_no_larger_than(size: int):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 1, 600, 4096, 5000, 20_480, 24_576])
def test_a_file_that_may_not_grow_is_said_and_tried_again(tmp_path, size) -> None:
    desk = a_desk(tmp_path)
    with files_no_larger_than(size):
        kept = picked(desk, *(f"card-{number}" for number in range(200)))
        assert "cannot be kept now" in kept.trouble
        assert len(kept.picks) == 200
    kept = desk.keep(HERE)
    assert (kept.trouble, len(kept.picks)) == ("", 200)
    desk.close()
    assert len(a_desk(tmp_path).keep(HERE).picks) == 200


def test_what_was_kept_before_stays_when_the_disk_fills(tmp_path) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    with files_no_larger_than(desk.file.stat().st_size):
        assert picked(desk, *(f"card-{number}" for number in range(300))).trouble
        desk.close()
    assert names(a_desk(tmp_path).keep(HERE)) == ["a"]


def test_a_folder_that_cannot_be_made_is_trouble_and_no_crash(tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    desk = a_desk(tmp_path / "file" / "data")
    kept = picked(desk, "a")
    assert "cannot be kept now" in kept.trouble
    assert names(kept) == ["a"]
    (tmp_path / "file").unlink()
    assert picked(desk, "b").trouble == ""
    assert names(desk.keep(HERE)) == ["a", "b"]


def test_a_read_only_file_is_read_and_left_alone(tmp_path, monkeypatch) -> None:
    desk = a_desk(tmp_path)
    picked(desk, "a")
    desk.close()
    before = desk.file.read_bytes()
    read_only(monkeypatch)
    desk = a_desk(tmp_path)
    kept = picked(desk, "b")
    assert (names(kept), "read-only" in kept.trouble) == (["a", "b"], True)
    assert (desk.file.read_bytes(), list(tmp_path.glob("*damaged*"))) == (before, [])


def read_only(monkeypatch) -> None:
    """Let the file be opened only for reading; file modes do not stop root, who runs tests."""
    connect = sqlite3.connect

    def connected(name, **more):
        if isinstance(name, Path):
            more["uri"] = True
            name = f"{name.absolute().as_uri()}?mode=ro"
        return connect(name, **more)

    monkeypatch.setattr(sqlite3, "connect", connected)
    monkeypatch.setattr(os, "access", lambda *_: False)


def test_a_folder_with_spaces_and_letters_of_many_scripts(tmp_path) -> None:
    folder = tmp_path / "Büro – Данные #1? %20 機密"
    desk = a_desk(folder)
    picked(desk, "a")
    desk.close()
    assert names(a_desk(folder).keep(HERE)) == ["a"]


CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "openat")
EDITS = 8  # one of every kind, and one more


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_once_loses_nothing_acknowledged(tmp_path, call) -> None:
    if not may_trace():
        pytest.skip("the kernel forbids ptrace")
    every = range(1, calls_in_all(call, tmp_path / "whole") + 1)
    some = (1, 2, 3, 5, 8, 13)
    for number in (number for number in every if WHOLE or number in some):
        folder = tmp_path / str(number)
        said = edited_with_failing(call, number, folder)
        kept = a_desk(folder).keep(HERE)
        assert kept.notice == "", f"{call} {number}"
        assert {word for word in said if word.startswith("c-")} <= names_in(kept), number
        assert len(said) == EDITS, f"{call} {number}"


def edited_with_failing(call: str, number: int, folder: Path) -> list[str]:
    """Return what an editor says whose Nth call of a kind on the desk's files fails."""
    inject = f"inject={call}:error=EIO:when={number}"
    done = traced(folder, "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
    return done.stdout.splitlines()


def calls_in_all(call: str, folder: Path) -> int:
    """Return how many calls of a kind an editor makes on the desk's files."""
    count = folder.with_name("count.txt")
    traced(folder, "-o", str(count), "-e", f"trace={call}")
    return sum(f"{call}(" in line for line in count.read_text().splitlines())


def traced(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run an editor under strace; only calls on files of its folder count."""
    paths = [f"-P{folder / name}" for name in FILES]
    words = ("strace", "-f", "-qq", *paths, *options)
    editor = (sys.executable, str(EDITING), str(folder), "c", str(EDITS))
    root = EDITING.parent.parent.parent
    return subprocess.run((*words, *editor), capture_output=True, text=True, cwd=root, check=True)


FILES = (
    *("", "desk.sqlite3", "desk.sqlite3-journal", "backups"),
    *("backups/desk-2026-11-23.new", "backups/desk-2026-11-23.sqlite3"),
)


def may_trace() -> bool:
    """Tell whether the kernel lets a process be traced; containers often forbid it."""
    words = ("strace", "-qq", "-o", os.devnull, "true")
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "ptrace" in done.stderr.lower(), done.stderr
    return done.returncode == 0
