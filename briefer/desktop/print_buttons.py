"""Under the choices of a print: how it stands, the printer, and where the pages can go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.desktop.value_combo import ValueCombo
from briefer.language import ntr, tr

_COPIES = tuple((number, ntr("{n} copy", "{n} copies", number)) for number in range(1, 31))


class PrintButtons(QWidget):
    """Says what is wanted and shows how it stands; the dialog does it."""

    print_wanted = Signal()
    save_wanted = Signal()
    view_wanted = Signal()
    copy_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, *, can_print: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.busy = QProgressBar(self)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(tr("Pages are being set"))
        self.print = QPushButton(self)
        self.save = QPushButton(self)
        self.view = QPushButton(tr("Open in &viewer"), self)
        self.view.setToolTip(tr("Show the pages in the system’s PDF viewer"))
        self.copy = QPushButton(tr("&Copy cards"), self)
        self.copy.setToolTip(tr("Copy the cards with formatting, for a mail or a document"))
        self.cancel = QPushButton(tr("Cancel"), self)
        self._copies = ValueCombo(_COPIES, 1, self)
        self._copies.setMinimumContentsLength(7)
        self._copies.setAccessibleName(tr("Copies"))
        self._printers: ValueCombo[str] | None = None
        self._printer_row = QHBoxLayout()
        self._can_print = can_print
        self._pages = 0
        self._build()
        self._connect()
        self.busy.hide()
        self._copies.hide()
        self.show_pages(0)

    @property
    def printer(self) -> str:
        """Return the printer that is chosen; "" for the system's own choice."""
        return self._printers.value if self._printers is not None else ""

    @property
    def copies(self) -> int:
        """Return how many copies are wanted."""
        return self._copies.value

    def show_pages(self, pages: int) -> None:
        """Name the number of pages on the buttons; 0 while they are being set."""
        self._pages = pages
        if not pages:
            self.print.setText(tr("&Print pages"))
            self.save.setText(tr("&Save pages as PDF…"))
        else:
            self.print.setText(ntr("&Print {n} page", "&Print {n} pages", pages))
            self.save.setText(ntr("&Save {n} page as PDF…", "&Save {n} pages as PDF…", pages))
        if self._can_print:
            self.save.setText(tr("&Save PDF…"))
        self.view.setEnabled(bool(pages))

    def show_printers(self, names: tuple[str, ...]) -> None:
        """Offer the printers, the usual one first; without any the PDF is what is offered."""
        self._can_print = bool(names)
        self._show_default()
        if names and self._printers is None:
            rows = tuple((name, name) for name in names)
            self._printers = ValueCombo(rows, names[0], self)
            self._printers.setMinimumContentsLength(8)
            self._printers.setAccessibleName(tr("Printer"))
            self._printer_row.insertWidget(0, self._printers, 1)
            self._copies.show()
        self.show_pages(self._pages)

    def show_busy(self, *, busy: bool, done: int = 0, of: int = 0) -> None:
        """Show that something lasts, and how far it is where that is known."""
        self.busy.setRange(0, of)
        self.busy.setValue(done)
        self.busy.setVisible(busy)

    def tell(self, words: str, *, bad: bool = False) -> None:
        """Say how it stands."""
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.state.setProperty("sign", "bad" if bad else "plain")
        self.state.style().polish(self.state)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the pages go somewhere, or not while they are on their way."""
        for button in (self.print, self.save, self.copy):
            button.setEnabled(enabled)
        self.view.setEnabled(enabled and bool(self._pages))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addWidget(self.busy)
        self._printer_row.addWidget(self._copies)
        column.addLayout(self._printer_row)
        column.addWidget(self.print)
        column.addWidget(self.save)
        pair = QHBoxLayout()
        pair.addWidget(self.view)
        pair.addWidget(self.copy)
        column.addLayout(pair)
        column.addWidget(self.cancel)
        self._show_default()

    def _show_default(self) -> None:
        wanted, other = (self.print, self.save) if self._can_print else (self.save, self.print)
        # Before anything is hidden: the keyboard then goes to a button that is default by that
        # alone, which Qt takes for the dialog's own default no more.
        other.setDefault(False)
        wanted.setDefault(True)
        self.print.setVisible(self._can_print)

    def _connect(self) -> None:
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.view.clicked.connect(self.view_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
