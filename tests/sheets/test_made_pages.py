"""Pages that were set lately come again at once; none come that are not of this very briefing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefer.sheets import made_pages
from briefer.sheets.made_pages import Made, MadePages
from briefer.sheets.options import Options
from briefer.sheets.typesetting import Typeset

FIRST = Options(date(2026, 11, 23))


def made(pdf: bytes = b"pdf") -> Made:
    return Made(Typeset(pdf, 1), ((595.0, 842.0),))


def test_the_same_options_find_what_they_made(built_in):
    kept = MadePages()
    assert kept.find(built_in.briefing, built_in.report, FIRST) is None
    pages = made()
    kept.keep(built_in.briefing, built_in.report, FIRST, pages)
    assert kept.find(built_in.briefing, built_in.report, FIRST) is pages
    assert kept.find(built_in.briefing, built_in.report, replace(FIRST, notes=True)) is None


def test_a_briefing_that_was_read_again_finds_nothing(built_in):
    kept = MadePages()
    kept.keep(built_in.briefing, built_in.report, FIRST, made())
    again = built_in.briefing._replace(title=built_in.briefing.title)
    assert kept.find(again, built_in.report, FIRST) is None
    kept.keep(again, built_in.report, FIRST, made())
    assert kept.find(built_in.briefing, built_in.report, FIRST) is None


def test_the_oldest_go_when_there_are_too_many_or_they_are_too_large(built_in, monkeypatch):
    kept = MadePages()
    options = [replace(FIRST, marking=str(number)) for number in range(made_pages._KEPT + 1)]
    for one in options:
        kept.keep(built_in.briefing, built_in.report, one, made())
    found = [kept.find(built_in.briefing, built_in.report, one) for one in options]
    assert [one is not None for one in found] == [False] + [True] * made_pages._KEPT
    monkeypatch.setattr(made_pages, "_BYTES", 10)
    kept.keep(built_in.briefing, built_in.report, FIRST, made(b"x" * 99))
    assert [kept.find(built_in.briefing, built_in.report, one) for one in options] == [None] * 9
    assert kept.find(built_in.briefing, built_in.report, FIRST) is not None
