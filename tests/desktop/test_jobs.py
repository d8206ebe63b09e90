"""The door to the background: what comes back, and what does not wait for what."""

from __future__ import annotations

from threading import Event

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
