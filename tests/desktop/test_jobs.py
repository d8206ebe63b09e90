"""The door to the background: what comes back, and what does not wait for what."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from briefer.desktop.jobs import ThreadJobs


def test_a_search_does_not_queue_behind_long_work(qtbot: QtBot) -> None:
    jobs, done, told = ThreadJobs(), Event(), []
    try:
        for number in range(64):
            jobs.run(f"long {number}", done.wait, lambda _: None)
        jobs.run("search", lambda: "hits", told.append)
        qtbot.waitUntil(lambda: told == ["hits"])
    finally:
        done.set()
        jobs.wait()


def test_a_newer_job_of_a_name_drops_the_older(qtbot: QtBot) -> None:
    jobs, told = ThreadJobs(), []
    jobs.run("search", lambda: "old", told.append)
    jobs.run("search", lambda: "new", told.append)
    qtbot.waitUntil(lambda: bool(told))
    jobs.wait()
    assert told == ["new"]


def test_what_several_jobs_gave_is_taken_one_by_one(qtbot: QtBot) -> None:
    class Window(QObject):
        painted = Signal()

    jobs, told, window = ThreadJobs(), [], Window()
    window.painted.connect(lambda: told.append("painted"), Qt.ConnectionType.QueuedConnection)

    def take(name: str) -> None:
        told.append(name)
        window.painted.emit()

    for name in ("check", "digests", "other"):
        jobs.run(name, lambda name=name: name, take)
    jobs.wait()  # all have something to tell now
    qtbot.waitUntil(lambda: len(told) == 6)
    assert told[1::2] == ["painted"] * 3


def test_work_begins_when_the_window_has_painted(qtbot: QtBot) -> None:
    jobs, began = ThreadJobs(), Event()
    jobs.run("index", began.set, lambda _: None)
    assert not began.wait(0.1)  # the window is still at it
    qtbot.waitUntil(began.is_set)
    jobs.wait()
