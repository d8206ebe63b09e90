"""The fields of all cards -> those with links whose key is nearly, but not quite, a known one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefer.briefing.fields import KNOWN_KEYS
from briefer.briefing.model import Card, Field, Kind, Problem
from briefer.briefing.problems import problem
from briefer.language import tr

_NEAR = 0.8
_MOST_KEYS = 200  # different ones that are looked at; each costs a comparison with every known key


def key_problems(cards: Iterable[Card], kinds: Iterable[Kind]) -> Iterator[Problem]:
    """Yield the fields that were probably meant for a relation; any other key is fine."""
    known = {key.casefold(): key for key in (*(kind.heading for kind in kinds), *KNOWN_KEYS)}
    meant: dict[str, str] = {}
    for card in cards:
        for field in card.fields:
            key = field.key.casefold()
            if not field.links or key in known or len(meant) > _MOST_KEYS:
                continue
            if key not in meant:
                meant[key] = _near(key, known)
            if meant[key]:
                yield _misspelt(field, meant[key])


def _near(key: str, known: dict[str, str]) -> str:
    import difflib

    near = difflib.get_close_matches(key, known, 1, _NEAR)
    return known[near[0]] if near else ""


def _misspelt(field: Field, meant: str) -> Problem:
    said = tr(
        "“{key}” is no relation, so its links tie no cards. Did you mean {meant}?",
        key=field.key,
        meant=meant,
    )
    return problem("field-misspelt", field.place, said)
