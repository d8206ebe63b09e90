"""Nodes -> a rough height, to tell cards that surely fit on a page from those that may not."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefer.sheets.prose import Node, plain

_PAPERS = {"a4": (210.0, 297.0), "us-letter": (215.9, 279.4)}  # millimetres
_FURNITURE = 40.0  # head and foot of a page
_AXIS = 30.0  # the column of labels left of the text
_POINT = 0.3528
_SIGN = 0.48  # the width of a sign of running text, to its size
_LEADING = 1.32  # the height of a line, to its size
_SHORT = 0.34  # of a page: what is kept together leaves no more of it empty
_LEAD = 0.6  # of a page by this guess, which is high: some 0.45
_WHOLE = 0.75


@dataclass(frozen=True, slots=True)
class Measure:
    """How many signs a line of text takes, and how many lines a page."""

    signs: float
    lines: float

    def fit_of(self, card: Mapping[str, Any]) -> str:
        """Return "short": a third of a page; "whole": surely fits on one; "flow": may not."""
        lines = self.lines_of(card)
        if lines < self.lines * _SHORT:
            return "short"
        return "whole" if lines < self.lines * _WHOLE else "flow"

    def lead_of(self, card: Mapping[str, Any]) -> int:
        """Return how many blocks of the text stay with the title: up to the first quotation.

        0 where that would keep more together than a page can spare.
        """
        body = card["body"]
        quoted = next((n for n, node in enumerate(body, start=1) if node[0] == "quote"), 1)
        for count in (quoted, 1):
            lead = {**card, "body": body[:count], "notes": [], "own": []}
            if body and self.lines_of(lead) < self.lines * _LEAD:
                return count
        return 0

    def lines_of(self, card: Mapping[str, Any]) -> float:
        """Return about how many lines of text a card takes."""
        facts = sum(1.4 + _wide(row["value"]) // self.signs for row in card["facts"])
        head = 4 + 2 * len(card["title"]) / self.signs + 1.2 * _wide(card["summary"]) / self.signs
        body = sum(_lines(card[part], self.signs) for part in ("body", "notes", "own"))
        return float(head + facts + body)


def measure_of(paper: Mapping[str, Any]) -> Measure:
    """Return the measure of a paper as data.json describes it."""
    wide, high = _PAPERS[paper["paper"]]
    if paper["flipped"]:
        wide, high = high, wide
    size = paper["size"] * _POINT
    text = wide - 2 * paper["margin"] - paper["binding"] - _AXIS
    return Measure(text / (size * _SIGN), (high - _FURNITURE) / (size * _LEADING))


def _wide(nodes: list[Node]) -> int:
    """Return the width of the words of nodes in signs; a Chinese sign counts twice."""
    text = plain(nodes)
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def _lines(nodes: list[Node], width: float) -> float:
    return sum(_height(node, max(width, 12)) for node in nodes if isinstance(node, list))


def _height(node: list[Any], width: float) -> float:
    kind = node[0]
    if kind in {"p", "h"}:
        return 1.5 + _wide(node[1]) / width + (40.0 if _has_image(node) else 0)
    if kind == "quote":
        pairs = 1.5 * len(node[2]["pairs"])
        return 2.5 + pairs + max(_wide(node[1]) / width, _lines(node[1], width))
    if kind in {"ul", "ol"}:
        return sum(_item(item, width - 4) for item in node[1])
    if kind == "dl":
        return sum(_item(term, width) + _item(text, width - 4) for term, text in node[1])
    if kind == "table":
        rows = [node[1], *node[2]]
        column = max(width / max(len(node[1]), 1), 4)
        return sum(2.0 + max(_wide(cell) for cell in row) / column for row in rows)
    if kind == "pre":
        return 2.7 + sum(1.0 + len(line) // width for line in node[1].split("\n"))
    if kind == "image":
        return 40.0
    return 2.0 + _lines(node[1], width) if len(node) > 1 and isinstance(node[1], list) else 2.0


def _item(nodes: list[Node], width: float) -> float:
    return max(1.1 + _wide(nodes) / max(width, 12), _lines(nodes, width))


def _has_image(node: list[Any]) -> bool:
    return any(isinstance(child, list) and child[0] == "image" for child in node[1])
