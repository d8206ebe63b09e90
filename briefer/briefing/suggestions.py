"""A name that leads to no card -> the card's name that was probably meant."""

from __future__ import annotations

from briefer.briefing.model import Card
from briefer.briefing.names import Names
from briefer.briefing.slugs import slug
from briefer.language import tr

_MOST_SEARCHES = 40  # each costs some 20 ms with 10,000 cards
_NEAR = 0.75


class Suggestions:
    """Finds near names; the tables are built when the first is asked for."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._by_slug: dict[str, str] = {}
        self._searches = 0

    def near(self, name: str) -> str:
        """Return the nearest name of a card, as one would write it in `[[ ]]`; "" for none."""
        found = self._names.find(name)
        if found is not None:
            return self._written(found, name)
        if not self._by_slug:
            self._by_slug = {slug(each): each for each in self._all() if each}
        return self._by_slug.get(slug(name), "") or self._alike(name)

    def sentence(self, name: str) -> str:
        """Return the suggestion as a sentence to append; "" for none."""
        near = self.near(name)
        return tr(" Did you mean [[{near}]]?", near=near) if near else ""

    def _alike(self, name: str) -> str:
        self._searches += 1
        if self._searches > _MOST_SEARCHES or len(name) > 100:
            return ""
        import difflib

        length = len(name)
        wanted = slug(name)
        likely = [each for each in self._by_slug if abs(len(each) - length) <= 1 + length // 3]
        near = difflib.get_close_matches(wanted, likely, 1, _NEAR)
        return self._by_slug[near[0]] if near else ""

    def _all(self) -> list[str]:
        cards = self._names.by_id.values()
        named = [name for card in cards for name in (*card.aliases, card.id, card.title)]
        return named[::-1] if len(named) < 2 else named

    def _written(self, card: Card, name: str) -> str:
        folded = name.strip().casefold()
        known = (card.title, *card.aliases)
        return next((each for each in known if each.casefold() == folded), card.id)
