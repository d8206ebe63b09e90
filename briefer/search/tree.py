"""What a query means: a tree of words, filters and how they are joined."""

from __future__ import annotations

from dataclasses import dataclass

from briefer.search.model import Part


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand one after the other; several only when quoted or written together."""

    shown: str  # as typed, without quote marks
    tokens: tuple[str, ...]  # folded; at least one
    prefix: bool = False  # the last word may go on
    quoted: bool = False  # no other endings, no typing slips


@dataclass(frozen=True, slots=True)
class Signs:
    """Characters that are part of no word: `(`, `%`, a dash."""

    shown: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """`name:value`, not yet looked up in the briefing."""

    name: str  # folded
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A filter looked up: entries that carry one of the tags; none when there are no tags."""

    tags: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Cards whose "As of" lies between two days, both included; proleptic ordinals."""

    first: int
    last: int
    said: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Words beside it are looked for in these parts only; alone: cards that have such a part."""

    parts: tuple[Part, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Noted:
    """Entries with a note of the reader's; `nodes` say which words were looked for in it."""

    notes: tuple[tuple[str, str], ...]  # the tag of an entry, and the note's words
    nodes: tuple[Node, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words of the briefing that stand in for one that it does not have."""

    typed: str
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    node: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these; `said` in its own words where those of the nodes say it worse."""

    nodes: tuple[Node, ...]
    said: str = ""


Leaf = Text | Signs | Filter | Tagged | Dated | Scope | Noted | Near
Node = Leaf | Not | All | Either
