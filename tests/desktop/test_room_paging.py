"""Pages hold whole lines, all of them, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefer.desktop.room_paging import Break, Stretch, Worth, paged

WORTHS = st.sampled_from(list(Worth))
LINES = st.lists(st.tuples(st.integers(5, 90), st.integers(0, 40), WORTHS), min_size=1)


def _laid(lines):
    """Return the lines' places, and the breaks between them."""
    places, breaks, at = [], [], 0
    for height, gap, worth in lines:
        places.append((at, at + height))
        breaks.append(Break(at + height, at + height + gap, worth))
        at += height + gap
    return places, breaks[:-1]


@given(LINES)
def test_every_line_is_whole_on_exactly_one_page(lines) -> None:
    places, breaks = _laid(lines)
    pages = paged(0, places[-1][1], breaks, (120, 100))
    for top, bottom in places:
        assert sum(page.top <= top and bottom <= page.bottom for page in pages) == 1


@given(LINES)
def test_no_page_is_higher_than_its_room(lines) -> None:
    places, breaks = _laid(lines)
    first, *others = paged(0, places[-1][1], breaks, (120, 100))
    assert first.bottom - first.top <= 120
    assert all(page.bottom - page.top <= 100 for page in others)


def test_what_fits_is_one_page() -> None:
    assert paged(3, 90, (), (100, 80)) == (Stretch(3, 90),)


def test_a_page_is_turned_before_a_heading_rather_than_after_it() -> None:
    breaks = [Break(60, 62, Worth.BEFORE_HEADING), Break(80, 82, Worth.AFTER_HEADING)]
    assert paged(0, 150, breaks, (100, 100))[0] == Stretch(0, 60)


def test_a_page_is_not_left_half_empty_for_a_better_break() -> None:
    breaks = [Break(20, 22, Worth.BEFORE_HEADING), Break(90, 92, Worth.IN_BLOCK)]
    assert paged(0, 150, breaks, (100, 100))[0] == Stretch(0, 90)


def test_one_endless_line_is_cut_at_the_very_end_only() -> None:
    assert paged(0, 250, (), (100, 100)) == ((0, 100), (100, 200), (200, 250))
