"""The briefing's marking, at the top and at the bottom of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from briefer.desktop.theme_styles import show_label
from briefer.language import tr


class MarkingBanner(QLabel):
    """A strip with the marking's words; not there when there is no marking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_marking(self, marking: str) -> None:
        """Show these words, or nothing when there are none."""
        self.setText(marking)
        show_label(self, marking)
        self.setAccessibleName(tr("Marking: {marking}", marking=marking) if marking else "")
        self.setVisible(bool(marking))
