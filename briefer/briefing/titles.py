"""The heading of a card -> its title and its id, which no other card has."""

from __future__ import annotations

import re

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Place, Problem
from briefer.briefing.plain import plain_words
from briefer.briefing.problems import problem
from briefer.briefing.slugs import slug
from briefer.language import tr

_GIVEN_ID = re.compile(r"(?:^|(?<=\s))\{:?\s*#([^{}]*?)\s*\}$|\{#([^{}\s]*)\}$")
_ID = re.compile(r"[a-z0-9_-]+")


def titled(heading: str) -> tuple[str, str | None]:
    """Return a heading's words and the id in `{#id}` behind them, None when there is none.

    >>> titled("Armed-forces line {#line}")
    ('Armed-forces line', 'line')
    """
    given = None
    if heading.endswith("}") and (match := _GIVEN_ID.search(heading)):
        given = match[1] if match[1] is not None else match[2]
        heading = heading[: match.start()].rstrip()
    return unmasked(plain_words(heading)), given


class CardIds:
    """Gives each card an id of its own, and says where one was doubled or can't be."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._places: dict[str, Place] = {}
        self._turns: dict[str, int] = {}  # the number that the next double of an id gets

    def id_of(self, title: str, given: str | None, place: Place) -> str:
        """Return the id of the card with this title, by the id that its heading gives, if any."""
        if not title:
            said = tr("this card has no title; write one behind “##”.")
            self._problems.append(problem("card-without-title", place, said))
        if given is not None and not _ID.fullmatch(given):
            said = tr(
                "the id “{given}” is not allowed; use a-z, 0-9, - and _ only.", given=given[:40]
            )
            self._problems.append(problem("card-bad-id", place, said))
            given = None
        wanted = given or slug(title) or "card"
        card = self._free(wanted, place)
        self._places[card] = place
        return card

    def _free(self, wanted: str, place: Place) -> str:
        first = self._places.get(wanted)
        if first is None:
            return wanted
        turn = self._turns.get(wanted, 2)
        while f"{wanted}-{turn}" in self._places:
            turn += 1
        self._turns[wanted] = turn + 1
        where = tr("{file}, line {line}", file=first.file, line=first.line)
        said = tr(
            "the id “{wanted}” is taken by the card in {where}; this one opens as "
            "“{wanted}-{turn}”. Give it an id of its own, such as {{#other-id}}.",
            wanted=wanted[:80],
            where=where,
            turn=turn,
        )
        self._problems.append(problem("card-double-id", place, said))
        return f"{wanted}-{turn}"
