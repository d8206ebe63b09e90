"""After a talk: how long each card took, to be saved as Markdown or CSV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSaveFile, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.model import Briefing
from briefer.language import tr
from briefer.talk.clock import minutes_and_seconds
from briefer.talk.talk import Talk
from briefer.talk.times import CardTime, card_times, times_csv, times_markdown

_FILTERS = tr("Markdown (*.md);;CSV (*.csv)")


class TimesDialog(QDialog):
    """Shows the times; saves them when asked, and only then."""

    def __init__(self, briefing: Briefing, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Times of the talk"))
        self._title = f"{briefing.title}: {talk.run.title}"
        self._times = card_times(briefing, talk)
        self.said = QLabel(_headline(self._times, talk), self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(_table(self._times, self))
        column.addWidget(self._buttons())
        self.resize(520, 460)

    def save(self, file: Path) -> bool:
        """Write the times; the ending tells which form. A failed write leaves the old file."""
        csv = file.suffix.casefold() == ".csv"
        words = times_csv(self._times) if csv else times_markdown(self._title, self._times)
        writer = QSaveFile(str(file))
        done = writer.open(QSaveFile.OpenModeFlag.WriteOnly)
        done = done and writer.write(words.encode()) >= 0 and writer.commit()
        self.said.setText(
            tr("Saved as {name}", name=file.name)
            if done
            else f"{file.name}: {writer.errorString()}"
        )
        return done

    def _ask(self) -> None:
        name, chosen = QFileDialog.getSaveFileName(self, tr("Save the times"), "times.md", _FILTERS)
        if name:
            file = Path(name)
            ending = ".csv" if "csv" in chosen else ".md"
            self.save(file if file.suffix else file.with_suffix(ending))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        save = buttons.addButton(tr("&Save…"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(self._ask)
        buttons.rejected.connect(self.reject)
        return buttons


def _headline(times: tuple[CardTime, ...], talk: Talk) -> str:
    words = tr(
        "The talk took {time}",
        time=minutes_and_seconds(sum(time.seconds for time in times)),
    )
    if talk.run.minutes is None:
        return words
    return tr(
        "{words} of {time}",
        words=words,
        time=minutes_and_seconds(talk.run.minutes * 60),
    )


def _table(times: tuple[CardTime, ...], parent: QWidget) -> QTreeWidget:
    table = QTreeWidget(parent)
    table.setAccessibleName(tr("Times per card"))
    table.setRootIsDecorated(False)
    table.setHeaderLabels([tr("Card"), tr("Spent"), tr("Planned")])
    for time in times:
        planned = "" if time.planned is None else minutes_and_seconds(time.planned * 60)
        row = QTreeWidgetItem([time.title, minutes_and_seconds(time.seconds), planned])
        for column in (1, 2):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        table.addTopLevelItem(row)
    header = table.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table
