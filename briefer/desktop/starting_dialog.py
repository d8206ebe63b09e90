"""File, New: which documents, and where the briefing's folder goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)

from briefer.briefing.errors import BrieferError
from briefer.briefing.starting import start_briefing
from briefer.desktop.dialog_parts import dialog_column
from briefer.language import tr

_FILTER = tr("Documents (*.txt *.md);;All files (*)")


class StartingDialog(QDialog):
    """Collects documents and a folder, and starts the briefing; stays open when that fails."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New briefing"))
        self.resize(620, 420)
        self.documents: tuple[Path, ...] = ()
        self.started: Path | None = None
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Documents"))
        self.folder = QLineEdit(self)
        self.folder.setAccessibleName(tr("Folder of the new briefing"))
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._buttons = _buttons(self)
        self._lay_out()
        self.folder.textChanged.connect(lambda _: self._weigh())
        self._weigh()

    def take_documents(self, documents: tuple[Path, ...]) -> None:
        """Take these documents, and suggest a folder beside the first of them."""
        self.documents = documents
        self._list.clear()
        self._list.addItems([str(document) for document in documents])
        if documents and not self.folder.text():
            self.folder.setText(str(documents[0].parent / f"{documents[0].stem}-briefing"))
        self._weigh()

    def start(self) -> None:
        """Start the briefing and close, or say what is wrong."""
        try:
            self.started = start_briefing(Path(self.folder.text()).expanduser(), self.documents)
        except (BrieferError, OSError) as error:
            self._say(str(error), "bad")
            return
        self.accept()

    def _lay_out(self) -> None:
        choose = QPushButton(tr("Choose documents…"), self)
        choose.clicked.connect(self._choose_documents)
        browse = QPushButton(tr("Choose…"), self)
        browse.setAccessibleName(tr("Choose the folder"))
        browse.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.addRow(tr("Documents"), self._list)
        form.addRow("", choose)
        form.addRow(tr("New folder"), row)
        column = dialog_column(self)
        column.addLayout(form)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self._buttons.accepted.connect(self.start)
        self._buttons.rejected.connect(self.reject)
        choose.setFocus()

    def _choose_documents(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Choose documents"), "", _FILTER)
        if names:
            self.take_documents(tuple(Path(name) for name in names))
            self._buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose a folder for the briefing"))
        if name:
            self.folder.setText(name)

    def _weigh(self) -> None:
        missing = _missing(self.documents, self.folder.text())
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not missing)
        self._say(missing, "plain")

    def _say(self, words: str, sign: str) -> None:
        self._said.setText(words)
        self._said.setProperty("sign", sign)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)


def _missing(documents: tuple[Path, ...], folder: str) -> str:
    """Return what is still to be filled in; "" when a briefing can be started."""
    if not documents and not folder.strip():
        return tr("Choose the documents that the briefing is about; a folder is then suggested.")
    if not documents:
        return tr("Choose the documents that the briefing is about.")
    return "" if folder.strip() else tr("Name the folder that the briefing goes into.")


def _buttons(parent: QWidget) -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel, parent)
    buttons.button(standard.Ok).setText(tr("Start"))
    return buttons
