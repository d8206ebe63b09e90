"""Cards in groups: each once, in order, and what the small cards say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Stance
from briefer.evidence.checker import check
from briefer.views.board import KIND, SOURCE, facts_of, groupings_of, groups_of
from tests.evidence.material import briefing, card, citation, document, quotation
from tests.views.material import briefings

TEXT = "Talks go on. Hotlines stay open.\nIt rains.\n"


def made(*cards):
    found = briefing((document(TEXT),), *cards)
    return found, check(found)


@given(briefings(), st.sampled_from((KIND, SOURCE, "status")), st.data())
def test_every_chosen_card_stands_in_one_group(found, key, data) -> None:
    chosen = data.draw(st.lists(st.sampled_from(found.cards), unique_by=lambda c: c.id))
    groups = groups_of(found, None, chosen, key)
    assert sorted(c for group in groups for c in group.cards) == sorted(c.id for c in chosen)
    assert all(group.cards for group in groups)


def test_kinds_come_in_the_order_of_the_briefing_with_their_headings() -> None:
    found, report = made(card("a"), card("b"))
    groups = groups_of(found, report, found.cards, KIND)
    assert [(group.title, group.cards, group.kind) for group in groups] == [
        ("Cards", ("a", "b"), "cards")
    ]


def test_a_field_groups_by_its_values_and_those_without_come_last() -> None:
    found, report = made(card("a"), card("b", Status="stated"), card("c", Status="reported"))
    assert [g.label for g in groupings_of(found, found.cards)] == [
        *("By kind", "By source", "By status"),
    ]
    groups = groups_of(found, report, found.cards, "status")
    assert [group.title for group in groups] == ["Stated", "Reported", "Not said"]


def test_sources_group_by_the_one_that_a_card_rests_on() -> None:
    alone = card("alone", quotation("It rains.", citation(via="Reuters")))
    both = card(
        "both",
        quotation("It rains.", citation(via="Reuters")),
        quotation("Talks go on.", citation(via="WSJ")),
    )
    found, report = made(alone, both, card("none"))
    groups = groups_of(found, report, found.cards, SOURCE)
    assert [(group.title, group.cards) for group in groups] == [
        ("Reuters", ("alone",)),
        ("Several sources", ("both",)),
        ("No source", ("none",)),
    ]


def test_the_small_card_counts_quotations_and_what_is_to_fix() -> None:
    bad = quotation("Talks go off.", citation())
    against = quotation("It rains.", citation(stance=Stance.DISPUTES))
    found, report = made(card("a", bad, against))
    assert facts_of(found, report)["a"] == (0, 2, 1, True)
