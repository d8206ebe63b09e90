"""The bar at the top: the briefing's title, back and forward, the search box, and buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from briefer.desktop.action_set import ICON, ActionSet
from briefer.desktop.elided_label import ElidedLabel
from briefer.desktop.icons import Icons
from briefer.desktop.overrides import override
from briefer.desktop.theme import Theme
from briefer.language import tr

_THEME_ICON = "mdi6.circle-half-full"
_WORDED = ("show_picked", "present", "print_sheets")
_ROOMY = 1000  # pixels of width from which buttons carry words
_SEARCH_MOST = 560
_SEARCH_LEAST = 220


class TopBar(QWidget):
    """Title and history at the left, search in the middle, what to do at the right."""

    def __init__(self, actions: ActionSet, search_box: QWidget, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel(self)
        self._title.setObjectName("briefingTitle")
        self._worded = tuple(_button(actions[name], self) for name in _WORDED)
        self.picked_button = self._worded[0]
        self.theme_button = _theme_button(self)
        back, forward = (_square(actions[name], self) for name in ("go_back", "go_forward"))
        search_box.setMinimumWidth(_SEARCH_LEAST)
        search_box.setMaximumWidth(_SEARCH_MOST)
        self._lay_out(
            _row((self._title, back, forward)),
            search_box,
            _row((*self._worded, self.theme_button)),
        )

    def show_title(self, title: str) -> None:
        """Show the briefing's title."""
        self._title.set_words(title)

    def show_theme(self, theme: Theme, icons: Icons) -> None:
        """Draw the theme button's icon in the theme's colours."""
        self.theme_button.setIcon(icons.icon(_THEME_ICON, theme, ICON))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        self._title.setVisible(roomy)
        style = Qt.ToolButtonStyle
        for button in self._worded:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
            )

    def _lay_out(self, left: QHBoxLayout, search_box: QWidget, right: QHBoxLayout) -> None:
        left.addStretch()
        right.insertStretch(0)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(16)
        for column, (part, stretch) in enumerate(((left, 4), (None, 5), (right, 4))):
            grid.setColumnStretch(column, stretch)
            if part is not None:
                grid.addLayout(part, 0, column)
        grid.addWidget(search_box, 0, 1)


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
    button.setIconSize(QSize(ICON, ICON))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _square(action: QAction, parent: QWidget) -> QToolButton:
    button = _button(action, parent)
    button.setObjectName("square")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    return button


def _theme_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("square")
    button.setIconSize(QSize(ICON, ICON))
    button.setAccessibleName(tr("Theme"))
    button.setToolTip(tr("Light, dark or high contrast"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _row(widgets: tuple[QWidget, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
        if isinstance(widget, ElidedLabel):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return row
