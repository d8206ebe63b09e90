"""Positions of Qt's text and offsets of the document's, both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from briefer.briefing.model import Document, Paragraph, Span
from briefer.desktop.document_text import DocumentText

pytestmark = pytest.mark.usefixtures("qapp")

PARAGRAPHS = st.lists(
    st.text(alphabet="aé 🚀שe\u0301\t\x00\ufffc\u2029", min_size=1).filter(str.strip), min_size=1
)


def document(text: str, *, markdown: bool = False, gap: str = "\n") -> Document:
    """Return a document whose paragraphs are parted by `gap`."""
    paragraphs: list[Paragraph] = []
    at = 0
    for words in text.split(gap):
        if words.strip():
            paragraphs.append(Paragraph(len(paragraphs) + 1, Span(at, at + len(words))))
        at += len(words) + len(gap)
    return Document("d", "D", "A", "d.txt", text, tuple(paragraphs), "", markdown)


def shown(text: DocumentText) -> str:
    return text.layout.toPlainText()


@given(PARAGRAPHS)
def test_every_offset_comes_back_from_its_position(paragraphs: list[str]) -> None:
    source = document("\n".join(paragraphs))
    text = DocumentText(source, QFont())
    for paragraph in source.paragraphs:
        for offset in range(paragraph.span.start, paragraph.span.end + 1):
            assert text.offset(text.position(offset)) == offset


def test_an_emoji_takes_two_units_and_one_offset() -> None:
    text = DocumentText(document("🚀 up\nnext"), QFont())
    assert text.position(2) == 3
    assert text.offset(text.position(5)) == 5


def test_blank_lines_between_paragraphs_are_not_shown() -> None:
    text = DocumentText(document("one\n\n\n\ntwo", gap="\n\n"), QFont())
    assert shown(text) == "one\ntwo"
    assert text.offset(text.position(7)) == 7


def test_what_qt_would_take_for_an_object_or_a_new_block_is_shown_as_a_sign() -> None:
    text = DocumentText(document("a\ufffcb\u2029c\x00d"), QFont())
    assert text.layout.blockCount() == 1
    assert shown(text) == "a\ufffdb\nc\ufffdd"


def test_lines_wrapped_by_hand_flow_again() -> None:
    line = "The conversations are not merely ceremonial; they reflect"
    text = DocumentText(document(f"{line}\na sustained effort", gap="\n\n"), QFont())
    assert shown(text) == f"{line} a sustained effort"


def test_a_long_line_elsewhere_does_not_hide_how_lines_are_wrapped() -> None:
    line = "The conversations are not merely ceremonial; they reflect"
    text = DocumentText(document(f"{'x' * 500}\n\n{line}\na sustained effort", gap="\n\n"), QFont())
    assert shown(text).endswith(f"{line} a sustained effort")


def test_the_lines_of_a_verse_stay() -> None:
    verse = "Roses are red,\nviolets are blue,\nthis is a verse"
    assert shown(DocumentText(document(verse, gap="\n\n"), QFont())) == verse


def test_a_markdown_document_is_shown_as_its_source() -> None:
    source = "# One\n" + "word " * 20 + "\n" + "*two*"
    text = DocumentText(document(source, markdown=True, gap="\n\n"), QFont())
    assert shown(text) == source


def test_a_word_without_end_is_laid_out_in_parts() -> None:
    source = document("x" * 10_000)
    text = DocumentText(source, QFont())
    assert text.layout.blockCount() == 16
    assert [piece.opens for piece in text.pieces] == [True, *[False] * 15]
    assert text.offset(text.position(9_999)) == 9_999


def test_of_an_endless_document_as_much_is_shown_as_qt_can_lay_out(monkeypatch) -> None:
    monkeypatch.setattr("briefer.desktop.document_text._MOST_LINES", 3)
    text = DocumentText(document("One.\nTwo.\nThree.\nFour.\nFive."), QFont())
    assert shown(text).startswith("One.\nTwo.\nThree.\n… The text goes on: 2 more paragraphs")
    assert text.offset(text.layout.characterCount() - 1) == len("One.\nTwo.\nThree.")
    assert text.position(20) == len("One.\nTwo.\nThree.")


def test_an_empty_document_has_one_place() -> None:
    text = DocumentText(document(""), QFont())
    assert (text.position(5), text.offset(0)) == (0, 0)
