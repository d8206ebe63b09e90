"""Opening, reading ahead, and watching files."""

from __future__ import annotations

import os

import pytest

from briefer.briefing.packing import pack
from briefer.briefing.reading import read_briefing
from briefer.desktop import reading_ahead
from briefer.desktop.briefing_paths import briefing_at
from briefer.desktop.document_marks import marks_in
from briefer.desktop.opening import Opening
from briefer.desktop.reading_ahead import Ahead, open_at
from briefer.desktop.watching import Watching
from tests.desktop.program_material import BREAKDOWN, HandJobs, write_briefing


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def jobs() -> HandJobs:
    return HandJobs()


def test_a_small_briefing_is_read_and_checked_at_once(qtbot, folder, jobs) -> None:
    opening = Opening(jobs)
    with qtbot.waitSignal(opening.opened) as opened:
        opening.open(folder)
    briefing, report = opened.args
    assert briefing.title == "Channels"
    assert report.counts.verbatim == 1
    assert jobs.waiting == {}


def test_a_large_briefing_shows_its_outline_first(qtbot, folder, jobs, monkeypatch) -> None:
    monkeypatch.setattr(reading_ahead, "_LARGE", 10)
    opening = Opening(jobs)
    with qtbot.waitSignal(opening.opened) as opened:
        opening.open(folder)
    assert not opened.args[0].complete
    with qtbot.waitSignal(opening.replaced) as replaced:
        jobs.finish("read")
    assert replaced.args[0].complete


def test_what_takes_longer_is_checked_in_the_background(qtbot, folder, jobs, monkeypatch) -> None:
    monkeypatch.setattr(reading_ahead, "_QUICK_CARDS", 0)
    opening = Opening(jobs)
    with qtbot.waitSignal(opening.opened) as opened:
        opening.open(folder)
    assert opened.args[1] is None
    with qtbot.waitSignal(opening.checked) as checked:
        jobs.finish("check")
    assert checked.args[0].counts.verbatim == 1


def test_a_report_is_put_in_order_before_it_is_told(qtbot, folder, jobs, monkeypatch) -> None:
    monkeypatch.setattr(reading_ahead, "_QUICK_CARDS", 0)
    opening = Opening(jobs)
    told: list[str] = []
    opening.report_ready.connect(lambda _: told.append("ready"))
    opening.checked.connect(lambda _: told.append("checked"))
    opening.open(folder)
    with qtbot.waitSignal(opening.report_ready) as made:
        jobs.finish("check")
    ready = made.args[0]
    document = ready.briefing.documents[0].id
    assert told == ["ready", "checked"]
    assert ready.marks == {document: marks_in(ready.briefing, ready.report, document)}
    assert ready.marks[document].runs


def test_an_unreadable_briefing_says_why(qtbot, tmp_path, jobs) -> None:
    opening = Opening(jobs)
    with qtbot.waitSignal(opening.unreadable) as unreadable:
        opening.open(tmp_path / "nowhere")
    assert unreadable.args[1]
    assert opening.path is None


def test_a_failed_reload_leaves_the_briefing_open(qtbot, folder, jobs) -> None:
    opening = Opening(jobs)
    opening.open(folder)
    (folder / "breakdown.md").write_text("")
    with qtbot.waitSignal(opening.reload_failed), qtbot.assertNotEmitted(opening.replaced):
        opening.reload()


def test_a_late_result_of_another_briefing_is_dropped(qtbot, folder, tmp_path, jobs, monkeypatch):
    monkeypatch.setattr(reading_ahead, "_QUICK_CARDS", 0)
    opening = Opening(jobs)
    opening.open(folder)
    work, late = jobs.waiting["check"]
    opening.open(write_briefing(tmp_path / "other"))
    with qtbot.assertNotEmitted(opening.checked):
        late(work())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes are forked on this platform")
def test_what_a_child_read_is_what_would_be_read_here(folder) -> None:
    told = Ahead(folder).take(folder)
    here = open_at(folder)
    assert told is not None
    assert told.briefing.cards == here.briefing.cards
    assert told.briefing.card("hotlines") is told.briefing.cards[1]
    assert told.report == here.report


def test_reading_ahead_of_another_path_is_not_taken(folder, tmp_path) -> None:
    assert Ahead(folder).take(tmp_path) is None


def test_why_a_briefing_cannot_be_read_is_told_from_the_child(tmp_path) -> None:
    told = Ahead(tmp_path).take(tmp_path)
    assert told is None or (told.briefing is None and told.problems)


@pytest.mark.parametrize(
    "name", ["briefing.toml", "breakdown.md", "documents/article.txt", ".", "../briefing"]
)
def test_any_file_of_a_briefing_opens_it(folder, name) -> None:
    assert briefing_at(folder / name).resolve() == folder.resolve()


def test_a_changed_file_is_noticed_once(qtbot, folder) -> None:
    watching = Watching()
    watching.watch(read_briefing(folder))
    with qtbot.waitSignal(watching.files_changed, timeout=5000):
        (folder / "breakdown.md").write_text(BREAKDOWN + "\nMore.\n")
    with qtbot.assertNotEmitted(watching.files_changed, wait=400):
        pass


def test_a_file_that_an_editor_replaces_is_still_watched(qtbot, folder) -> None:
    watching = Watching()
    watching.watch(read_briefing(folder))
    for round_ in range(2):
        new = folder / "new"
        new.write_text(BREAKDOWN + f"\nRound {round_}.\n")
        with qtbot.waitSignal(watching.files_changed, timeout=5000):
            new.replace(folder / "breakdown.md")


def test_a_file_touched_but_not_changed_is_no_news(qtbot, folder) -> None:
    watching = Watching()
    watching.watch(read_briefing(folder))
    (folder / "unrelated.txt").write_text("x")
    with qtbot.assertNotEmitted(watching.files_changed, wait=500):
        pass


@pytest.fixture
def package(folder, tmp_path):
    path = tmp_path / "x.briefing"
    pack(read_briefing(folder), path)
    return path


def test_a_package_is_opened_like_a_folder(qtbot, package, jobs) -> None:
    opening = Opening(jobs)
    with qtbot.waitSignal(opening.opened) as opened:
        opening.open(briefing_at(package))
    assert opened.args[0].title == "Channels"
    assert opened.args[1].counts.verbatim == 1
    assert Ahead(package).take(package).briefing.cards == opened.args[0].cards


def test_a_package_is_as_large_as_its_breakdown(folder, package) -> None:
    assert reading_ahead.breakdown_size(package) == len(BREAKDOWN.encode())
    assert reading_ahead.breakdown_size(package) == reading_ahead.breakdown_size(folder)


def test_a_package_that_is_replaced_is_noticed(qtbot, folder, package) -> None:
    watching = Watching()
    watching.watch(read_briefing(package))
    (folder / "breakdown.md").write_text(BREAKDOWN + "\n## One more\nWords.\n")
    with qtbot.waitSignal(watching.files_changed):
        pack(read_briefing(folder), package)
