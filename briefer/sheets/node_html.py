"""Nodes of a card's prose -> HTML that a mail program or a word processor takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from briefer.sheets.prose import Node

_PLAIN_TAGS = {
    "em": "em",
    "strong": "strong",
    "del": "del",
    "sup": "sup",
    "sub": "sub",
    "small": "small",
    "aside": "blockquote",
}


def html_of(nodes: list[Node], images: Mapping[str, str]) -> str:
    """Return nodes as HTML; `images` gives each picture's address by its file."""
    return "".join(
        escape(node) if isinstance(node, str) else _element(node, images) for node in nodes
    )


def _element(node: list[Any], images: Mapping[str, str]) -> str:
    kind = node[0]
    if tag := _PLAIN_TAGS.get(kind):
        return f"<{tag}>{html_of(node[1], images)}</{tag}>"
    if maker := _MAKERS.get(kind):
        return maker(node, images)
    return html_of(node[1], images)  # plain, lang and whatever only holds others


def _paragraph(node: list[Any], images: Mapping[str, str]) -> str:
    way = f' dir="{node[2]}"' if len(node) > 2 else ""
    return f"<p{way}>{html_of(node[1], images)}</p>"


def _heading(node: list[Any], images: Mapping[str, str]) -> str:
    level = min(node[2] + 1, 6)  # the title of the whole is the first
    return f"<h{level}>{html_of(node[1], images)}</h{level}>"


def _list(node: list[Any], images: Mapping[str, str]) -> str:
    tag = node[0]
    start = f' start="{node[2]}"' if tag == "ol" and node[2] != 1 else ""
    items = "".join(f"<li>{html_of(item, images)}</li>" for item in node[1])
    return f"<{tag}{start}>{items}</{tag}>"


def _terms(node: list[Any], images: Mapping[str, str]) -> str:
    rows = (
        f"<dt>{html_of(term, images)}</dt><dd>{html_of(text, images)}</dd>"
        for term, text in node[1]
    )
    return f"<dl>{''.join(rows)}</dl>"


def _quotation(node: list[Any], images: Mapping[str, str]) -> str:
    evidence = node[2]
    alarm = _alarm(evidence["alarm"]) if evidence["alarm"] else ""
    pairs = "".join(
        f"<p>Document: <b>{escape(pair['document'] or '(nothing)')}</b> → "
        f"Card: <b>{escape(pair['card'] or '(nothing)')}</b></p>"
        for pair in evidence["pairs"]
    )
    foot = html_of(evidence["foot"], images)
    way = f' dir="{evidence["dir"]}"' if evidence["dir"] else ""
    return f"<blockquote{way}>{alarm}{html_of(node[1], images)}{pairs}<p>{foot}</p></blockquote>"


def _table(node: list[Any], images: Mapping[str, str]) -> str:
    heads = "".join(f'<th scope="col">{html_of(cell, images)}</th>' for cell in node[1])
    rows = "".join(
        "<tr>" + "".join(f"<td>{html_of(cell, images)}</td>" for cell in row) + "</tr>"
        for row in node[2]
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _image(node: list[Any], images: Mapping[str, str]) -> str:
    shape = node[2]
    words = escape(shape["alt"], quote=True)
    address = images[shape["file"]]
    return f'<img src="{address}" alt="{words}" width="{round(shape["width"] / 0.75)}">'


def _card(node: list[Any], images: Mapping[str, str]) -> str:
    return f'<a href="#card-{node[2]}">{html_of(node[1], images)}</a>'


def _address(node: list[Any], images: Mapping[str, str]) -> str:
    return f'<a href="{escape(node[2], quote=True)}">{html_of(node[1], images)}</a>'


def _alarm(words: str) -> str:
    return f'<p class="alarm"><strong>⚠ {escape(words)}</strong></p>'


_MAKERS: dict[str, Callable[[list[Any], Mapping[str, str]], str]] = {
    "p": _paragraph,
    "h": _heading,
    "ul": _list,
    "ol": _list,
    "dl": _terms,
    "quote": _quotation,
    "table": _table,
    "image": _image,
    "card": _card,
    "url": _address,
    "alarm": lambda node, _images: f"<strong> ⚠ {escape(node[1])}</strong>",
    "ref": lambda node, _images: f"<small>{escape(node[1])}</small>",
    "code": lambda node, _images: f"<code>{escape(node[1])}</code>",
    "pre": lambda node, _images: f"<pre>{escape(node[1])}</pre>",
    "note": lambda node, images: f"<small> [{html_of(node[1], images)}]</small>",
    "br": lambda _node, _images: "<br>",
    "hr": lambda _node, _images: "<hr>",
}
