"""The element tree of a prose -> nodes for the Typst templates: lists that JSON can carry.

A node is a string, or a list that opens with its kind: `["em", children]`. The template
prose.typ knows every kind. Text stays text: nothing here or there is parsed as Typst.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Node = str | list[Any]

_SPACE = re.compile(r"[ \t\r\n\f]+")
_ENDING = re.compile(r"[^\W\d_]+")
_FIRST_FROM_RIGHT = "\u0590"
_MARKS = {"em": "em", "strong": "strong"}
_HOLDERS = frozenset(
    {"prose", "blockquote", "ul", "ol", "dl", "footnotes", "footnote", "table", "quotation"}
)
_FEW_PARTS, _FEW_SIGNS = 10, 400  # a list of no more fits on any page, and stands on one
_PARTS = ("li", "p", "br")
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "pre", "table", "hr", "blockquote"})


class Surroundings(Protocol):
    """What a prose's nodes need to know beyond its own text."""

    def card_link(self, target: str, words: list[Node]) -> list[Node]:
        """Return the nodes of a link to another card."""
        ...

    def quotation(self, index: int, words: list[Node], *, block: bool) -> list[Node]:
        """Return the nodes of a quotation with its reference and, where needed, its grade."""
        ...

    def citation(self, index: int) -> list[Node]:
        """Return the nodes of a citation that stands alone."""
        ...

    def picture(self, source: str, width: str) -> dict[str, Any] | None:
        """Return the file and the width in points of an image; None when it can't be printed."""
        ...


def nodes_of(tree: Element, surroundings: Surroundings, level: int) -> list[Node]:
    """Return the blocks of a prose; `level` is that of the heading above it."""
    return _Setter(tree, surroundings, level).blocks(tree)


def _stays_together(element: Element) -> bool:
    """Tell whether a list is so short that no page should end in it."""
    tags = [part.tag for part in element.iter()]
    if not {"img", "table", "pre"}.isdisjoint(tags):
        return False
    few = sum(map(tags.count, _PARTS)) <= _FEW_PARTS
    return few and len("".join(element.itertext())) <= _FEW_SIGNS


class _Setter:
    """Walks one tree; remembers the last heading's level and which footnotes are set."""

    def __init__(self, tree: Element, surroundings: Surroundings, level: int) -> None:
        self._surroundings = surroundings
        self._base = self._last = level
        self._notes = {note.get("number", ""): note for note in tree.iter("footnote")}
        self._set: set[str] = set()

    def blocks(self, element: Element) -> list[Node]:
        """Return the nodes of an element's children, white space between blocks dropped."""
        holder = element.tag in _HOLDERS or any(_is_block(child) for child in element)
        return _joined(self._children(element, drop_space=holder))

    def _children(self, element: Element, *, drop_space: bool) -> Iterator[Node]:
        yield from _words(element.text, drop_space=drop_space)
        for child in element:
            yield from self._foreign(child, self._node(child))
            yield from _words(child.tail, drop_space=drop_space)

    def _foreign(self, element: Element, nodes: list[Node]) -> list[Node]:
        language, direction = element.get("lang", ""), element.get("dir", "")
        if not nodes or not (language or direction):
            return nodes
        return [["lang", nodes, language_of(language)[0], direction]]

    def _node(self, element: Element) -> list[Node]:
        tag = element.tag
        if tag in _MARKS:
            return [[_MARKS[tag], self.blocks(element)]]
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return [["h", self.blocks(element), self._level(int(tag[1]))]]
        handler = _HANDLERS.get(tag)
        return handler(self, element) if handler else self.blocks(element)

    def _level(self, wanted: int) -> int:
        self._last = max(self._base + 1, min(self._base + wanted - 2, self._last + 1))
        return self._last

    def _p(self, element: Element) -> list[Node]:
        inside = self.blocks(element)
        return [["p", inside, *([direction] if (direction := direction_of(inside)) else [])]]

    def _code(self, element: Element) -> list[Node]:
        return [["code", _SPACE.sub(" ", "".join(element.itertext()))]]

    def _pre(self, element: Element) -> list[Node]:
        return [["pre", "".join(element.itertext()).strip("\n").expandtabs(4)]]

    def _br(self, _element: Element) -> list[Node]:
        return [["br"]]

    def _hr(self, _element: Element) -> list[Node]:
        return [["hr"]]

    def _sup(self, element: Element) -> list[Node]:
        number = element.get("footnote")
        note = self._notes.get(number or "")
        if number is None or note is None or number in self._set:
            return [["sup", self.blocks(element)]]
        self._set.add(number)
        return [["note", _flowing(self.blocks(note))]]

    def _footnotes(self, _element: Element) -> list[Node]:
        return []

    def _a(self, element: Element) -> list[Node]:
        return [["url", self.blocks(element), element.get("href", "")]]

    def _card_link(self, element: Element) -> list[Node]:
        return self._surroundings.card_link(element.get("target", ""), self.blocks(element))

    def _citation(self, element: Element) -> list[Node]:
        return self._surroundings.citation(int(element.get("index", "0")))

    def _quotation(self, element: Element) -> list[Node]:
        block = element.get("form") == "block"
        index = int(element.get("index", "0"))
        words = (
            self.blocks(element) if block else _joined(self._children(element, drop_space=False))
        )
        return self._surroundings.quotation(index, words, block=block)

    def _blockquote(self, element: Element) -> list[Node]:
        return [["aside", self.blocks(element)]]

    def _ul(self, element: Element) -> list[Node]:
        return [["ul", [self.blocks(item) for item in element], _stays_together(element)]]

    def _ol(self, element: Element) -> list[Node]:
        start = element.get("start", "1")
        first = int(start) if start.isdecimal() and len(start) < 7 else 1
        items = [self.blocks(item) for item in element]
        return [["ol", items, first, _stays_together(element)]]

    def _dl(self, element: Element) -> list[Node]:
        pairs: list[list[list[Node]]] = []
        for item in element:
            if item.tag == "dt" or not pairs:
                pairs.append([self.blocks(item), []])
            else:
                pairs[-1][1].extend(self.blocks(item))
        return [["dl", pairs]]

    def _table(self, element: Element) -> list[Node]:
        lines = [list(line) for line in element.iter("tr")]
        count = max((len(line) for line in lines), default=0)
        if not count:
            return []
        cells = [[self.blocks(cell) for cell in line] for line in lines]
        rows = [line + [[] for _ in range(count - len(line))] for line in cells]
        align = [cell.get("align", "left") for cell in lines[0]]
        align += ["left"] * (count - len(align))
        shape = {"columns": _weights(rows, count), "align": align}
        heads, notes = _without_links(rows[0])
        return [["table", heads, rows[1:], shape], *notes]

    def _img(self, element: Element) -> list[Node]:
        alt = element.get("alt", "")
        picture = self._surroundings.picture(element.get("src", ""), element.get("width", ""))
        if picture is None:
            return [["small", [f"[Image: {alt or element.get('src', '')}]"]]]
        return [["image", [alt] if alt else [], picture | {"alt": alt}]]


_HANDLERS = {
    "p": _Setter._p,
    "code": _Setter._code,
    "pre": _Setter._pre,
    "br": _Setter._br,
    "hr": _Setter._hr,
    "sup": _Setter._sup,
    "footnotes": _Setter._footnotes,
    "a": _Setter._a,
    "card-link": _Setter._card_link,
    "citation": _Setter._citation,
    "quotation": _Setter._quotation,
    "blockquote": _Setter._blockquote,
    "ul": _Setter._ul,
    "ol": _Setter._ol,
    "dl": _Setter._dl,
    "table": _Setter._table,
    "img": _Setter._img,
}


def plain(nodes: list[Node]) -> str:
    """Return the words of nodes, for measuring."""
    return "".join(node if isinstance(node, str) else _plain(node) for node in nodes)


def direction_of(nodes: list[Node]) -> str:
    """Return "rtl" when most letters are of a script that is written from the right; else ""."""
    text = plain(nodes)
    if not text or max(text) < _FIRST_FROM_RIGHT:
        return ""
    strong = [unicodedata.bidirectional(sign) for sign in text]
    return "rtl" if strong.count("R") + strong.count("AL") > strong.count("L") else ""


def targets_of(value: Any) -> list[int]:
    """Return the numbers of the cards that links in nodes, or in data of nodes, lead to."""
    found: set[int] = set()
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            stack.extend(part.values())
        elif isinstance(part, list):
            if len(part) == 4 and part[0] == "card":
                found.add(part[2])
            stack.extend(part)
    return sorted(found)


def language_of(tag: str) -> tuple[str, str | None]:
    """Return what Typst takes of a BCP 47 tag: language and region.

    >>> language_of("pt-BR"), language_of("?")
    (('pt', 'BR'), ('en', None))
    """
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?", tag)
    if not match:
        return "en", None
    return match[1].lower(), match[2].upper() if match[2] else None


def _plain(node: list[Any]) -> str:
    kind: str = node[0]
    inner: Any = node[1] if len(node) > 1 else ""
    if kind in {"ul", "ol"}:
        return "".join(map(plain, inner))
    if kind == "dl":
        return "".join(plain(part) for pair in inner for part in pair)
    if kind == "table":
        return "".join(plain(cell) for row in (inner, *node[2]) for cell in row)
    return plain(inner) if isinstance(inner, list) else str(inner)


def _is_block(element: Element) -> bool:
    return element.tag in _BLOCKS or element.get("form") == "block"


def _words(text: str | None, *, drop_space: bool) -> Iterator[Node]:
    if text and not (drop_space and not text.strip()):
        yield _SPACE.sub(" ", text)


def _joined(nodes: Iterator[Node]) -> list[Node]:
    """Return the nodes with neighbouring strings made one, so that spaces meet only once."""
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and joined:
            node = _with_ending(joined[-1], node)
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] = _SPACE.sub(" ", joined[-1] + node)
        elif node:
            joined.append(node)
    return joined


def _with_ending(link: Node, text: str) -> str:
    """Move the rest of a word, as in [[line]]s, into the link before it; return what is left."""
    ending = _ENDING.match(text)
    if isinstance(link, str) or link[0] != "card" or not ending:
        return text
    link[1] = [*link[1], ending[0]]
    return text[ending.end() :]


def _flowing(nodes: list[Node]) -> list[Node]:
    """Return a footnote's paragraphs as running text with line breaks between them."""
    flowing: list[Node] = []
    for node in nodes:
        if isinstance(node, list) and node[0] in {"p", "h"}:
            flowing += [["br"], *node[1]] if flowing else node[1]
        else:
            flowing.append(node)
    return flowing


def _without_links(heads: list[list[Node]]) -> tuple[list[list[Node]], list[Node]]:
    """Return a table's heads without links, and their footnotes as paragraphs under the table.

    Heads are repeated on each page as artifacts, in which a tagged PDF allows no links.
    """
    notes: list[Node] = []

    def unlinked(node: Node) -> Node:
        if isinstance(node, str) or node[0] in {"code", "ref", "br", "alarm", "image"}:
            return node
        if node[0] == "note":
            mark: Node = ["sup", ["*" * (len(notes) + 1)]]
            notes.append(["p", [["small", [mark, " ", *node[1]]]]])
            return mark
        inside = [unlinked(child) for child in node[1]]
        return ["plain", inside] if node[0] in {"card", "url"} else [node[0], inside, *node[2:]]

    return [[unlinked(node) for node in cell] for cell in heads], notes


def _weights(rows: list[list[list[Node]]], count: int) -> list[int]:
    """Return the columns' shares of the width: their longest cell, within reason."""
    return [max(6, min(40, max(len(plain(row[place])) for row in rows))) for place in range(count)]
