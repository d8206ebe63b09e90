"""Picks as a small text file, and back."""

from __future__ import annotations

import pytest

from briefer.briefing.model import Span
from briefer.briefing.reading import read_briefing
from briefer.desk.model import PickedCard
from briefer.desk.pick_file import passage_at, pick_file, read_pick_file
from tests.desktop.program_material import BREAKDOWN, write_briefing


@pytest.fixture
def briefing(tmp_path):
    return read_briefing(write_briefing(tmp_path / "briefing"))


def all_picks(briefing):
    article = briefing.document("article")
    cards = tuple(PickedCard(card.id, card.title) for card in briefing.cards)
    return (*cards, passage_at(article, Span(20, 31)))


def test_the_file_is_plain_to_read(briefing) -> None:
    picks = (PickedCard("hotlines", "Crisis hotlines"), all_picks(briefing)[-1])
    assert pick_file(picks, briefing) == (
        "# Picked cards: Channels\n\n"
        "- [[hotlines|Crisis hotlines]]\n"
        "- “Talks go on” [@article, ¶2]\n"
    )


def test_what_was_written_is_read_again(briefing) -> None:
    picks = all_picks(briefing)
    assert read_pick_file(pick_file(picks, briefing), briefing).picks == picks


def test_names_typed_by_hand_are_found_and_each_once(briefing) -> None:
    text = "\ufeffhotlines\n2. Formal talks\n* [[Crisis hotlines]]\n\n"
    assert [pick.card for pick in read_pick_file(text, briefing).picks] == [
        "hotlines",
        "formal-talks",
    ]


def test_a_card_with_another_id_is_found_by_its_title(briefing) -> None:
    found = read_pick_file("- [[old-id|Formal talks]]", briefing)
    assert found.picks == (PickedCard("formal-talks", "Formal talks"),)


def test_lines_that_name_nothing_are_told_with_their_numbers(briefing) -> None:
    text = "# Head\n- [[nowhere]]\n- “Never said” [@article, ¶1]\n- “x” [@none, ¶1]\nhotlines"
    found = read_pick_file(text, briefing)
    assert [number for number, _ in found.unknown] == [2, 3, 4]
    assert [pick.card for pick in found.picks] == ["hotlines"]


@pytest.mark.parametrize("text", ["", "\x00\x01", "- " * 5000, "[[" * 5000, "“" * 5000, "-\n" * 9])
def test_nonsense_names_nothing_and_takes_no_time(briefing, text) -> None:
    assert read_pick_file(text, briefing).picks == ()


def test_a_title_with_signs_of_the_format_is_written_and_found(tmp_path) -> None:
    breakdown = BREAKDOWN.replace("## Formal talks", "## Talks [a] | ]] “b” {#talks}")
    briefing = read_briefing(write_briefing(tmp_path / "signs", breakdown))
    picks = (PickedCard("talks", briefing.card("talks").title),)
    assert read_pick_file(pick_file(picks, briefing), briefing).picks == picks
