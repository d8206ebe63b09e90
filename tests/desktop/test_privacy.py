"""Private mode writes nothing; forgetting wipes what was written."""

from __future__ import annotations

import pytest

from briefer.desk.changes import Traces, WriteNote
from briefer.desktop.forget_dialog import ForgetDialog
from briefer.desktop.program import Program
from briefer.desktop.settings import PICKS_FOLDER, SEARCHES, ZOOM
from tests.desktop.desk_material import keep, opened, pick, starred, state, the_note
from tests.desktop.program_material import write_briefing


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def program(qtbot, tmp_path, folder) -> Program:
    return opened(qtbot, tmp_path, folder)


def files(tmp_path) -> dict[str, bytes]:
    own = (tmp_path / "data", tmp_path / "search", tmp_path / "settings.ini")
    every = [f for place in own for f in (place.rglob("*") if place.is_dir() else [place])]
    return {str(file): file.read_bytes() for file in every if file.is_file()}


def go_private(program: Program) -> None:
    program.actions["private_mode"].trigger()
    keep(program)


def test_in_private_all_works_and_nothing_is_written(qtbot, program, tmp_path) -> None:
    pick(qtbot, program, "russia")
    go_private(program)
    before = files(tmp_path)
    pick(qtbot, program, "hotlines")
    program.keeping.ask(WriteNote(program.keeping.path, "russia", "Russia", "x"))
    program._settings.set_searches(("secret",))
    program._jobs.waiting.pop("last", None)
    program._jobs.finish("index")
    keep(program)
    assert starred(program) == ["hotlines", "russia"]
    program.window.close()
    keep(program)
    assert "last" not in program._jobs.waiting
    program._settings._store.sync()
    assert files(tmp_path) == before


def test_private_mode_is_seen_and_left_again(qtbot, program) -> None:
    go_private(program)
    assert not program.window.status._private.isHidden()
    assert program.actions["private_mode"].isChecked()
    pick(qtbot, program, "hotlines")
    go_private(program)
    assert program.window.status._private.isHidden()
    assert starred(program) == []


def test_a_note_in_private_is_not_said_to_be_saved(qtbot, program) -> None:
    go_private(program)
    note = the_note(qtbot, program)
    note.insertPlainText("x")
    program.desk.write_now()
    keep(program)
    assert state(note) == "Not kept: private mode"


def test_only_what_is_ticked_is_forgotten(qtbot, program, tmp_path) -> None:
    pick(qtbot, program, "russia")
    program._settings.set(SEARCHES, "secret")
    program._settings.set(ZOOM, 125)
    program._settings.set(PICKS_FOLDER, "/secret")
    (tmp_path / "search" / "kept").mkdir(parents=True)
    (tmp_path / "search" / "kept" / "words").write_text("secret")
    program.desk.privacy.wipe(frozenset({Traces.VISITS}), searches=True)
    keep(program)
    program._jobs.finish("forget-indexes")
    program._jobs.finish("last")
    assert program.keeping.recent() == ()
    assert program._settings.searches() == ()
    assert (program._settings.get(ZOOM), program._settings.get(PICKS_FOLDER)) == (125, "")
    assert list((tmp_path / "search").iterdir()) == []
    assert starred(program) == ["russia"]


def test_the_dialog_forgets_visits_and_searches_unless_more_is_ticked(qtbot) -> None:
    dialog = ForgetDialog(private=False)
    qtbot.addWidget(dialog)
    assert dialog.traces() == {Traces.VISITS, Traces.READING}
    assert dialog.searches.isChecked()
    dialog.searches.setChecked(False)
    for trace in dialog.traces():
        dialog.box(trace).setChecked(False)
    assert not dialog.go.isEnabled()
    dialog.box(Traces.NOTES).setChecked(True)
    assert dialog.go.isEnabled()


def test_in_private_there_is_nothing_to_forget(qtbot) -> None:
    dialog = ForgetDialog(private=True)
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    assert not dialog.box(Traces.NOTES).isEnabled()
