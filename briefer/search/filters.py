"""A query's filters -> the tags, days and parts that they stand for in a briefing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefer.briefing.model import Briefing, Card, Kind
from briefer.search.days import as_of
from briefer.search.folding import tokens
from briefer.search.model import Part
from briefer.search.query import words_of
from briefer.search.tree import All, Either, Filter, Node, Not, Scope, Tagged, Text

_IS = {
    "unsourced": "without a quotation or citation",
    "altered": "with a quotation whose wording differs",
    "missing": "with a quotation not found in the document",
    "single-source": "resting on one source",
    "disputed": "with a passage that contradicts",
    "uncited": "not used yet",
}
_KEPT = {
    "is:unread": "no record of what was read yet",
    "in:mynotes": "words of your own notes are not searched yet",
}
_CITED = re.compile(r"([A-Za-z]{1,3})(\d{1,6})")
_DEFAULT_KINDS = ("channels", "actors", "purposes", "sources")


@dataclass(frozen=True, slots=True)
class Mine:
    """Ids of the cards that the reader has picked, and of those with a note of theirs."""

    picked: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


NOTHING_MINE = Mine()


@dataclass(frozen=True, slots=True)
class Understood:
    """A tree without open filters, and what to tell the reader about those that were not known."""

    node: Node
    hints: tuple[str, ...] = ()


class Filters:
    """Looks up filters in one briefing."""

    def __init__(self, briefing: Briefing, *, checked: bool, mine: Mine = NOTHING_MINE) -> None:
        self._briefing, self._mine = briefing, mine
        self._checked = checked
        self._hints: list[str] = []
        self._table: dict[str, Callable[[str], Node | None]] = {
            "kind": self._kind,
            "in": self._in,
            "is": self._is,
            "has": self._has,
            "doc": self._doc,
            "document": self._doc,
            "links": self._links,
            "status": self._status,
            "asof": as_of,
        }

    def understand(self, node: Node, *, typing: bool = False) -> Understood:
        """Return the tree with every filter looked up; unknown ones are words, with a hint."""
        self._hints = []
        return Understood(self._resolve(node, typing=typing) or All(()), tuple(self._hints))

    def _resolve(self, node: Node, *, typing: bool) -> Node | None:
        match node:
            case Not(inner):
                resolved = self._resolve(inner, typing=False)
                return Not(resolved) if resolved else None
            case All(nodes):
                return All(self._several(nodes, typing=typing))
            case Either(nodes):
                return Either(self._several(nodes, typing=typing))
            case Filter():
                return self._look_up(node, typing=typing)
            case Text():
                return self._passage(node) or node
        return node

    def _several(self, nodes: tuple[Node, ...], *, typing: bool) -> tuple[Node, ...]:
        resolved = (self._resolve(n, typing=typing and n is nodes[-1]) for n in nodes)
        return tuple(node for node in resolved if node is not None)

    def _look_up(self, filter_: Filter, *, typing: bool) -> Node | None:
        found: Node | None = None
        if (look_up := self._table.get(filter_.name)) is not None:
            found = look_up(filter_.value)
        elif kind := self._kind_named(filter_.name):
            found = self._tied(kind, filter_.value)
        if found is None:
            self._hint(filter_)
            return words_of(filter_, typing=typing)
        return found

    def _hint(self, filter_: Filter) -> None:
        known = filter_.name in self._table or self._kind_named(filter_.name)
        if known and not filter_.value:
            self._hints.append(f"“{filter_.name}:” takes {self._choices(filter_.name)}")
        elif known:
            self._hints.append(f"“{filter_.shown}” is no filter; searched as words")
        elif filter_.name.isalpha() and not filter_.value.startswith("//"):
            self._hints.append(f"“{filter_.name}:” is no filter; searched as words")

    def _choices(self, name: str) -> str:
        briefing = self._briefing
        choices: dict[str, Iterable[str]] = {
            "kind": (kind.singular for kind in briefing.kinds),
            "is": (*_IS, "picked", "unread"),
            "in": ("cards", "document", *Part),
            "has": ("notes", "mynotes"),
            "doc": (document.letter for document in briefing.documents),
            "asof": ("2022", "<2022-02-24", "2015..2022"),
        }
        return ", ".join(choices.get(name, ("a name or some words of it",)))

    def _kind_named(self, name: str) -> Kind | None:
        wanted = tokens(name.replace("-", " "))
        for kind in self._briefing.kinds:
            if wanted and wanted in (tokens(kind.singular), tokens(kind.heading), tokens(kind.id)):
                return kind
        bare = name.rstrip("s") + "s"
        if bare in _DEFAULT_KINDS:
            heading = bare.capitalize()
            return Kind(bare, heading, heading[:-1], "", "")
        return None

    def _kind(self, value: str) -> Node | None:
        kind = self._kind_named(value) or self._kind_beginning(value)
        return Tagged((f"kind:{kind.id}",), f"of the kind {kind.singular}") if kind else None

    def _kind_beginning(self, value: str) -> Kind | None:
        """Return the one kind whose heading begins like this."""
        wanted = value.casefold()
        fitting = [k for k in self._briefing.kinds if k.heading.casefold().startswith(wanted)]
        return fitting[0] if wanted and len(fitting) == 1 else None

    def _tied(self, kind: Kind, value: str) -> Node | None:
        if not tokens(value):
            return Tagged((f"kind:{kind.id}",), f"of the kind {kind.singular}")
        cards = self._cards_named(value, kind.id)
        return Tagged(
            tuple(f"tie:{card.id}" for card in cards),
            _tied_words(f"tied to the {kind.singular.casefold()}", value, cards),
        )

    def _links(self, value: str) -> Node | None:
        if not tokens(value):
            return None
        cards = self._cards_named(value, None)
        tags = tuple(f"link:{card.id}" for card in cards)
        return Tagged(tags, _tied_words("linked with", value, cards))

    def _cards_named(self, value: str, kind: str | None) -> tuple[Card, ...]:
        """Return the cards with this id, title or alias; else those whose name has the words."""
        cards = self._briefing.cards if kind is None else self._briefing.cards_of(kind)
        exact = self._briefing.names.all(value)
        if found := tuple(card for card in exact if card in cards):
            return found
        wanted = tokens(value)
        names = [
            (card, [tokens(n) for n in (card.id, card.title, *card.aliases)]) for card in cards
        ]
        if found := tuple(card for card, own in names if wanted in own):
            return found
        return tuple(card for card, own in names if any(_holds(name, wanted) for name in own))

    def _in(self, value: str) -> Node | None:
        wanted = "".join(tokens(value))
        if wanted in ("cards", "card"):
            return Tagged(("type:card",), "in cards")
        if wanted in ("document", "documents", "text", "texts"):
            return Tagged(("type:passage", "type:sentence"), "in the text")
        if wanted == "mynotes":
            return Tagged((), _KEPT["in:mynotes"])
        part = next((part for part in Part if wanted and part.value.startswith(wanted)), None)
        said = "speaker notes" if part is Part.NOTES else f"the {part}"
        return Scope((part,), f"in {said}") if part else None

    def _is(self, value: str) -> Node | None:
        wanted = value.casefold()
        fitting = [name for name in _IS if wanted and name.startswith(wanted)]
        wanted = fitting[0] if len(fitting) == 1 else wanted
        if wanted == "picked":
            return _own(self._mine.picked, "picked")
        if said := _KEPT.get(f"is:{wanted}"):
            return Tagged((), said)
        if said := _IS.get(wanted):
            unchecked = "" if self._checked or wanted == "unsourced" else " (not checked yet)"
            return Tagged((f"is:{wanted}",), said + unchecked)
        return None

    def _has(self, value: str) -> Node | None:
        if value.casefold() == "notes":
            return Tagged(("has:notes",), "with speaker notes")
        return _own(self._mine.noted, "with a note of yours") if _is_mine(value) else None

    def _doc(self, value: str) -> Node | None:
        wanted = value.casefold()
        for document in self._briefing.documents:
            if wanted in (document.letter.casefold(), document.id, document.title.casefold()):
                said = f"in text {document.letter} or citing it"
                return Tagged((f"doc:{document.id}", f"cites:{document.id}"), said)
        return self._paragraph(value)

    def _status(self, value: str) -> Node | None:
        wanted = tokens(value)
        if not wanted:
            return None
        known = {
            " ".join(tokens(part))
            for card in self._briefing.cards
            for part in card.field("status").split(",")
        }
        fitting = sorted(status for status in known if _holds(tuple(status.split()), wanted))
        return Tagged(tuple(f"status:{status}" for status in fitting), f"of the status “{value}”")

    def _passage(self, text: Text) -> Node | None:
        """Return `A12` as that paragraph, or as the word that it may be too."""
        passage = None if text.quoted else self._paragraph(text.shown)
        return Either((passage, text)) if passage else None

    def _paragraph(self, value: str) -> Tagged | None:
        match = _CITED.fullmatch(value)
        for document in self._briefing.documents if match else ():
            if match and document.letter.casefold() == match[1].casefold():
                number = int(match[2])
                if 1 <= number <= len(document.paragraphs):
                    own = f"{document.id}:{number}"
                    said = f"paragraph {document.letter}{number} or citing it"
                    return Tagged((f"at:{own}", f"cites:{own}"), said)
        return None


def _own(cards: tuple[str, ...], said: str) -> Tagged:
    return Tagged(tuple(f"card:{card}" for card in cards), said if cards else f"{said}: none")


def _is_mine(value: str) -> bool:
    return value.casefold() == "mynotes"


def _holds(name: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether the words stand in the name one after the other, the last as a beginning."""
    *whole, last = wanted
    size = len(wanted)
    return any(
        list(name[at : at + size - 1]) == whole and name[at + size - 1].startswith(last)
        for at in range(len(name) - size + 1)
    )


def _tied_words(how: str, value: str, cards: tuple[Card, ...]) -> str:
    if not cards:
        return f"{how} “{value}”, which no card is called"
    names = " or ".join(card.title for card in cards[:3])
    return f"{how} {names}" + (" …" if len(cards) > 3 else "")
