"""Ctrl+,: the reader's choices, as the table of settings declares them; each holds at once."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from briefer.desktop.dialog_parts import dialog_column
from briefer.desktop.settings import CHOSEN, FONTS, Setting, Settings
from briefer.desktop.value_combo import ValueCombo
from briefer.language import tr

_LEFT = 2  # sections in the left column
_ROOM, _BETWEEN = 24, 40  # pixels
_FIELD = 250  # pixels


class SettingsDialog(QDialog):
    """Two columns of sections; no row is written here, all come from the table."""

    forget_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._fields: dict[str, QWidget] = {}
        self.setWindowTitle(tr("Settings"))
        sections = [tuple(rows) for _, rows in groupby(CHOSEN, key=lambda row: row.section)]
        columns = QHBoxLayout()
        columns.setSpacing(_BETWEEN)
        columns.addLayout(self._column(sections[:_LEFT]))
        columns.addLayout(self._column(sections[_LEFT:]))
        whole = dialog_column(self)
        whole.setSpacing(_ROOM)
        whole.addLayout(columns)
        whole.addWidget(self._buttons())

    def field(self, setting: Setting[Any]) -> QWidget:
        """Return the control of a setting."""
        return self._fields[setting.key]

    def _column(self, sections: list[tuple[Setting[Any], ...]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(_ROOM)
        for rows in sections:
            column.addLayout(self._section(rows))
        column.addStretch()
        return column

    def _section(self, rows: tuple[Setting[Any], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(1, _FIELD)
        heading = _label(rows[0].section, self, "sectionTitle")
        grid.addWidget(heading, 0, 0, 1, 2)
        for setting in rows:
            self._add(setting, grid)
        return grid

    def _add(self, setting: Setting[Any], grid: QGridLayout) -> None:
        field, line = self._field(setting), grid.rowCount()
        self._fields[setting.key] = field
        field.setAccessibleName(setting.label.replace("&", ""))
        field.setAccessibleDescription(setting.hint)
        if isinstance(field, QCheckBox):
            grid.addWidget(field, line, 0, 1, 2)
        else:
            label = QLabel(setting.label, self)
            label.setBuddy(field)
            grid.addWidget(label, line, 0)
            grid.addWidget(field, line, 1)
        if setting.hint:
            hint = _label(setting.hint, self, "muted")
            hint.setWordWrap(True)
            if isinstance(field, QCheckBox):
                hint.setIndent(_words_of(field))
                grid.addWidget(hint, line + 1, 0, 1, 2)
            else:
                grid.addWidget(hint, line + 1, 1)

    def _field(self, setting: Setting[Any]) -> QCheckBox | QComboBox:
        value = self._settings.get(setting)
        if isinstance(setting.default, bool):
            box = QCheckBox(setting.label, self)
            box.setChecked(value)
            box.toggled.connect(partial(self._settings.set, setting))
            return box
        rows = (*setting.choices, *_families()) if setting in FONTS else setting.choices
        combo = ValueCombo(rows, value, self)
        combo.setMaxVisibleItems(16)
        combo.setEnabled(len(rows) > 1)
        combo.activated.connect(lambda _: self._settings.set(setting, combo.value))
        return combo

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        forget = QPushButton(tr("&Forget…"), self)
        forget.setToolTip(tr("Forget what Briefer keeps: briefings, places, picks, notes"))
        forget.clicked.connect(self.forget_wanted)
        usual = QPushButton(tr("Restore &usual settings"), self)
        usual.clicked.connect(self._restore)
        for button in (forget, usual):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        return buttons

    def _restore(self) -> None:
        for setting in CHOSEN:
            self._settings.set(setting, setting.default)
            field = self._fields[setting.key]
            if isinstance(field, QCheckBox):
                field.setChecked(setting.default)
            elif isinstance(field, ValueCombo):
                field.choose(setting.default)


def _words_of(box: QCheckBox) -> int:
    """Return how far from its left edge a box's words begin."""
    metrics = QStyle.PixelMetric
    parts = (metrics.PM_IndicatorWidth, metrics.PM_CheckBoxLabelSpacing)
    return sum(box.style().pixelMetric(part, None, box) for part in parts)


def _families() -> tuple[tuple[str, str], ...]:
    known = (name for name in QFontDatabase.families() if not name.startswith("."))
    return tuple((name, name) for name in known)


def _label(words: str, parent: QWidget, name: str) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
