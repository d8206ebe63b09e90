"""What opens below the search box: how it was understood, chips for kinds, and the hits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.icon_source import IconSource
from briefer.desktop.overrides import override
from briefer.desktop.search_results_model import (
    HeadingRow,
    Row,
    SearchResultsModel,
    is_waiting,
    looked_into,
)
from briefer.desktop.search_results_painting import SearchResultsPainting
from briefer.desktop.theme import Theme, mixed
from briefer.language import tr

_LEAST_WIDTH = 600
_INDENT = 16  # pixels before the words
_AIR = 8  # pixels between the popup and the window's edges
_SHARE = 0.85  # of the window's height, at most
_PASSING = 30  # ms; rows that are scrolled past sooner are not looked into
_KEYS = tr("↑↓ choose · Enter open · Ctrl+Enter other pane")


class SearchResults(QFrame):
    """A list that lies over the window, steered by the box; only chips take the keyboard."""

    row_chosen = Signal(object)  # the Row that was clicked
    filter_chosen = Signal(str)  # the operator of a chip, such as "kind:channel"
    chips_left = Signal()  # the keyboard goes back to the box
    hits_seen = Signal(int, tuple)  # the number of the first of them, and HitRows around the view
    print_wanted = Signal()  # of the cards that were found
    present_wanted = Signal()

    def __init__(self, theme: Theme, icons: IconSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName("searchResults")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below is drawn again
        self._theme = theme
        self._model = SearchResultsModel(self)
        self._painting = SearchResultsPainting(theme, icons, self)
        self._understood, self._count = ElidedLabel(self), QLabel(self)
        self._note, self._keys = ElidedLabel(self), ElidedLabel(self)
        self._print, self._present = (
            _button(tr("Print these…"), self),
            _button(tr("Present these"), self),
        )
        self._note_row = _row(self._note)
        self._layout, self._chips = QVBoxLayout(self), QHBoxLayout()
        self._offered: tuple[tuple[str, str], ...] = ()
        self._chooses: bool | None = None  # whether to choose the first of rows not shown yet
        self._wanted: tuple[Row, ...] = ()  # those that are waited for, too
        self._alike = False  # the rows are hits of one height, looked into when they are seen
        self._passing = QTimer(self, singleShot=True, interval=_PASSING)
        self._passing.timeout.connect(self._tell_seen)
        self._list = _new_list(self._model, self._painting, self)
        self._list.clicked.connect(self._choose)
        self._list.verticalScrollBar().valueChanged.connect(self._note_seen)
        self._print.clicked.connect(self.print_wanted)
        self._present.clicked.connect(self.present_wanted)
        self._lay_out()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._painting.set_theme(theme)
        self.update()

    def show_chips(self, chips: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer filters, each with its words and its operator; one may be in force."""
        if chips != self._offered:
            self._make_chips(chips)
        for chip, (_, operator) in zip(self._chip_buttons(), chips, strict=True):
            chip.setChecked(operator == chosen)

    def focus_chip(self, number: int) -> bool:
        """Give the keyboard to a chip; tell whether there is one."""
        buttons = self._buttons()
        if not 0 <= number < len(buttons):
            return False
        buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _buttons(self) -> list[QToolButton]:
        more = (self._print, self._present)
        return [*self._chip_buttons(), *(b for b in more if not b.isHidden())]

    def _chip_buttons(self) -> list[QToolButton]:
        items = [self._chips.itemAt(number) for number in range(self._chips.count())]
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def _make_chips(self, chips: tuple[tuple[str, str], ...]) -> None:
        self._offered = chips
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for words, operator in chips:
            chip = _chip(words, parent=self)
            chip.clicked.connect(lambda _checked, o=operator: self.filter_chosen.emit(o))
            self._chips.addWidget(chip)
            chip.show()  # or the height that is wanted would leave it out
        self._chips.addStretch()

    def offer_cards(self, *, there: bool) -> None:
        """Offer to print and to present the cards that were found, when there are some."""
        self._print.setVisible(there)
        self._present.setVisible(there)

    def show_rows(
        self, rows: tuple[Row, ...], understood: str, count: str, note: str, *, chosen: bool
    ) -> None:
        """Take rows and what is said about them; with `chosen` the first can be opened at once.

        `open_below` shows them. Hits that nobody has looked into yet are waited for: `add_rows`
        brings them.
        """
        self._take_rows(rows, alike=False)
        self._say(understood, count, note)
        self._chooses = chosen

    def show_everything(
        self, rows: tuple[Row, ...], understood: str, count: str, note: str
    ) -> None:
        """Take hits, perhaps thousands; `hits_seen` says which to look into, for `replace_rows`."""
        self._take_rows(rows, alike=True)
        self._say(understood, count, note)
        self._chooses = True

    def _take_rows(self, rows: tuple[Row, ...], *, alike: bool) -> None:
        self._wanted, self._alike = rows, alike
        self._list.setUniformItemSizes(alike)
        self._model.show_rows(rows if alike else looked_into(rows))

    def _say(self, understood: str, count: str, note: str) -> None:
        self._understood.set_words(understood)
        self._count.setText(count)
        self._note.set_words(note)
        self._note.setVisible(bool(note))

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the same rows with those that were still waited for."""
        shown = len(self._model.rows())
        self._wanted = rows
        self._painting.take_heights(rows, self._list.font(), self.width())
        self._model.add_rows(rows[shown:])

    def replace_rows(self, start: int, rows: tuple[Row, ...]) -> None:
        """Show hits that were looked into in place of the same ones before."""
        self._model.replace_rows(start, rows)

    def _note_seen(self) -> None:
        if self._alike and not self._passing.isActive():
            self._passing.start()

    def _tell_seen(self) -> None:
        """Say which hits stand in the view, and a view above and below it, if any waits."""
        if not self._alike or not self._model.rows():
            return
        first = max(self._list.indexAt(QPoint(1, 1)).row(), 0)
        many = self._list.viewport().height() // max(self._list.sizeHintForRow(0), 1) + 1
        start = max(first - many, 0)
        rows = self._model.rows()[start : first + 2 * many]
        if any(map(is_waiting, rows)):
            self.hits_seen.emit(start, rows)

    def open_below(self, box: QWidget) -> None:
        """Lie right below the box, over what is there, inside the window."""
        home = self._home
        width = min(max(box.width(), _LEAST_WIDTH), home.width() - 2 * _AIR)
        place = box.mapTo(home, QPoint((box.width() - width) // 2, box.height() + 4))
        left = min(max(place.x(), _AIR), home.width() - width - _AIR)
        height = min(self._most_height(box), self._wanted_height(width))
        self.setGeometry(left, place.y(), width, height)
        if self._chooses is not None:
            self._choose_first()
        self._note_seen()
        if not self.isVisible():
            self.show()
            self.raise_()

    def _choose_first(self) -> None:
        self._list.scrollToTop()
        if self._chooses:
            self.step(1)
        self._chooses = None

    def hits_in_view(self, box: QWidget) -> int:
        """Return how many hits can be seen at once below the box."""
        return self._most_height(box) // self._painting.least_height(self._list.font()) + 1

    def _most_height(self, box: QWidget) -> int:
        top = box.mapTo(self._home, QPoint(0, box.height() + 4)).y()
        return int((self._home.height() - top) * _SHARE)

    def step(self, by: int) -> None:
        """Move the choice by so many rows that can be chosen; it stops at both ends."""
        rows = self._model.rows()
        numbers = [n for n, row in enumerate(rows) if not isinstance(row, HeadingRow)]
        if not numbers:
            return
        now = self._list.currentIndex().row()
        place = numbers.index(now) + by if now in numbers else (0 if by > 0 else len(numbers) - 1)
        place = min(max(place, 0), len(numbers) - 1)
        self._list.setCurrentIndex(self._model.index(numbers[place], 0))
        if place == 0:
            self._list.scrollToTop()

    def page(self, direction: int) -> None:
        """Move the choice by what is seen at once."""
        line = max(self._list.sizeHintForRow(1), 20)
        self.step(direction * max(1, self._list.viewport().height() // line - 1))

    def chosen(self) -> Row | None:
        """Return the row that Enter opens."""
        index = self._list.currentIndex()
        return self._model.rows()[index.row()] if index.isValid() else None

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Walk the chips with Tab; past either end the keyboard goes back to the box."""
        focused = [button.hasFocus() for button in self._buttons()]
        if True not in focused or not self.focus_chip(focused.index(True) + (forwards or -1)):
            self.chips_left.emit()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what a chip has no use for: Enter presses it, the rest leads to the box."""
        chip = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(chip, QToolButton):
            chip.click()
        else:
            self.chips_left.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = mixed(self._theme["muted"], self._theme["border"], 0.3)
        painter.setBrush(QColor(self._theme["panel"]))
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self) -> None:
        for label in (self._understood, self._count, self._note, self._keys):
            label.setObjectName("muted")
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._keys.set_words(_KEYS)
        self._note.setProperty("sign", "warning")
        layout = self._layout
        layout.setContentsMargins(1, 8, 1, 7)
        layout.setSpacing(4)
        layout.addLayout(_row(self._understood, self._count))
        layout.addLayout(self._note_row)
        layout.addLayout(self._chips)
        layout.addWidget(self._list, 1)
        layout.addLayout(_row(self._keys, self._print, self._present))
        self._chips.setContentsMargins(_INDENT, 2, _INDENT, 2)
        self._chips.setSpacing(6)

    def _wanted_height(self, width: int) -> int:
        font = self._list.font()
        if self._alike:
            listed = self._painting.take_alike(len(self._wanted), font)
        else:
            listed = self._painting.take_heights(self._wanted, font, width)
        self._note_row.invalidate()
        self._layout.invalidate()  # chips that were added now count as well
        others = self._layout.sizeHint().height() - self._list.sizeHint().height()
        return listed + others + 6

    def _choose(self, index: QModelIndex) -> None:
        row = self._model.rows()[index.row()]
        if not isinstance(row, HeadingRow):
            self.row_chosen.emit(row)


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(_INDENT, 0, _INDENT, 0)
    row.addWidget(first, 1)
    for other in others:
        row.addWidget(other)
    return row


def _new_list(
    model: SearchResultsModel, painting: SearchResultsPainting, parent: QWidget
) -> QListView:
    view = QListView(parent)
    view.setModel(model)
    view.setItemDelegate(painting)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)
    view.setAccessibleName(tr("What was found"))
    return view


def _button(words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("handOn")
    button.setText(words)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.hide()
    return button


def _chip(words: str, *, parent: QWidget) -> QToolButton:
    chip = QToolButton(parent)
    chip.setObjectName("chip")
    chip.setText(words.replace("&", "&&"))
    chip.setCheckable(True)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chip.setAccessibleName(tr("Only {words}", words=words))
    return chip
