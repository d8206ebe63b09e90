"""A bar below the toolbar for one thing that the reader should know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from briefer.language import tr


class NoticeBar(QFrame):
    """One sentence that stays until it is dismissed or settled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._words: QLabel | None = None  # made when there is something to say
        self.hide()

    def tell(self, words: str, *, bad: bool) -> None:
        """Show a sentence in place of any before it."""
        self.setProperty("sign", "bad" if bad else "plain")
        self.style().unpolish(self)
        self.style().polish(self)
        self._made_words().setText(words)
        self.setAccessibleName(words)
        self.show()

    def _made_words(self) -> QLabel:
        if self._words is None:
            self._words = self._build()
        return self._words

    def _build(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        dismiss = QPushButton(tr("Dismiss"), self)
        dismiss.setAccessibleName(tr("Dismiss this notice"))
        dismiss.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(label, 1)
        row.addWidget(dismiss)
        return label
