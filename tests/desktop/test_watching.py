"""A briefing on a stick that is pulled out, and put back."""

from __future__ import annotations

import pytest

from briefer.desktop.program import Program
from briefer.desktop.watching import Watching
from tests.desktop.desk_material import keep, opened, pick, starred
from tests.desktop.program_material import BREAKDOWN, HandJobs, write_briefing


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "stick")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    return opened(qtbot, tmp_path, folder)


def watching_of(program: Program) -> Watching:
    return program.findChild(Watching)


def test_reading_goes_on_from_memory_and_a_banner_says_so(qtbot, program, folder) -> None:
    away = folder.rename(folder.with_name("pulled out"))
    watching_of(program).look()
    notice = program.window.notice
    assert not notice.isHidden()
    assert "read on from memory" in notice.accessibleName()
    pick(qtbot, program, "russia")
    assert "A state." in program.parts.card.text().toPlainText()
    assert starred(program) == ["russia"]
    away.rename(folder)
    watching_of(program).look()
    assert notice.isHidden()
    assert program.browsing.card_id == "russia"


def test_what_changed_while_it_was_away_is_read(qtbot, program, folder) -> None:
    away = folder.rename(folder.with_name("pulled out"))
    watching_of(program).look()
    write_briefing(away, BREAKDOWN.replace("A state.", "A large state."))
    away.rename(folder)
    program.browsing.go_to_card("russia")
    watching_of(program).look()
    assert "A large state." in program.parts.card.text().toPlainText()


def test_an_empty_folder_that_stays_behind_counts_as_gone(qtbot, program, folder) -> None:
    away = folder.rename(folder.with_name("pulled out"))
    folder.mkdir()
    with qtbot.waitSignal(watching_of(program).files_gone):
        watching_of(program).look()
    folder.rmdir()
    away.rename(folder)
    with qtbot.waitSignal(watching_of(program).files_back):
        watching_of(program).look()


def test_it_is_looked_for_off_the_main_thread_and_told_once(qtbot, program, folder) -> None:
    watching, jobs = watching_of(program), program._jobs
    assert isinstance(jobs, HandJobs)
    told: list[object] = []
    watching.files_gone.connect(told.append)
    folder.rename(folder.with_name("pulled out"))
    for _ in range(2):
        watching._look_aside()
        jobs.finish("watching")
    assert told == [folder]
    keep_if_asked(program)


def keep_if_asked(program: Program) -> None:
    if "desk" in program._jobs.waiting:
        keep(program)
