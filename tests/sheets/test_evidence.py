"""What paper says of quotations: references where they match, alarms where they do not."""

from __future__ import annotations

import re

import pytest

from briefer.sheets.options import Layout


def card(quotation: str, citation: str = "[@article, ¶1]") -> str:
    return f"# Channels\n\n## Line\n\nA line.\n\n> {quotation}\n> — {citation}\n"


def test_an_exact_quotation_carries_only_its_reference(briefing_of, words_of):
    text = words_of(briefing_of(card("The two sides keep a line open.")).printed().pdf)
    assert "“The two sides keep a line open.” A1" in text
    assert "Exact" not in text
    assert "1 of 1 quotation matches text A" in text


def test_exact_grades_are_printed_when_asked(briefing_of, words_of):
    made = briefing_of(card("The two sides keep a line open.")).printed(every_grade=True)
    assert "A1 · Exact" in words_of(made.pdf)


def test_a_shortened_quotation_says_so(briefing_of, words_of):
    text = words_of(briefing_of(card("The two sides … a line open.")).printed().pdf)
    assert "A1 · Shortened, omissions marked" in text


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        ("It was used twice in 1999.", "A number differs"),
        ("Officials have closed it.", "“not” dropped"),
        ("Nothing of the sort was ever written anywhere by them.", "Not found in the document"),
    ],
)
def test_a_quotation_that_does_not_match_says_so_beside_the_claim_and_in_every_foot(
    briefing_of, words_of, quotation, said
):
    given = briefing_of(card(quotation, "[@article]") + "\n## Other\n\nMore.\n")
    text = words_of(given.printed().pdf)
    assert said in text
    assert f"0 of 1 quotation matches text A — to fix: {said.lower()} (1)" in text
    assert re.search(r"0 of 1 quotation matches text A \(\w{8}…\), 1 to fix, checked 23 Nov", text)


def test_the_words_that_differ_are_named(briefing_of, words_of):
    text = words_of(briefing_of(card("It was used twice in 1999.")).printed().pdf)
    assert "Document: 1998" in text
    assert "Card: 1999" in text


def test_the_brief_warns_beside_the_card_too(briefing_of, words_of):
    given = briefing_of(card("It was used twice in 1999.") + "\n## Other\n\nMore.\n")
    assert "A number differs" in words_of(given.printed(layout=Layout.BRIEF).pdf)


def test_the_voice_and_a_stance_are_named(briefing_of, words_of):
    citation = "[@article, ¶1, disputes] via [[Reuters]]"
    text = card("The two sides keep a line open.", citation) + "\n# Sources\n\n## Reuters\n\nX.\n"
    printed = words_of(briefing_of(text).printed().pdf)
    assert "via Reuters (p. " in printed
    assert "Contradicts" in printed


def test_words_quoted_in_a_sentence_carry_their_reference(briefing_of, words_of):
    given = briefing_of("# T\n\n## A\n\nThey “keep a line open” [@article, ¶1], it says.\n")
    assert "“keep a line open” (A1), it says" in words_of(given.printed().pdf)


def test_a_citation_alone_is_a_reference(briefing_of, words_of):
    given = briefing_of("# T\n\n## A\n\nSee there [@article, ¶2–3].\n")
    assert "See there A2–3." in words_of(given.printed().pdf)


def test_what_a_relation_names_without_a_card_is_not_lost(briefing_of, words_of):
    given = briefing_of(
        "# Actors\n\n## Who\n\nX.\n\n# Channels\n\n## A\nActors: [[Who]], nobody\n\nY.\n"
    )
    assert "Actors Who (p. 1), nobody" in words_of(given.printed().pdf)


def test_the_rest_of_a_linked_word_stands_before_its_page(briefing_of, words_of):
    given = briefing_of("# T\n\n## Line\n\nX.\n\n## B\n\nText.\n\nTwo [[line]]s, and [[line]].\n")
    text = words_of(given.printed().pdf)
    assert "Two lines (p. 1), and line (p. 1)." in text


SOURCED = """# Channels

## A
Sources: {sources}

S.

> The two sides keep a line open.
> — [@article, ¶1] via [[Reuters]]

# Sources

## Reuters

## Agency
"""


def test_sources_that_are_all_who_say_so_stand_once(briefing_of, words_of):
    text = words_of(briefing_of(SOURCED.format(sources="[[Reuters]]")).printed().pdf)
    assert "Sources Reuters (p. 1) — rests on one source" in text
    assert "Who says so" not in text


@pytest.mark.parametrize("sources", ["[[Reuters]], [[Agency]]", "[[Agency]]", "[[Reuters]], he"])
def test_sources_that_differ_from_who_says_so_stand_beside_it(briefing_of, words_of, sources):
    text = words_of(briefing_of(SOURCED.format(sources=sources)).printed().pdf)
    assert "Rests on one source: Reuters" in text
    assert "— rests on one source" not in text


NOTED = card("The two sides keep a line open.") + (
    "\n### Notes\n\n> Officials have not closed it.\n> — [@article, ¶2]\n"
)


def test_the_count_tells_what_stands_in_the_notes_that_are_left_out(briefing_of, words_of):
    given = briefing_of(NOTED + "\n## Other\n\nMore.\n")
    left = "1 of 1 quotation matches text A; 1 more stands in speaker notes, not printed"
    assert left in words_of(given.printed().pdf)
    text = words_of(given.printed(notes=True).pdf)
    assert "2 of 2 quotations match text A (" in text
    assert "more stands" not in text


def test_layouts_that_leave_quotations_out_keep_their_alarms(briefing_of, words_of):
    wrong = "\n\n".join(f"> Officials have closed it {n}.\n> — [@article, ¶2]" for n in range(9))
    inline = "They said “it was used twice in 1999” [@article, ¶1] of it."
    given = briefing_of(f"# Channels\n\n## Line\n\nA line.\n\n{inline}\n\n{wrong}\n")
    for layout in (Layout.CARDS, Layout.HANDOUT, Layout.BRIEF):
        assert "A number differs" in words_of(given.printed(layout=layout).pdf)
    text = words_of(given.printed(layout=Layout.CARDS).pdf)
    assert "more quotation" in text


def test_a_text_that_cannot_be_read_accuses_nobody(briefing_of, words_of):
    given = briefing_of(card("The two sides keep a line open."), unreadable=True)
    text = words_of(given.printed().pdf)
    assert "Not checked: the text could not be read" in text
    assert "0 of 1 quotation matches text A, 1 not checked, checked" in text
    assert "to fix" not in text
    assert "Not found" not in text


def test_the_day_says_what_it_is_of(briefing_of, words_of):
    text = card("The two sides keep a line open.") + "\n## Other\n\nMore.\n"
    assert "Printed 23 November 2026" in words_of(briefing_of(text).printed().pdf)
    given = briefing_of(text, settings="as_of = 2024-05-01")
    assert "As of 1 May 2024" in words_of(given.printed().pdf)
