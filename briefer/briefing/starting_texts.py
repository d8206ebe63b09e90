"""The documents of a new briefing -> its briefing.toml and breakdown.md, with comments."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from briefer.briefing.documents import division_of
from briefer.briefing.escaping import escaped
from briefer.briefing.model import Document, Span
from briefer.briefing.sentences import sentences_of

_MANIFEST = """\
# What this briefing is. Every line that begins with # is a comment.

title = {title}
subtitle = ""
language = "en"                # the language of the cards, such as "en", "fr" or "de"
authors = []                   # such as ["A. Name", "B. Name"]
# as_of = 2024-05-01           # the day the material describes; only when it says so
marking = ""                   # a banner on every page and screen; empty: no banner
paper = "a4"                   # a4 or us-letter

# The documents that the cards quote. Never edit them: the quotations are compared with them.
"""
_DOCUMENT = """
[[documents]]
id = {id}
title = {title}
file = {file}
paragraphs = {paragraphs}          # a paragraph is a line, or a block between blank lines
letter = {letter}                   # {letter_only}1 is paragraph 1 of this document
sha256 = {sha256}
"""
_AGENDA = """
# A run order is cards for presenting and printing. Take the # away from its five lines.

# [[agendas]]
# id = "short"
# title = "Three minutes"
# minutes = 3
# cards = ["overview", "first-channel"]
"""
_BREAKDOWN = """\
# Overview

## {title} in one minute {{#overview}}
Sources: [[first-source]]

Write the bottom line here, in one or two sentences: it is the card's summary.

> {quotation}
> — [@{id}, ¶{paragraph}]

A block quote is a quotation. Its last line names the document and the paragraph.

### Notes

What the presenter says. The room never sees it.

# Channels

## A first channel {{#first-channel}}
Actors: [[first-actor]]
Purposes: [[first-purpose]]
Sources: [[first-source]]
Also known as: another name that people search for
Status: an example

Say what this channel is. The lines above are fields; the names in brackets lead to other cards.

> {quotation}
> — [@{id}, ¶{paragraph}]

# Actors

## A first actor {{#first-actor}}
Sources: [[first-source]]

Say who this is, and what the document says that they do.

> {quotation}
> — [@{id}, ¶{paragraph}]

# Purposes

## A first purpose {{#first-purpose}}
Sources: [[first-source]]

Say what the channels are for.

> {quotation}
> — [@{id}, ¶{paragraph}]

# Sources

## {document} {{#first-source}}
Document: {id}

Say who wrote the document, and on whose word it relies.

> {quotation}
> — [@{id}, ¶{paragraph}]
"""
_MARKUP = re.compile(r"[#*_`\[\]|>\\]")
_FEWEST, _MOST = 20, 500  # signs of a sentence that is a good example


class _Example(NamedTuple):
    words: str
    paragraph: int


def first_manifest(title: str, documents: Sequence[Document]) -> str:
    """Return briefing.toml for these documents, which lie in `documents/`."""
    parts = [_MANIFEST.format(title=_toml(title))]
    for document in documents:
        parts.append(
            _DOCUMENT.format(
                id=_toml(document.id),
                title=_toml(document.title),
                file=_toml(f"documents/{document.file}"),
                paragraphs=_toml(division_of(document.text)),
                letter=_toml(document.letter),
                letter_only=document.letter,
                sha256=_toml(document.sha256),
            )
        )
    return "".join([*parts, _AGENDA])


def first_breakdown(title: str, document: Document) -> str:
    """Return breakdown.md with a card of each kind, each with a true quotation."""
    example = _example(document)
    return _BREAKDOWN.format(
        title=escaped(title),
        id=document.id,
        document=escaped(document.title),
        quotation=escaped(example.words),
        paragraph=example.paragraph,
    )


def _example(document: Document) -> _Example:
    """Return the first sentence that stands only once, and is neither very short nor long."""
    spans = [(each.span, each.paragraph) for each in sentences_of(document)]
    spans = spans[:200] or [(document.paragraphs[0].span, 1)]
    good = (each for each in spans if _is_good(document, each[0]))
    span, paragraph = next(good, spans[0])
    return _Example(document.text[span.start : span.end], paragraph)


def _is_good(document: Document, span: Span) -> bool:
    words = document.text[span.start : span.end]
    if not _FEWEST <= len(words) <= _MOST or (document.markdown and _MARKUP.search(words)):
        return False
    return document.text.count(words) == 1


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
