"""Ctrl+G: asks for a paragraph by its number."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from briefer.briefing.model import Document
from briefer.desktop.dialog_parts import dialog_column
from briefer.desktop.paragraph_names import find_paragraph
from briefer.language import tr


class ParagraphDialog(QDialog):
    """A line to type a paragraph into; only one that exists can be gone to."""

    def __init__(self, documents: tuple[Document, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self.setWindowTitle(tr("Go to a paragraph"))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("Paragraph"))
        label = QLabel(_question(documents), self)
        label.setBuddy(self.line)
        label.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self._go = buttons.button(standard.Ok)
        self._go.setText(tr("Go"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self._weigh)
        column = dialog_column(self)
        for widget in (label, self.line, buttons):
            column.addWidget(widget)
        self._weigh("")

    def paragraph(self) -> tuple[str, int] | None:
        """Return the document's id and the number that are typed, when they exist."""
        return find_paragraph(self.line.text(), self._documents)

    def _weigh(self, text: str) -> None:
        self._go.setEnabled(find_paragraph(text, self._documents) is not None)


def _question(documents: tuple[Document, ...]) -> str:
    ranges = (
        tr(
            "{letter}{first} to {letter}{last}",
            letter=document.letter,
            first=1,
            last=len(document.paragraphs),
        )
        for document in documents[:6]
        if document.paragraphs
    )
    return tr("Paragraph: {ranges}", ranges=", ".join(ranges))
