"""The letters that documents are known by on paper: A to Z, then AA, AB …"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, product
from string import ascii_uppercase


def free_letters(taken: frozenset[str]) -> Iterator[str]:
    """Yield the letters in order, without those that are taken."""
    for length in count(1):
        for signs in product(ascii_uppercase, repeat=length):
            letter = "".join(signs)
            if letter not in taken:
                yield letter
