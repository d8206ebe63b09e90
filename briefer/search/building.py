"""Entries -> a tantivy index, in memory or in a folder.

Whatever tantivy throws, panics included, leaves through `the_one_door` as BrokenIndex.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.search.entries import Entries, Entry
from briefer.search.folding import Folding
from briefer.search.model import PASSAGE, Part

if TYPE_CHECKING:
    import tantivy

_HEAPS = (15_000_000, 60_000_000)  # bytes; the smallest that tantivy takes, and roomy
# Documents made before they are added. Adding lets go of the interpreter for an instant; done
# every tenth of a millisecond, that keeps other threads waiting for a turn that never comes.
_AT_ONCE = 64
_LARGE = 2_000  # entries from which more room spares tantivy some merging


FIELDS: tuple[str, ...] = (*(part.value for part in Part), PASSAGE)  # with text


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
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="words")
    builder.add_text_field("tag", tokenizer_name="words", index_option="basic")
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
        writer = index.writer(heap_size=_HEAPS[len(entries) > _LARGE], num_threads=1)
        groups = _groups(entries)
        numbered = enumerate(entries.all(folding))
        documents = (_document(entry, ordinal, groups) for ordinal, entry in numbered)
        while some := tuple(islice(documents, _AT_ONCE)):
            for document in some:
                writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        return opened(index)


def opened(index: tantivy.Index) -> Stored:
    """Return an index as it is now on disk or in memory, ready to be asked."""
    index.reload()
    searcher = index.searcher()
    found = (searcher.terms_with_prefix(field, "") for field in FIELDS)
    return Stored(index, searcher, tuple(sorted({word for field in found for word, _ in field})))


def register(index: tantivy.Index) -> None:
    """Set the tokenizer: the texts come in folded, with a space between words."""
    import tantivy

    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("words", words)


def stored_tag(tag: str) -> str:
    """Return a tag as one word of the index."""
    return "_".join(tag.split())


def _stored_tags(tags: tuple[str, ...]) -> str:
    line = "\0".join(tags)
    whole = len(line.split()) == 1  # most tags have no white space
    return line.replace("\0", " ") if whole else " ".join(map(stored_tag, tags))


def _groups(entries: Entries) -> dict[str, int]:
    return {kind.id: number for number, kind in enumerate(entries.briefing.kinds)}


def _document(entry: Entry, ordinal: int, groups: dict[str, int]) -> tantivy.Document:
    import tantivy

    texts = {field: list(lines) for field, lines in entry.texts.items()}
    kinds = [tag.removeprefix("kind:") for tag in entry.tags if tag.startswith("kind:")]
    document = tantivy.Document(**texts, tag=_stored_tags(entry.tags), day=entry.day)
    document.add_unsigned("ordinal", ordinal)
    document.add_unsigned("group", groups.get(kinds[-1], len(groups)) if kinds else len(groups))
    return document
