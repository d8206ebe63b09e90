"""Offsets in code points and in UTF-16 units, against Python's own encoder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.desktop.offsets import Offsets


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    "text", ["", "plain", "a🛰️b🇺🇦c", "e\u0301a\u0308", "שלום 🙂 עולם", "🙂🙂🙂", "\ud800 lone"]
)
def test_every_offset_goes_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.to_qt(point) == units(text[:point])
        assert offsets.from_qt(offsets.to_qt(point)) == point


@given(st.text())
def test_any_text_goes_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        assert offsets.from_qt(offsets.to_qt(point)) == point


def test_an_offset_inside_a_pair_belongs_before_it() -> None:
    assert Offsets("a🙂b").from_qt(2) == 1
