"""Ctrl+G: what people type for a paragraph."""

from __future__ import annotations

import pytest

from briefer.briefing.model import Document, Paragraph, Span
from briefer.desktop.paragraph_dialog import ParagraphDialog
from briefer.desktop.paragraph_names import find_paragraph


def document(letter: str, count: int) -> Document:
    paragraphs = tuple(Paragraph(n, Span(n, n + 1)) for n in range(1, count + 1))
    return Document(letter.lower(), letter, letter, "x.txt", "x" * 99, paragraphs, "")


DOCUMENTS = (document("A", 12), document("B", 3))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12", ("a", 12)),
        ("A12", ("a", 12)),
        (" b2 ", ("b", 2)),
        ("¶4", ("a", 4)),
        ("p4", ("a", 4)),
        ("B ¶ 3", ("b", 3)),
        ("B4", None),
        ("0", None),
        ("C1", None),
        ("A", None),
        ("", None),
        ("twelve", None),
        ("1" * 40, None),
    ],
)
def test_a_paragraph_is_found_by_what_people_type(typed, found) -> None:
    assert find_paragraph(typed, DOCUMENTS) == found


def test_only_a_paragraph_that_exists_can_be_gone_to(qtbot) -> None:
    dialog = ParagraphDialog(DOCUMENTS)
    qtbot.addWidget(dialog)
    dialog.line.setText("B9")
    assert not dialog._go.isEnabled()
    dialog.line.setText("B3")
    assert dialog._go.isEnabled()
    assert dialog.paragraph() == ("b", 3)
