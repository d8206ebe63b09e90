"""What a presenter sets once: the smallest letters, and the clicker's key for the source."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from briefer.desktop.presenting_key_button import KeyButton
from briefer.desktop.value_combo import give_rows_room
from briefer.language import tr

_LETTERS = ((tr("Small"), 30), (tr("Normal"), 34), (tr("Large"), 40), (tr("Very large"), 48))


class TalkOptions(QWidget):
    """Two fields; `letters` are pixels of running text on a slide that is 1080 high."""

    def __init__(self, letters: int, source_key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters = QComboBox(self)
        give_rows_room(self._letters)
        for words, size in _LETTERS:
            self._letters.addItem(words, size)
        self._letters.setCurrentIndex(max(self._letters.findData(letters), 0))
        self.key_button = KeyButton(source_key, self)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Text on slides at &least"), self._letters)
        label = QLabel(tr("Clicker &key for the source, besides S"), self)
        label.setBuddy(self.key_button)
        form.addRow(label, self.key_button)

    @property
    def letters(self) -> int:
        """Return the smallest size that was chosen."""
        return int(self._letters.currentData())

    @property
    def source_key(self) -> str:
        """Return the key as the talk names it; "" for none."""
        return self.key_button.key
