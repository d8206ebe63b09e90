"""A query's filters -> the tags, days and parts that they stand for in a briefing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefer.briefing.model import Briefing, Card, Kind
from briefer.briefing.passage_names import passage_named
from briefer.language import in_sentence, tr
from briefer.search.days import as_of
from briefer.search.folding import tokens
from briefer.search.mine import NOTHING_MINE, Mine, is_of_words, notes_with
from briefer.search.model import Part
from briefer.search.query import words_of
from briefer.search.stemming import stem_for
from briefer.search.tree import All, Either, Filter, Node, Not, Noted, Scope, Tagged, Text

_IS = {
    "unsourced": tr("without a quotation or citation"),
    "altered": tr("with a quotation whose wording differs"),
    "missing": tr("with a quotation not found in the document"),
    "single-source": tr("resting on one source"),
    "disputed": tr("with a passage that contradicts"),
    "uncited": tr("not used yet"),
}
_OWN = {"picked": tr("picked"), "unread": tr("not read yet")}
_STATES = (*_IS, *_OWN)
_PARTS = {part.value: part for part in Part if part is not Part.FIELDS}
_CHOICES: dict[str, tuple[str, ...]] = {
    "is": _STATES,
    "in": ("cards", "document", *Part, "mynotes"),
    "has": ("notes", "mynotes"),
    "asof": ("2022", "<2022-02-24", "2015..2022"),
}
_LONGEST_NAME = 40  # of a filter that is compared with the known ones
_CITED = re.compile(r"([A-Za-z]{1,3})(\d{1,6})")
_DEFAULT_KINDS = ("channels", "actors", "purposes", "sources")


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
                return self._noted(nodes, typing=typing)
            case Either(nodes):
                return Either(self._several(nodes, typing=typing))
            case Filter():
                return self._look_up(node, typing=typing)
            case Text():
                return self._passage(node) or node
        return node

    def _noted(self, nodes: tuple[Node, ...], *, typing: bool) -> Node:
        """Return what all nodes mean together: beside in:mynotes, words are those of my notes."""
        if not any(map(_asks_for_notes, nodes)):
            return All(self._several(nodes, typing=typing))
        words = tuple(node for node in nodes if is_of_words(node))
        rest = tuple(n for n in nodes if n not in words and not _asks_for_notes(n))
        return All((self._my_notes(words), *self._several(rest, typing=typing)))

    def _my_notes(self, words: tuple[Node, ...]) -> Noted:
        found = notes = self._mine.notes or ()
        if words:
            found = notes_with(notes, All(words), stem_for(self._briefing.language))
        said = self._kept(
            self._mine.notes, tr("in My notes") if words else tr("with a note in My notes")
        )
        return Noted(tuple((note.tag, note.words) for note in found), words, said)

    def _kept(self, own: tuple[object, ...] | None, said: str) -> str:
        """Return what is said of the reader's own, and when there is nothing of the kind."""
        if own is None:
            return tr("{said} (which only the window knows)", said=said)
        return said if own else tr("{said}: none", said=said)

    def _several(self, nodes: tuple[Node, ...], *, typing: bool) -> tuple[Node, ...]:
        nodes = tuple(self._with_values(nodes))
        resolved = (self._resolve(n, typing=typing and n is nodes[-1]) for n in nodes)
        return tuple(node for node in resolved if node is not None)

    def _with_values(self, nodes: tuple[Node, ...]) -> Iterator[Node]:
        """Yield the nodes, filters together with the value that stands behind a space."""
        waiting = list(nodes)
        while waiting:
            node = waiting.pop(0)
            if waiting and isinstance(node, Filter) and isinstance(waiting[0], Text):
                value = node.value + waiting[0].shown
                look_up = self._table.get(node.name) if self._is_begun(node) else None
                if look_up is not None and look_up(value) is not None:
                    node = Filter(node.name, value, f"{node.name}:{value}")
                    waiting.pop(0)
            yield node

    def _look_up(self, filter_: Filter, *, typing: bool) -> Node | None:
        found: Node | None = None
        if (look_up := self._table.get(filter_.name)) is not None:
            found = look_up(filter_.value)
        elif kind := self._kind_named(filter_.name):
            found = self._tied(kind, filter_.value)
        elif filter_.name in _PARTS:
            found = _in_part(_PARTS[filter_.name], filter_.value, typing=typing)
        if found is None:
            begun = self._is_begun(filter_)
            self._hint(filter_, begun=begun)
            return None if begun else words_of(filter_, typing=typing)
        return found

    def _is_known(self, filter_: Filter) -> bool:
        return filter_.name in self._table or self._kind_named(filter_.name) is not None

    def _is_begun(self, filter_: Filter) -> bool:
        """Tell whether somebody is only about to say what a filter is to be."""
        value = filter_.value.casefold()
        if filter_.name == "asof":
            return not value.strip("<>=.") or value.endswith("-")
        choices = _CHOICES.get(filter_.name, ())
        begun = any(choice.startswith(value) for choice in choices)
        return self._is_known(filter_) and (begun or not value)

    def _hint(self, filter_: Filter, *, begun: bool) -> None:
        known = self._is_known(filter_)
        if known and begun:
            self._hints.append(
                tr(
                    "“{name}:” takes {choices}",
                    name=filter_.name,
                    choices=self._choices(filter_.name),
                )
            )
        elif filter_.name == "asof":
            self._hints.append(tr("“{value}” is no date; searched as words", value=filter_.value))
        elif known:
            self._hints.append(tr("“{shown}” is no filter; searched as words", shown=filter_.shown))
        elif filter_.name.isalpha() and not filter_.value.startswith("//"):
            meant = self._meant(filter_.name)
            ask = tr("; did you mean {meant}:?", meant=meant) if meant else ""
            self._hints.append(
                tr("“{name}:” is no filter; searched as words{ask}", name=filter_.name, ask=ask)
            )

    def _meant(self, name: str) -> str:
        """Return the filter that was probably meant; "" when none is near."""
        import difflib

        kinds = (kind.singular.casefold() for kind in self._briefing.kinds)
        names = [known for known in (*self._table, *_PARTS, *kinds) if known.isalpha()]
        near = difflib.get_close_matches(name[:_LONGEST_NAME], names, 1)
        return near[0] if near else ""

    def _choices(self, name: str) -> str:
        briefing = self._briefing
        choices: dict[str, Iterable[str]] = {
            **_CHOICES,
            "kind": (kind.singular for kind in briefing.kinds),
            "doc": (document.letter for document in briefing.documents),
        }
        return ", ".join(choices.get(name, (tr("a name or some words of it"),)))

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
        kind = self._kind_named(value)
        fitting = (kind,) if kind else self._kinds_beginning(value)
        said = tr(
            "of the kind {singular}", singular=tr(" or ").join(kind.singular for kind in fitting)
        )
        return Tagged(tuple(f"kind:{kind.id}" for kind in fitting), said) if fitting else None

    def _kinds_beginning(self, value: str) -> tuple[Kind, ...]:
        """Return the kinds whose heading begins like this."""
        wanted = value.casefold()
        kinds = self._briefing.kinds if wanted else ()
        return tuple(kind for kind in kinds if kind.heading.casefold().startswith(wanted))

    def _tied(self, kind: Kind, value: str) -> Node | None:
        if not tokens(value):
            return Tagged(
                (f"kind:{kind.id}",), tr("of the kind {singular}", singular=kind.singular)
            )
        cards = self._cards_named(value, kind.id)
        return Tagged(
            tuple(f"tie:{card.id}" for card in cards),
            _tied_words(tr("tied to the {kind}", kind=in_sentence(kind.singular)), value, cards),
        )

    def _links(self, value: str) -> Node | None:
        if not tokens(value):
            return None
        cards = self._cards_named(value, None)
        tags = tuple(f"link:{card.id}" for card in cards)
        return Tagged(tags, _tied_words(tr("linked with"), value, cards))

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
            return Tagged(("type:card",), tr("in cards"))
        if wanted in ("text", "texts") or (wanted and "documents".startswith(wanted)):
            return Tagged(("type:passage", "type:sentence"), tr("in the text"))
        if wanted == "mynotes":
            return self._my_notes(())
        part = next((part for part in Part if wanted and part.value.startswith(wanted)), None)
        return _scope(part) if part else None

    def _is(self, value: str) -> Node | None:
        wanted = "".join(tokens(value))
        names = {name.replace("-", ""): name for name in _STATES}
        fitting = [name for bare, name in names.items() if wanted and bare.startswith(wanted)]
        wanted = fitting[0] if len(fitting) == 1 else names.get(wanted, "")
        if wanted in _OWN:
            own = self._mine.picked if wanted == "picked" else self._mine.unread
            said = self._kept(own, _OWN[wanted])
            return Tagged(tuple(map(self._tag, own or ())), said)
        if wanted not in _IS:
            return None
        unchecked = "" if self._checked or wanted == "unsourced" else tr(" (not checked yet)")
        return Tagged((f"is:{wanted}",), _IS[wanted] + unchecked)

    def _tag(self, name: str) -> str:
        """Return the tag of the entry that a card's id, or a passage's name, stands for."""
        passage = passage_named(name)
        document = self._briefing.document(passage.document) if passage else None
        if passage is None or document is None:
            return f"card:{name}"
        return f"at:{document.id}:{document.paragraph_at(passage.span.start)}"

    def _has(self, value: str) -> Node | None:
        if value.casefold() == "notes":
            return Tagged(("has:notes",), tr("with speaker notes"))
        return self._my_notes(()) if _is_mine(value) else None

    def _doc(self, value: str) -> Node | None:
        wanted = value.casefold()
        for document in self._briefing.documents:
            if wanted in (document.letter.casefold(), document.id, document.title.casefold()):
                said = tr("text {letter} and what cites it", letter=document.letter)
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
        return Tagged(
            tuple(f"status:{status}" for status in fitting),
            tr("of the status “{value}”", value=value),
        )

    def _passage(self, text: Text) -> Node | None:
        """Return `A12` as that paragraph, or as the word that it may be too."""
        passage = None if text.quoted else self._paragraph(text.shown)
        return Either((passage, text), passage.said) if passage else None

    def _paragraph(self, value: str) -> Tagged | None:
        match = _CITED.fullmatch(value)
        for document in self._briefing.documents if match else ():
            if match and document.letter.casefold() == match[1].casefold():
                number = int(match[2])
                if 1 <= number <= len(document.paragraphs):
                    own = f"{document.id}:{number}"
                    said = tr(
                        "paragraph {letter}{number} and what cites it",
                        letter=document.letter,
                        number=number,
                    )
                    return Tagged((f"at:{own}", f"cites:{own}"), said)
        return None


_IN_PARTS = {
    Part.TITLE: tr("in the title"),
    Part.ALIASES: tr("in the aliases"),
    Part.SUMMARY: tr("in the summary"),
    Part.BODY: tr("in the body"),
    Part.FIELDS: tr("in the fields"),
    Part.NOTES: tr("in speaker notes"),
}


def _in_part(part: Part, value: str, *, typing: bool) -> Node | None:
    """Return `title:crisis` as what `(in:title crisis)` means."""
    words = words_of(Filter("", value, value), typing=typing)
    return All((_scope(part), words)) if words else None


def _scope(part: Part) -> Scope:
    return Scope((part,), _IN_PARTS[part])


def _is_mine(value: str) -> bool:
    return "".join(tokens(value)) == "mynotes"


def _asks_for_notes(node: Node) -> bool:
    return isinstance(node, Filter) and node.name == "in" and _is_mine(node.value)


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
        return tr("{how} “{value}”, which no card is called", how=how, value=value)
    names = tr(" or ").join(card.title for card in cards[:3])
    return f"{how} {names}" + (" …" if len(cards) > 3 else "")
