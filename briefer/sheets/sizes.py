"""Nodes -> a rough height, to tell cards that surely fit on a page from those that may not."""

from __future__ import annotations

from typing import Any

from briefer.sheets.prose import Node, plain

_LINE = 84  # letters in a line of text
_PAGE = 54  # lines on a page


def fit_of(card: dict[str, Any]) -> str:
    """Return "whole" when a card surely fits on a page, "flow" when it can't, else "measure"."""
    lines = lines_of(card)
    if lines < _PAGE * 0.8:
        return "whole"
    return "flow" if lines > _PAGE * 1.6 else "measure"


def lines_of(card: dict[str, Any]) -> float:
    """Return about how many lines of text a card takes."""
    facts = sum(1.4 + len(plain(row["value"])) // _LINE for row in card["facts"])
    head = 4 + len(card["title"]) / 45 + len(plain(card["summary"])) / 75
    return float(head + facts + _lines(card["body"]) + _lines(card["notes"]))


def _lines(nodes: list[Node], width: float = _LINE) -> float:
    return sum(_height(node, max(width, 12)) for node in nodes if isinstance(node, list))


def _height(node: list[Any], width: float) -> float:
    kind = node[0]
    if kind in {"p", "h"}:
        return 1.5 + len(plain(node[1])) / width
    if kind == "quote":
        pairs = 1.5 * len(node[2]["pairs"])
        return 2.5 + pairs + max(len(plain(node[1])) / width, _lines(node[1], width))
    if kind in {"ul", "ol"}:
        return sum(_item(item, width - 4) for item in node[1])
    if kind == "dl":
        return sum(_item(term, width) + _item(text, width - 4) for term, text in node[1])
    if kind == "table":
        rows = [node[1], *node[2]]
        column = max(width / max(len(node[1]), 1), 4)
        return sum(2.0 + max(len(plain(cell)) for cell in row) / column for row in rows)
    if kind == "pre":
        return sum(1.4 + len(line) // width for line in node[1].split("\n"))
    if kind == "image":
        return 40.0
    return 2.0 + _lines(node[1], width) if len(node) > 1 and isinstance(node[1], list) else 1.0


def _item(nodes: list[Node], width: float) -> float:
    return max(1.1 + len(plain(nodes)) / max(width, 12), _lines(nodes, width))
