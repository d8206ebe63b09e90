"""Back and forward through cards and passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Span
from briefer.desktop.destinations import CardDestination, KindDestination, PassageDestination
from briefer.desktop.history import History

A, B, C = (CardDestination(name) for name in "abc")
PASSAGE = PassageDestination("article", Span(3, 9))


def been_to(*destinations) -> History:
    history = History()
    for destination in destinations:
        history.visit(destination)
    return history


def test_back_leads_to_the_visit_before_and_forward_to_the_one_after() -> None:
    history = been_to(A, PASSAGE, B)
    assert history.back().destination == PASSAGE
    assert history.back().destination == A
    assert history.back() is None
    assert history.forward().destination == PASSAGE


def test_a_new_visit_forgets_what_was_forward() -> None:
    history = been_to(A, B)
    history.back()
    history.visit(C)
    assert not history.can_go_forward
    assert history.back().destination == A


def test_the_same_destination_twice_is_one_visit() -> None:
    assert not been_to(A, A).can_go_back


def test_stepping_through_a_list_leaves_one_entry() -> None:
    history = been_to(A)
    history.visit(B, passing=True)
    history.visit(C, passing=True)
    assert history.current.destination == C
    assert history.back().destination == A


def test_how_the_panes_stood_comes_back() -> None:
    history = been_to(A)
    history.leave(0.25, 0.75)
    history.visit(B)
    visit = history.back()
    assert (visit.card_place, visit.document_place) == (0.25, 0.75)


def test_the_card_behind_a_passage_is_the_newest_before_it() -> None:
    assert been_to(A, B, PASSAGE).last_page() == B
    assert been_to(A, KindDestination("k"), PASSAGE).last_page() == KindDestination("k")


def test_a_reload_keeps_the_line_and_drops_what_is_gone() -> None:
    history = been_to(A, B, C)
    history.keep(lambda destination: None if destination == B else destination)
    assert history.current.destination == C
    assert history.back().destination == A


def test_a_reload_that_drops_where_we_are_steps_to_the_one_before() -> None:
    history = been_to(A, B)
    history.keep(lambda destination: None if destination == B else destination)
    assert history.current.destination == A
    assert not history.can_go_back


@given(st.lists(st.sampled_from(["a", "b", "c", "back", "forward", "drop a"]), max_size=60))
def test_whatever_happens_the_reader_is_somewhere_in_the_line(steps: list[str]) -> None:
    history = History()
    for step in steps:
        if step == "back":
            history.back()
        elif step == "forward":
            history.forward()
        elif step == "drop a":
            history.keep(lambda destination: None if destination == A else destination)
        else:
            history.visit(CardDestination(step))
            assert history.current.destination == CardDestination(step)
        if history.current is None:
            assert not history.can_go_back
            assert not history.can_go_forward
