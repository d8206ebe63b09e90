"""Options that are kept for the next time, presets, and markings that disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefer.sheets.options import Annex, Foot, Layout, Options, Orientation, OwnNote, Paper
from briefer.sheets.presets import PRESETS
from briefer.sheets.remembering import on_paper, recalled, remembered

FIRST = Options(date(2026, 11, 23))


def test_choices_come_back_as_they_were_kept():
    options = Options(
        FIRST.checked,
        layout=Layout.HANDOUT,
        paper=Paper.US_LETTER,
        orientation=Orientation.LANDSCAPE,
        annex=Annex.QUOTATIONS,
        notes=True,
        every_grade=True,
        large_print=True,
        foot=Foot.EACH,
        cards_on_page=2,
        binding=True,
        both_sides=True,
        greyscale=True,
    )
    assert recalled(remembered(options), FIRST) == options


def test_marking_selection_and_own_notes_are_not_kept():
    own = (OwnNote("a", "SECRET too"),)
    assert "SECRET" not in remembered(Options(FIRST.checked, marking="SECRET", own_notes=own))


@pytest.mark.parametrize("line", ["", "{", "[]", "7", '{"layout": "spiral"}', '{"paper": []}'])
def test_a_damaged_line_changes_nothing(line):
    assert recalled(line, FIRST) == FIRST


def test_each_preset_is_told_apart_from_the_others():
    made = [preset.applied(FIRST) for preset in PRESETS]
    assert [[preset.fits(options) for preset in PRESETS] for options in made] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_a_card_with_another_marking_is_named_before_it_is_printed(briefing_of):
    given = briefing_of("# T\n\n## A\nMarking: SECRET\n\nText.\n", settings='marking = "PUBLIC"')
    assert given.printed().warnings == ("“A” is marked SECRET; this print says PUBLIC.",)
    assert given.printed(marking="SECRET").warnings == ()
    assert given.printed(marking="").warnings == (
        "“A” is marked SECRET; this print has no marking.",
    )


def test_the_paper_of_the_settings_goes_before_the_one_used_last() -> None:
    line = remembered(replace(FIRST, paper=Paper.A4))
    assert recalled(on_paper(line, "us-letter"), FIRST).paper is Paper.US_LETTER
    assert recalled(on_paper("", "us-letter"), FIRST).paper is Paper.US_LETTER
    assert on_paper(line, "") == line
    assert recalled(on_paper("{", "us-letter"), FIRST) == FIRST
