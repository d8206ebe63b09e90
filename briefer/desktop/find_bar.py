"""A slim bar over a pane: what to find there, how often it stands there, and the way through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefer.desktop.action_set import ICON
from briefer.desktop.announcing import announce
from briefer.desktop.overrides import override
from briefer.language import tr

_WIDTH = 440  # pixels, where the pane has them
_ROOMY = 300  # pixels; with fewer the keys alone step, and the words keep their room
_AIR = 7
_COUNT = tr("100 of 100")  # the count's room, so that nothing moves while one types
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Lies over the top of its pane while something is looked for; it looks for nothing itself."""

    typed = Signal(str)
    stepped = Signal(int)  # 1 on, -1 back

    def __init__(self, pane: QWidget, name: str, buttons: tuple[QAction, ...]) -> None:
        super().__init__(pane)
        self.setObjectName("findBar")
        self._pane = pane
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(name)
        self._field.setAccessibleName(name)
        self._field.textEdited.connect(self.typed)
        self._field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setObjectName("muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons = tuple(_button(action, self) for action in buttons)
        self._lay_out()
        pane.installEventFilter(self)
        self.hide()

    def open(self, words: str) -> None:
        """Take the keyboard, with these words or else the last ones to be typed over."""
        if words:
            self._field.setText(words)
        self._field.selectAll()
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def text(self) -> str:
        """Return what is looked for."""
        return self._field.text()

    def has_keyboard(self) -> bool:
        """Tell whether the keyboard is in the bar."""
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def show_count(self, words: str, *, bad: bool) -> None:
        """Show where the reader is among what was found: "3 of 12"."""
        words = words if self.text().strip() else ""
        self._count.setText(words)
        self._count.setProperty("sign", "bad" if bad and words else "")
        self._count.style().unpolish(self._count)
        self._count.style().polish(self._count)
        if words:
            announce(self._field, words)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.stepped.emit(-1 if back else 1)
        return True

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_AIR, _AIR - 2, _AIR, _AIR - 2)
        row.setSpacing(4)
        row.addWidget(self._field, 1)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(_COUNT) + 8)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in self._buttons:
            row.addWidget(button)

    def _place(self) -> None:
        width = min(_WIDTH, self._pane.width() - 2 * _AIR)
        for button in self._buttons[:-1]:
            button.setVisible(width >= _ROOMY)
        height = self.sizeHint().height()
        self.setGeometry(self._pane.width() - width - _AIR, _AIR - 2, width, height)


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("square")
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", ""))
    button.setIconSize(QSize(ICON, ICON))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
