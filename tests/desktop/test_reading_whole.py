"""A large briefing is read to its end by two processes, and arrives as it is when read at once."""

from __future__ import annotations

import io
import pickle

import pytest

from briefer.briefing import halving, reading
from briefer.briefing.halving import Half, packed, read_told, tell
from briefer.briefing.model import Link, Place, Prose, Span
from briefer.briefing.reading import read_briefing, read_outline
from briefer.desktop import reading_ahead, reading_whole
from briefer.desktop.opening import Opening
from briefer.desktop.reading_ahead import Ahead
from briefer.desktop.reading_whole import Whole
from briefer.evidence.checker import check
from tests.desktop.program_material import HandJobs, write_briefing

FAULTY = """# Channels

## First

> The line
> — [@article, ¶1]

See [[Nobody]] and [[Third]].

## Second
Also known as: another

Words.

# Actors

## Third
Channels: First, Second

> Never said
> — [@article, ¶1]

## Third

An [[unknown]] and a doubled id, [@article, ¶99, what].
"""


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch) -> None:
    monkeypatch.setattr(reading_ahead, "_LARGE", 10)
    monkeypatch.setattr(halving, "PIECE", 2)
    monkeypatch.setattr(reading_whole, "PIECE", 2)


@pytest.fixture
def folder(tmp_path):
    folder = write_briefing(tmp_path / "briefing")
    (folder / "breakdown.md").write_text(FAULTY, encoding="utf-8")
    return folder


def test_what_arrives_is_what_reading_at_once_gives(folder) -> None:
    ahead = Ahead(folder)
    outline = ahead.take(folder)
    assert outline is not None and outline.briefing is not None and ahead.whole is not None
    assert not outline.briefing.complete
    briefing = read_briefing(folder)
    assert {problem.code for problem in briefing.problems} >= {"link-dead", "card-double-id"}
    assert ahead.whole.briefing() == briefing
    assert ahead.whole.report() == check(briefing)


def test_a_small_briefing_is_told_at_once(folder, monkeypatch) -> None:
    monkeypatch.setattr(reading_ahead, "_LARGE", 1_000_000)
    ahead = Ahead(folder)
    opened = ahead.take(folder)
    assert opened is not None and opened.briefing == read_briefing(folder)
    assert ahead.whole is None


def test_the_window_reads_for_itself_when_the_child_fails(folder, qtbot, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Half, "pieces", fail)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    jobs = HandJobs()
    opening = Opening(jobs, Ahead(folder))
    opening.open(folder)
    with qtbot.waitSignal(opening.replaced) as replaced:
        jobs.finish("read")
    assert replaced.args[0] == read_briefing(folder)


def test_the_window_takes_what_the_child_read_and_checked(folder, qtbot, monkeypatch) -> None:
    jobs = HandJobs()
    opening = Opening(jobs, Ahead(folder))
    opening.open(folder)
    monkeypatch.setattr("briefer.evidence.checker.check", None)
    monkeypatch.setattr("briefer.briefing.reading.read_briefing", None)
    with qtbot.waitSignal(opening.replaced) as replaced:
        jobs.finish("read")
    assert replaced.args[0].complete
    if "check" in jobs.waiting:  # a quick one comes with the briefing
        with qtbot.waitSignal(opening.checked):
            jobs.finish("check")


def test_a_value_is_packed_and_read_again() -> None:
    prose = Prose("See [[x]].", (Link("x", "x", Place("breakdown.md", 3, 5), Span(4, 9)),))
    again = pickle.loads(packed((prose, {"a": (1, "b")})))
    assert again == (prose, {"a": (1, "b")})
    assert type(again[0].links[0].span) is Span


def test_what_was_told_in_part_counts_as_nothing() -> None:
    pipe = io.BytesIO()
    tell(pipe, "all of it")
    assert pickle.loads(read_told(io.BytesIO(pipe.getvalue()))) == "all of it"
    assert read_told(io.BytesIO(pipe.getvalue()[:-1])) == b""
    assert read_told(io.BytesIO()) == b""


def test_a_child_that_ended_early_gives_nothing(monkeypatch) -> None:
    monkeypatch.setattr("os.waitpid", lambda *_: (0, 0))
    whole = Whole(io.BytesIO(), 0)
    assert whole.briefing() is None
    assert whole.report() is None


def test_very_many_cards_are_read_in_halves_as_in_one(folder, monkeypatch) -> None:
    at_once = read_briefing(folder)
    monkeypatch.setattr(reading, "_MANY_CARDS", 1)
    monkeypatch.setattr(reading, "can_halve", lambda: True)
    assert read_briefing(folder) == at_once


def test_a_half_that_fails_is_read_here(folder, monkeypatch) -> None:
    def tell_some(reading, start: int, end: int) -> None:
        with open(end, "wb") as pipe:
            list(halving.told_cards(reading, start, start + 1, pipe))

    at_once = read_briefing(folder)
    monkeypatch.setattr(reading, "_MANY_CARDS", 1)
    monkeypatch.setattr(reading, "can_halve", lambda: True)
    monkeypatch.setattr(Half, "_tell", staticmethod(tell_some))
    assert read_briefing(folder) == at_once


def test_an_outline_arrives_as_it_is_when_read_here(folder) -> None:
    outline = read_outline(folder)

    taken = Ahead(folder).take(folder)

    assert not taken.briefing.complete
    assert taken.briefing._replace(files=outline.files) == outline
    assert [bool(card.body.text) for card in taken.briefing.cards] == [True, False, False, False]
