"""Entries -> a tantivy index, in memory or in a folder.

Whatever tantivy throws, panics included, leaves through `the_one_door` as BrokenIndex.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.search.entries import Entries, Entry
from briefer.search.folding import Folding
from briefer.search.model import Part

if TYPE_CHECKING:
    import tantivy

_HEAP = 15_000_000  # bytes; the smallest that tantivy takes


class BrokenIndex(Exception):
    """The index cannot be read or written; it is to be built anew."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An index that is ready, and all its words in order."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    words: tuple[str, ...]


@contextmanager
def the_one_door() -> Iterator[None]:
    """Turn whatever tantivy throws into BrokenIndex; its panics are no Exception."""
    try:
        yield
    except BaseException as error:
        if isinstance(error, ValueError | OSError) or type(error).__name__ == "PanicException":
            raise BrokenIndex(str(error)) from error
        raise


def schema() -> tantivy.Schema:
    """Return the fields of the index: a text for each part, and what is filtered by."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    for part in Part:
        builder.add_text_field(part.value, tokenizer_name="words")
    builder.add_text_field("tag", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("ordinal", fast=True)
    builder.add_unsigned_field("group", fast=True)
    builder.add_integer_field("day", fast=True, indexed=True)
    return builder.build()


def build(entries: Entries, path: Path | None) -> Stored:
    """Build the index of these entries, in memory or in an empty folder."""
    import tantivy

    folding = Folding()
    with the_one_door():
        index = tantivy.Index(schema(), str(path) if path else None)
        register(index)
        index.config_reader(reload_policy="manual")  # no thread that watches the files
        writer = index.writer(heap_size=_HEAP, num_threads=1)
        groups = _groups(entries)
        for ordinal, entry in enumerate(entries.all(folding)):
            writer.add_document(_document(entry, ordinal, groups))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
    words = sorted({word for line in folding.values() for word in line.split(" ") if word})
    return Stored(index, index.searcher(), tuple(words))


def register(index: tantivy.Index) -> None:
    """Set the tokenizer: the texts come in folded, with a space between words."""
    import tantivy

    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("words", words)


def _groups(entries: Entries) -> dict[str, int]:
    return {kind.id: number for number, kind in enumerate(entries.briefing.kinds)}


def _document(entry: Entry, ordinal: int, groups: dict[str, int]) -> tantivy.Document:
    import tantivy

    document = tantivy.Document()
    for part, texts in entry.texts.items():
        for text in texts:
            if text:
                document.add_text(part.value, text)
    group = len(groups)
    for tag in entry.tags:
        document.add_text("tag", tag)
        if tag.startswith("kind:"):
            group = groups.get(tag.removeprefix("kind:"), group)
    document.add_unsigned("ordinal", ordinal)
    document.add_unsigned("group", group)
    document.add_integer("day", entry.day)
    return document
