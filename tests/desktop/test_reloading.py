"""Where a destination is after a reload, and which card a line belongs to."""

from __future__ import annotations

import pytest

from briefer.briefing.model import Place, Span
from briefer.briefing.reading import read_briefing
from briefer.desktop.destinations import CardDestination, PassageDestination
from briefer.desktop.problem_places import card_at
from briefer.desktop.reloading import moved_destination
from tests.desktop.program_material import ARTICLE, BREAKDOWN, write_briefing


@pytest.fixture
def old(tmp_path):
    return read_briefing(write_briefing(tmp_path / "old"))


def again(tmp_path, breakdown: str = BREAKDOWN, article: str = ARTICLE):
    folder = write_briefing(tmp_path / "new", breakdown)
    (folder / "documents" / "article.txt").write_text(article, encoding="utf-8")
    return read_briefing(folder)


def test_a_card_is_found_by_its_id(tmp_path, old) -> None:
    new = again(tmp_path, BREAKDOWN.replace("Crisis hotlines", "Hotlines for a crisis"))
    card = CardDestination("hotlines")
    assert moved_destination(card, old, new) == card


def test_a_card_with_a_new_id_is_found_by_its_title(tmp_path, old) -> None:
    new = again(tmp_path, BREAKDOWN.replace("{#hotlines}", "{#lines}"))
    assert moved_destination(CardDestination("hotlines"), old, new) == CardDestination("lines")


def test_a_card_that_is_gone_leads_nowhere(tmp_path, old) -> None:
    new = again(tmp_path, BREAKDOWN.replace("## Formal talks\nTalks & more.\n", ""))
    assert moved_destination(CardDestination("formal-talks"), old, new) is None


def test_a_passage_moves_with_its_words(tmp_path, old) -> None:
    new = again(tmp_path, article="A new line.\n" + ARTICLE)
    passage = PassageDestination("article", Span(0, 8))
    moved = moved_destination(passage, old, new)
    assert moved == PassageDestination("article", Span(12, 20))


def test_a_passage_whose_words_are_gone_leads_nowhere(tmp_path, old) -> None:
    new = again(tmp_path, article="Something else.\n")
    assert moved_destination(PassageDestination("article", Span(0, 8)), old, new) is None


def test_a_line_belongs_to_the_card_above_it(old) -> None:
    card = old.card("hotlines")
    below = Place("breakdown.md", card.place.line + 3)
    assert card_at(old, below) is card
    assert card_at(old, Place("breakdown.md", 1)) is None
    assert card_at(old, Place("briefing.toml", 40)) is None
