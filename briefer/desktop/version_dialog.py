"""File, Compare with a new version: what becomes of the cited passages, and the reader's yes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from briefer.briefing.errors import BrieferError
from briefer.briefing.model import Briefing
from briefer.desktop.dialog_parts import dialog_column
from briefer.desktop.dialog_size import resize_within_screen
from briefer.desktop.jobs import Jobs
from briefer.desktop.theme import Theme
from briefer.desktop.value_combo import ValueCombo
from briefer.desktop.version_passages import VersionPassages
from briefer.evidence.accepting import accept
from briefer.evidence.model import Report
from briefer.evidence.versions import VersionComparison, compare_with_file, fates_in_words
from briefer.language import ntr, tr

_FILTER = tr("Texts (*.txt *.md);;All files (*)")
_SIZE = (940, 660)
_TICK = tr(
    "A tick writes the new paragraph number into the cards’ citations; no other words change."
)


class VersionDialog(QDialog):
    """Compares a text with a file that holds its new version; accepts it when the reader says so.

    Until then nothing is written.
    """

    accepted_version = Signal(str)  # what was done, for the status line

    def __init__(
        self,
        briefing: Briefing,
        report: Report,
        jobs: Jobs,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._briefing, self._report, self._jobs = briefing, report, jobs
        self._path: Path | None = None
        self._comparison: VersionComparison | None = None
        self.setWindowTitle(tr("Compare with a new version"))
        rows = tuple((d.id, f"{d.letter} · {d.title}") for d in briefing.documents)
        self.texts = ValueCombo(rows, "", self)
        self.texts.setAccessibleName(tr("Text"))
        self.file = QLineEdit(self)
        self.file.setReadOnly(True)
        self.file.setPlaceholderText(tr("The file with the new version"))
        self.file.setAccessibleName(tr("File with the new version"))
        self._choose = QPushButton(tr("&Choose…"), self)
        self._choose.setAccessibleName(tr("Choose the file with the new version"))
        self.said = _words(self)
        self.passages = VersionPassages(theme, self)
        self.tick_all = QPushButton(tr("&Tick all that moved"), self)
        self._hint = _words(self)
        self._hint.setObjectName("muted")
        self._promise = _words(self)
        self._buttons = _buttons(self)
        self._lay_out()
        self._connect()
        self._show(None)
        resize_within_screen(self, *_SIZE)
        self._choose.setFocus()

    def take_file(self, path: Path) -> None:
        """Compare the chosen text with this file."""
        self._path = path
        self.file.setText(str(path))
        self._compare()

    def accept_button(self) -> QPushButton:
        """Return the button that takes the new version in."""
        return self._buttons.button(QDialogButtonBox.StandardButton.Ok)

    def take_in(self) -> None:
        """Take the new version in and close, or say why it can't be and change nothing."""
        comparison, path = self._comparison, self._path
        if comparison is None or comparison.new is None or path is None:
            return
        folder, chosen = self._briefing.files.path, self.passages.ticked()
        try:
            done = accept(folder, comparison, path, chosen)
        except (BrieferError, OSError) as error:
            self._say(str(error), "bad")
            return
        renewed = (
            tr(
                ", {citations} renumbered",
                citations=ntr("{n} citation", "{n} citations", done.citations),
            )
            if done.citations
            else ""
        )
        self.accepted_version.emit(
            tr(
                "{name} is the text now{renewed}; the old file stays",
                name=done.file.name,
                renewed=renewed,
            )
        )
        self.accept()

    def _compare(self) -> None:
        if self._path is None:
            return
        self._show(None)
        self._say(tr("Comparing…"), "plain")
        work = partial(
            compare_with_file, self._briefing, self._report, self.texts.value, self._path
        )
        self._jobs.run("versions", work, self._show)

    def _show(self, comparison: VersionComparison | None) -> None:
        self._comparison = comparison
        self.passages.show_comparison(self._briefing, comparison)
        there = comparison is not None and comparison.new is not None
        moved = self.passages.tickable() if there else 0
        self.tick_all.setVisible(moved > 0)
        self.tick_all.setText(tr("&Tick all that moved"))
        self._hint.setText(_TICK if moved else "")
        self.accept_button().setEnabled(there)
        self._tell(comparison)

    def _tell(self, comparison: VersionComparison | None) -> None:
        self._promise.setText("")
        if comparison is None:
            self._say(
                tr("Choose the file with the new version. Nothing is written until you accept.")
            )
        elif comparison.old is None or comparison.new is None:
            self._say(" ".join(problem.message for problem in comparison.problems), "bad")
        elif comparison.old.sha256 == comparison.new.sha256:
            self.accept_button().setEnabled(False)
            self._say(tr("The file is the same as the text, byte for byte."), "good")
        else:
            words = fates_in_words(comparison)
            self._say(words[:1].upper() + words[1:], "good" if comparison.ok else "warning")
            self._promise.setText(_promise(comparison, self._path))

    def _say(self, words: str, sign: str = "plain") -> None:
        self.said.setText(words)
        self.said.setProperty("sign", sign)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)

    def _tick_all(self) -> None:
        on = len(self.passages.ticked()) < self.passages.tickable()
        self.passages.tick_all(on)
        self.tick_all.setText(tr("Un&tick all") if on else tr("&Tick all that moved"))

    def _choose_file(self) -> None:
        near = self._path or self._briefing.files.path / "documents"
        start = str(next(folder for folder in near.parents if folder.is_dir()))
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose the new version"), start, _FILTER)
        if name:
            self.take_file(Path(name))

    def _connect(self) -> None:
        self._choose.clicked.connect(self._choose_file)
        self.texts.currentIndexChanged.connect(lambda _: self._compare())
        self.tick_all.clicked.connect(self._tick_all)
        self._buttons.accepted.connect(self.take_in)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        chosen = QHBoxLayout()
        chosen.addWidget(self.file, 1)
        chosen.addWidget(self._choose)
        form = QFormLayout()
        form.addRow(tr("Te&xt"), self.texts)
        form.addRow(tr("New version"), chosen)
        ticks = QHBoxLayout()
        ticks.addWidget(self._hint, 1)
        ticks.addWidget(self.tick_all)
        column = dialog_column(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.passages, 1)
        column.addStretch()  # below the first words, while there are no passages
        column.addLayout(ticks)
        column.addWidget(self._promise)
        column.addWidget(self._buttons)


def _promise(comparison: VersionComparison, path: Path | None) -> str:
    assert comparison.old is not None and path is not None
    return tr(
        "Accepting writes the new version beside {file}, which stays, and names it "
        "with its hash in briefing.toml. Quotations that changed are not touched: they "
        "are listed as problems until you have read them again.",
        file=comparison.old.file,
    )


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _buttons(parent: QWidget) -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel, parent)
    buttons.button(standard.Ok).setText(tr("&Accept the new version"))
    buttons.button(standard.Ok).setAutoDefault(False)
    return buttons
