"""What takes bytes from elsewhere: each target must answer, or refuse with a declared error."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefer.briefing.breakdown import Source, outline_of
from briefer.briefing.cards import CardReader
from briefer.briefing.decoding import decoded_anyway
from briefer.briefing.disguises import unmasked
from briefer.briefing.documents import document_of
from briefer.briefing.errors import BrieferError
from briefer.briefing.kinds import Kinds
from briefer.briefing.manifest import DocumentEntry, read_manifest
from briefer.briefing.markup import element_tree
from briefer.briefing.model import Place
from briefer.briefing.packages import open_package
from briefer.briefing.plain import plain_words
from briefer.briefing.sentences import sentences_of
from briefer.evidence.folding import folded
from briefer.search.query import leaves, parse

_BLOCKS = "prose p h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr th td hr"
_INLINE = "em strong code sup br a img card-link quotation citation footnotes footnote s u"
_TAGS = frozenset(f"{_BLOCKS} {_INLINE}".split(" "))
_ENTRY = DocumentEntry("a", "A", "a.md", "", "A", "", Place("briefing.toml"))


def manifest(data: bytes) -> None:
    """briefing.toml -> what it says, each problem with a sentence."""
    with suppress(BrieferError):
        for problem in read_manifest(data).problems:
            assert problem.message
            assert problem.place.file == "briefing.toml"


def breakdown(data: bytes) -> None:
    """breakdown.md -> cards, their trees and their words."""
    text, _ = decoded_anyway(data, "breakdown.md")
    reader = CardReader(Kinds(()).headings)
    outline = outline_of([Source("breakdown.md", text)])
    for part in outline.left_out:
        reader.omissions(part)
    for draft in outline.cards:
        card = reader.card(draft)
        for prose in (card.body, card.notes):
            plain_words(prose.text)
            for element in element_tree(prose, "breakdown").iter():
                assert element.tag in _TAGS, element.tag
                assert not any(name.startswith("on") for name in element.attrib)


def package(data: bytes) -> None:
    """A .briefing -> its files, all of them within their bounds."""
    with tempfile.TemporaryDirectory() as folder, suppress(BrieferError):
        path = Path(folder) / "x.briefing"
        path.write_bytes(data)
        files = open_package(path)
        for name in files.entries:
            with suppress(BrieferError):
                assert len(files.read(name, 100_000)) == files.size(name)
        assert list(Path(folder).iterdir()) == [path]


def query(data: bytes) -> None:
    """What is typed into the search box -> a tree."""
    text = data.decode("utf-8", "surrogateescape" if len(data) % 2 else "replace")
    for typing in (False, True):
        tree = parse(text, typing=typing)
        if tree is not None:
            assert list(leaves(tree, negated=True))


def document(data: bytes) -> None:
    """A text that is quoted -> paragraphs and sentences, all of them within it."""
    with suppress(BrieferError):
        found, _ = document_of(_ENTRY, data)
        ends = len(found.text)
        last = 0
        for paragraph in found.paragraphs:
            assert last <= paragraph.span.start < paragraph.span.end <= ends
            last = paragraph.span.end
        for sentence in sentences_of(found):
            assert 0 <= sentence.span.start < sentence.span.end <= ends
        folded(found.text)
        unmasked(found.text)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "manifest": manifest,
    "breakdown": breakdown,
    "package": package,
    "query": query,
    "document": document,
}
