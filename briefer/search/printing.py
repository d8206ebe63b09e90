"""Results -> the command line's JSON, and lines for people."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from briefer.language import ntr
from briefer.search.model import CardHit, Hit, Results, Snippet


def results_json(results: Results) -> dict[str, Any]:
    """Return the object that `briefer search --json` prints; snippets with hits in <mark>.

    The snippets' own `&`, `<` and `>` are written as in HTML, so that only marks are tags.
    """
    said = filter(None, (results.explained, results.note))
    return {
        "query": results.query,
        "explained": ". ".join(said),
        "total": results.total,
        "took_ms": results.took_ms,
        "hits": [_hit_json(hit) for hit in results.hits],
    }


def results_lines(results: Results) -> Iterator[str]:
    """Yield lines for people: how the query was understood, then the hits, best first."""
    if results.explained:
        yield f"{results.explained}: " + ntr("{n} hit", "{n} hits", results.total)
    if results.note:
        yield f"{results.note}."
    for hit in results.hits:
        yield ""
        yield _heading(hit)
        if hit.snippet.text:
            yield f"    {_marked(hit.snippet, '*', '*', escape=False)}"


def _hit_json(hit: Hit) -> dict[str, Any]:
    snippet = _marked(hit.snippet, "<mark>", "</mark>", escape=True)
    if isinstance(hit, CardHit):
        return {
            "type": "card",
            "id": hit.card,
            "kind": hit.kind,
            "title": hit.title,
            "score": hit.score,
            "snippet": snippet,
        }
    return {
        "type": "passage",
        "document": hit.document,
        "paragraph": hit.paragraph,
        "score": hit.score,
        "snippet": snippet,
    }


def _heading(hit: Hit) -> str:
    if isinstance(hit, CardHit):
        return f"{_printable(hit.title)}  [{hit.kind}/{hit.card}]"
    return f"{hit.letter}{hit.paragraph}  [{hit.document}, paragraph {hit.paragraph}]"


def _marked(snippet: Snippet, before: str, after: str, *, escape: bool) -> str:
    parts: list[str] = []
    end = 0
    for mark in snippet.marks:
        parts += [_part(snippet.text[end : mark.start], escape), before]
        parts += [_part(snippet.text[mark.start : mark.end], escape), after]
        end = mark.end
    return "".join((*parts, _part(snippet.text[end:], escape)))


def _part(text: str, escape: bool) -> str:
    return html.escape(text, quote=False) if escape else text


def _printable(text: str) -> str:
    """Return the text without what would steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)
