"""What the window shows in place of a briefing that cannot be read, and why it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.briefing.model import Problem
from briefer.language import tr


class UnreadablePage(QWidget):
    """Names the folder, lists every problem with its place, and offers the ways on."""

    open_wanted = Signal()
    built_in_wanted = Signal()
    again_wanted = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tried = Path()
        self._built = False

    def show_problems(self, path: Path, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the briefing at this path."""
        if not self._built:
            self._build()
        self._path.setText(str(path))
        self._path.setAccessibleName(str(path))
        lines = (problem_line(problem, path.name) for problem in problems)
        self._problems.setPlainText("\n".join(lines))
        self._tried = path

    def _build(self) -> None:
        from PySide6.QtWidgets import QPlainTextEdit

        self._built = True
        title = QLabel(tr("This briefing can’t be opened"), self)
        title.setObjectName("pageTitle")
        self._path = QLabel(self)
        self._path.setTextFormat(Qt.TextFormat.PlainText)
        self._path.setWordWrap(True)
        self._problems = QPlainTextEdit(self)
        self._problems.setReadOnly(True)
        self._problems.setTabChangesFocus(True)
        self._problems.setAccessibleName(tr("Why it can’t be opened"))
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(14)
        for widget in (title, self._path, self._problems):
            column.addWidget(widget)
        column.addLayout(self._buttons())

    def _try_again(self) -> None:
        self.again_wanted.emit(self._tried)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, wanted in (
            (tr("Try again"), self._try_again),
            (tr("Open another briefing…"), self.open_wanted.emit),
            (tr("Open the built-in briefing"), self.built_in_wanted.emit),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, tell=wanted: tell())
            row.addWidget(button)
        row.addStretch()
        return row


def problem_line(problem: Problem, known: str = "") -> str:
    """Return a problem as one line: its place, then its sentence.

    A file is not named twice: neither before a sentence that begins with it, nor when the reader
    knows it already.
    """
    file, line, _ = problem.place
    said = not file or file == known or problem.message.startswith(file)
    where = ", ".join(([] if said else [file]) + ([tr("line {line}", line=line)] if line else []))
    return f"{where[:1].upper() + where[1:] if said else where}: {problem.message}".lstrip(": ")
