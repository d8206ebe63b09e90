"""Where room and console were put on which screens, remembered for each set of screens.

The text has a line for each set, the newest first; names are apart by tabs, as a screen may be
named with any other sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefer.talk.stage import Placement

_KEPT = 12  # meeting rooms


def place_in(text: str, screens: Sequence[str]) -> Placement:
    """Return where the windows were on these screens the last time; empty names when never."""
    known = _lines(text)
    found = (place for names, place in known if names == frozenset(screens))
    return next(found, Placement("", ""))


def with_place(text: str, screens: Sequence[str], place: Placement) -> str:
    """Return the text with this set of screens first.

    >>> with_place("", ("laptop", "projector"), Placement("projector", "laptop"))
    'projector\\tlaptop'
    """
    others = [names for names in screens if names not in (place.room, place.console)]
    first = "\t".join((place.room, place.console, *others))
    rest = [line for line in text.splitlines() if frozenset(line.split("\t")) != frozenset(screens)]
    return "\n".join((first, *rest[: _KEPT - 1]))


def _lines(text: str) -> Iterator[tuple[frozenset[str], Placement]]:
    for line in text.splitlines():
        names = line.split("\t")
        if len(names) >= 2:
            yield frozenset(names), Placement(names[0], names[1])
