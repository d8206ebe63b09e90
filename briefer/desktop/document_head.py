"""The line above a document: which text this is, and how much of it is cited."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from briefer.briefing.model import Document
from briefer.desktop.fonts import bold
from briefer.desktop.overrides import override
from briefer.desktop.tooltips import plain_tooltip
from briefer.language import tr

_TITLE = 120  # pixels that the title keeps
_AROUND = 70  # pixels for the margins and the button's own


class DocumentHead(QWidget):
    """The title of the text, or a chooser when there are several, and the coverage at its right."""

    document_chosen = Signal(str)
    coverage_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._coverage_words = ("", "")
        self._title = QLabel(self)
        self._title.setFont(bold(self._title.font()))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._chooser = _chooser(self)
        self._coverage = _coverage_button(self)
        self._chooser.activated.connect(self._choose)
        self._coverage.clicked.connect(self.coverage_pressed)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(18, 11, 12, 5)
        row.addWidget(self._title, 1)
        row.addWidget(self._chooser, 1)
        row.addWidget(self._coverage)

    def show_documents(self, documents: tuple[Document, ...], current: str) -> None:
        """Offer these documents, with one of them chosen."""
        self._chooser.clear()
        for document in documents:
            self._chooser.addItem(f"{document.letter} · {document.title}", document.id)
        self._chooser.setCurrentIndex(self._chooser.findData(current))
        if len(documents) > 1 and self._chooser.isHidden():  # its list is not made before
            from briefer.desktop.value_combo import give_rows_room

            give_rows_room(self._chooser)
        self._chooser.setVisible(len(documents) > 1)
        self._title.setVisible(len(documents) <= 1)
        self._words = tr("Text · {title}", title=documents[0].title) if documents else tr("No text")
        self._title.setToolTip(plain_tooltip(documents[0].title if documents else ""))
        self._elide()

    def choose_document(self, document_id: str) -> None:
        """Show another document as the chosen one."""
        self._chooser.setCurrentIndex(self._chooser.findData(document_id))

    def show_coverage(self, words: str, short: str, hint: str) -> None:
        """Say how much is cited, in fewer words where room is short; "" while it is not known."""
        self._coverage_words = (words, short)
        self._coverage.setVisible(bool(words))
        self._coverage.setAccessibleName(words)
        self._coverage.setToolTip(plain_tooltip(hint))
        self._elide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self._title.font())
        words, short = self._coverage_words
        wanted = min(metrics.horizontalAdvance(self._words), _TITLE)
        roomy = metrics.horizontalAdvance(words) + wanted + _AROUND <= self.width()
        self._coverage.setText(words if roomy else short)
        self._row.activate()
        mode = Qt.TextElideMode.ElideRight
        self._title.setText(metrics.elidedText(self._words, mode, self._title.width()))

    def _choose(self, index: int) -> None:
        self.document_chosen.emit(self._chooser.itemData(index))


def _chooser(parent: QWidget) -> QComboBox:
    chooser = QComboBox(parent)
    chooser.setAccessibleName(tr("Text"))
    chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    chooser.setVisible(False)
    return chooser


def _coverage_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("flat")
    button.setVisible(False)
    return button
