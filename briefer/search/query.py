"""What a reader types -> a tree; anything can be typed, nothing is an error.

Words side by side must all occur, with `AND` between them or not. `OR` joins its two neighbours;
without two it says nothing. A hyphen means "not" only at the start of a term. Parentheses and
quote marks that are left open end with the query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefer.search.folding import fold, signs, tokens
from briefer.search.tree import All, Either, Filter, Node, Not, Noted, Signs, Text

LONGEST = 2_000  # code points that are read
_DEEPEST = 20  # nested parentheses
MOST = 60  # different terms; who pastes a page looks for its beginning
_SURROGATE = re.compile("[\0\ud800-\udfff]")
_MARKS = '"“”„‟«»″'
_JOINING = ("OR", "AND")  # AND is what words side by side mean anyway
_EDGES = _MARKS + "'‘’‚‛`"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_TERM = re.compile(
    rf"""(?P<space>\s+)
    |(?P<open>\()|(?P<close>\))
    |(?P<no>-(?=[^\s-]))
    |“(?P<english>[^”]*)”\*?|«(?P<french>[^»]*)»\*?  # other marks may stand within these
    |[{_MARKS}](?P<quoted>[^{_MARKS}]*)(?P<closed>[{_MARKS}]?)(?P<star>\*?)
    |(?P<name>[^\W\d_][\w-]*):(?:[{_MARKS}](?P<value>[^{_MARKS}]*)[{_MARKS}]?|(?P<bare>[^\s()]*))
    |(?P<word>[^\s()]+)""",
    re.VERBOSE,
)


@dataclass(slots=True)
class _Level:
    """An open parenthesis: what stands in it so far."""

    negated: bool = False
    items: list[Node] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)  # by item: OR stands before it
    no: bool = False
    either: bool = False

    def add(self, node: Node | None) -> None:
        if node is not None:
            self.items.append(Not(node) if self.no else node)
            self.joined.append(self.either and len(self.items) > 1)
        self.no = self.either = False

    def node(self) -> Node | None:
        """Return what the level means; OR binds its neighbours first."""
        runs: list[list[Node]] = []
        for item, joined in zip(self.items, self.joined, strict=True):
            if joined:
                runs[-1].append(item)
            else:
                runs.append([item])
        either = (run[0] if len(run) == 1 else Either(tuple(run[:MOST])) for run in runs)
        nodes = tuple(dict.fromkeys(either))[:MOST]
        if not nodes:
            return None
        return nodes[0] if len(nodes) == 1 else All(nodes)


def parse(query: str, *, typing: bool = False) -> Node | None:
    """Return what a query means, or None when it holds nothing but white space.

    While typing, the last word matches as a prefix.
    """
    text = _SURROGATE.sub(" ", query)
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]
    root = _read(text, typing=typing).node()
    if root is None and (rest := text.strip()):
        alone = rest.strip("()").split()  # a lone OR is a word
        return (_text(alone[0], prefix=typing) if alone else None) or _signs(rest)
    return root


def _read(text: str, *, typing: bool) -> _Level:
    levels = [_Level()]
    terms = list(_TERM.finditer(text))
    for term in terms:
        level = levels[-1]
        if term["space"]:
            continue
        if term["open"]:
            _open(levels)
        elif term["close"]:
            _close(levels)
        elif term["no"]:
            level.no = True
        elif term["word"] in _JOINING and not level.no:
            level.either |= term["word"] == "OR"
        else:
            last = typing and term is terms[-1] and not level.no
            level.add(_node(term, last=last))
    while len(levels) > 1:
        _close(levels)
    return levels[0]


def _open(levels: list[_Level]) -> None:
    if len(levels) < _DEEPEST:
        levels.append(_Level())


def _close(levels: list[_Level]) -> None:
    if len(levels) > 1:
        inner = levels.pop().node()
        levels[-1].add(inner)


def _node(term: re.Match[str], *, last: bool) -> Node | None:
    if term["english"] is not None or term["french"] is not None:
        inner = term["english"] or term["french"] or ""
        return _text(inner, prefix=term.group().endswith("*"), quoted=True)
    if (words := term["quoted"]) is not None:
        open_end = last and not term["closed"] and not words[-1:].isspace()
        starred = words.endswith("*") or bool(term["star"])
        return _text(words, prefix=open_end or starred, quoted=True)
    if term["name"] is not None:
        value = term["value"] if term["value"] is not None else term["bare"]
        return Filter(fold(term["name"]), value.strip(), term.group())
    word = term["word"]
    return _text(word, prefix=last or word.endswith("*"))


def _text(shown: str, *, prefix: bool, quoted: bool = False) -> Text | None:
    words = tokens(shown)
    if not words:
        return None
    prefix = prefix and (shown[-1].isalnum() or shown[-1] == "*" or quoted)
    bare = _UNSEEN.sub("", shown).strip()
    return Text(bare.rstrip("*").strip(_EDGES) or bare, words, prefix, quoted)


def words_of(filter_: Filter, *, typing: bool = False) -> Node | None:
    """Return a filter that nobody knows as the words it was typed with."""
    return _text(filter_.shown, prefix=typing)


def _signs(text: str) -> Signs | None:
    found = sorted(signs(text))
    return Signs(text, tuple(found)) if found else None


def leaves(node: Node, *, negated: bool = False) -> Iterator[Node]:
    """Yield the leaves that say what is looked for; with `negated` those to be left out too."""
    match node:
        case Not(inner):
            if negated:
                yield from leaves(inner, negated=True)
        case All(nodes) | Either(nodes):
            for part in nodes:
                yield from leaves(part, negated=negated)
        case Noted(_, nodes):
            yield node
            for part in nodes:
                yield from leaves(part, negated=negated)
        case _:
            yield node
