"""A query's tree -> one line of words that says how it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefer.language import tr
from briefer.search.tree import (
    All,
    Dated,
    Either,
    Filter,
    Near,
    Node,
    Not,
    Noted,
    Scope,
    Signs,
    Tagged,
    Text,
)  # fmt: skip

_LONGEST = 60  # code points of a term
_NARROWING = Tagged | Dated | Scope | Noted


def explained(node: Node) -> str:
    """Return the line, such as `“crisis” and “hotl…”, in cards, without “talks”`."""
    said = ", ".join(_clauses(node)) or tr("everything")
    return said[:1].upper() + said[1:]


def _clauses(node: Node) -> Iterator[str]:
    nodes = tuple(_with_words(node.nodes if isinstance(node, All) else (node,)))
    words = [n for n in nodes if isinstance(n, Text | Signs | Near | Either | All)]
    if words:
        yield tr(" and ").join(_said(n, inside=len(words) > 1) for n in words)
    yield from (_said(n) for n in nodes if isinstance(n, _NARROWING | Filter))
    yield from (_said(n) for n in nodes if isinstance(n, Not))


def _with_words(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the nodes, the words of notes before the notes themselves."""
    for node in nodes:
        if isinstance(node, Noted):
            yield from node.nodes
        yield node


def _said(node: Node, *, inside: bool = False) -> str:
    match node:
        case Text(shown, _, prefix, quoted):
            words = tr("“{shown}”", shown=_short(shown) + ("…" if prefix else ""))
            exact = quoted and len(node.tokens) > 1
            return tr("the exact words {words}", words=words) if exact else words
        case Near(typed, _):
            return tr("words near “{typed}”", typed=typed)
        case Signs(shown, _):
            return (
                tr("the signs “{short}”", short=_short(shown))
                if len(shown) > 1
                else tr("the sign “{shown}”", shown=shown)
            )
        case Tagged(_, said) | Dated(_, _, said) | Scope(_, said) | Noted(_, _, said):
            return said
        case Filter():
            return node.shown
        case Not(Tagged() | Dated() | Scope() | Noted() as inner):
            return tr("not {said}", said=_said(inner))
        case Not(inner):
            return tr("without {said}", said=_said(inner, inside=True))
        case Either(_, said) if said:
            return said
        case Either(nodes):
            said = tr(" or ").join(_said(n, inside=True) for n in nodes)
            return f"({said})" if inside else said
        case All():
            said = ", ".join(_clauses(node))
            return f"({said})" if inside else said
    assert_never(node)


def _short(shown: str) -> str:
    line = " ".join(shown.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
