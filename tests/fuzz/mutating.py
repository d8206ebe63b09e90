"""Bytes -> bytes like them: cut, doubled, joined, with signs that mean something put in."""

from __future__ import annotations

import random
from collections.abc import Sequence

_WORDS = (
    "\n", "\n\n", "# A\n", "## B {#b}\n", "### Notes\n", "# Left out\n", "> ", "- ", "1. ", "\t",
    "> — [@a, ¶1]\n", "[[", "]]", "|", "[@", "[^", "](", "![", "```\n", "~~~", "    ", "<", "&#",
    "*", "**", "_", "`", "\\", "{:", "}", "Actors: ", " via ", ", disputes", "¶", "“", "”", "'",
    '"', "«", "…", "[...]", "| - |\n", "title = ", "[[documents]]\n", "file = ", '"""', "''",
    "= [", "{", "2024-01-01", "\u202e", "\ufeff", "\0", "e\u0301", "\U0001f600", "(", ")", "-",
    ":", "kind:", " OR ", " AND ", "~", "PK\x03\x04", "PK\x01\x02", "PK\x05\x06",
)  # fmt: skip
_BYTES = (b"\xff\xfe", b"\xe2\x80", b"\xff", b"\0\0", b"\xff\xff\xff\xff", b"\x08\0")
_SIGNS = (*(word.encode() for word in _WORDS), *_BYTES)


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return the data after a few changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = _changed(data, others, chance)
    return data[:20_000]


def _changed(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at, to = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    way = chance.randrange(7)
    if way == 0:
        return data[:at] + data[to:]
    if way == 1:
        return data[:to] + data[at : at + 200] * chance.randint(1, 9) + data[to:]
    if way == 2:
        other = chance.choice(others)
        cut = chance.randint(0, len(other))
        return data[:at] + other[cut : cut + chance.randint(1, 400)] + data[at:]
    if way == 3 and data:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if way == 4 and data:
        at = min(at, len(data) - 1)
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    sign = chance.choice(_SIGNS) * chance.choice((1, 1, 1, 2, 30))
    return data[:at] + sign + data[at if way == 5 else to :]
