"""The table of actions -> Qt's actions and the menus that hold them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from briefer.desktop.actions import ACTIONS, ActionRow, rows_of, shown_keys
from briefer.desktop.icons import Icons
from briefer.desktop.theme import Theme
from briefer.desktop.tooltips import plain_tooltip

ICON = 18  # logical pixels, in menus and on buttons


class Command(NamedTuple):
    """Something that the window can do: its words and keys, what it does, and how to do it."""

    words: str
    keys: str
    sentence: str
    run: Callable[[], object]


class ActionSet:
    """One QAction for each row of the table, owned by the window so that its keys work there.

    All are there when the window is shown: a key may be pressed before it is painted.
    """

    def __init__(self, window: QWidget, commands: Mapping[str, object]) -> None:
        """`commands` holds, by menu, the object whose methods do what its rows say."""
        self._actions: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        for row in ACTIONS:
            action = _new_action(row, window, getattr(commands[row.menu], row.method))
            self._actions[row.id] = action
            if row.choice:
                group = self._choices.setdefault(row.choice, QActionGroup(window))
                group.addAction(action)

    def __getitem__(self, action_id: str) -> QAction:
        """Return the action of a row; KeyError is our own fault."""
        return self._actions[action_id]

    def enable(self, on: bool, *action_ids: str) -> None:
        """Let these actions be done, or not."""
        for action_id in action_ids:
            self._actions[action_id].setEnabled(on)

    def commands(self) -> tuple[Command, ...]:
        """Return every action that can be done now, for the search box."""
        return tuple(
            Command(_spoken(row, action), shown_keys(row), row.sentence, action.trigger)
            for row in ACTIONS
            if (action := self._actions[row.id]).isEnabled()
        )

    def fill_menu(self, name: str, menu: QMenu, submenus: Mapping[str, QMenu]) -> None:
        """Fill the menu of a name in the table; `submenus` go behind the row with that id."""
        group = None
        inner: dict[str, QMenu] = {}
        for row in rows_of(name):
            if group is not None and row.group != group:
                menu.addSeparator()
            group = row.group
            home = menu
            if row.submenu:
                home = inner.get(row.submenu) or menu.addMenu(row.submenu)
                inner[row.submenu] = home
            home.addAction(self._actions[row.id])
            if row.id in submenus:
                menu.addMenu(submenus[row.id])

    def fill_choices(self, menu: QMenu, choice: str) -> None:
        """Fill a menu with the actions that exclude one another."""
        menu.addActions(self._choices[choice].actions())

    def set_icons(self, icons: Icons, theme: Theme, ids: Collection[str] = ()) -> None:
        """Give actions their icons in the colours of a theme: these ids, or all of them."""
        for row in ACTIONS:
            if row.icon and (not ids or row.id in ids):
                self._actions[row.id].setIcon(icons.icon(row.icon, theme, ICON))

    def check(self, action_id: str, *, checked: bool) -> None:
        """Show an action as on or off without doing it."""
        self._actions[action_id].setChecked(checked)  # `triggered` speaks only for the reader


def menus_in(bar: QMenuBar, titles: Mapping[str, str]) -> dict[str, QMenu]:
    """Add the menus of these titles, still empty, and return them by their names."""
    return {name: bar.addMenu(title) for name, title in titles.items()}


def tooltip_of(row: ActionRow) -> str:
    """Return what an action does and its keys, as a tooltip."""
    keys = shown_keys(row)
    return plain_tooltip(f"{row.sentence} ({keys})" if keys else row.sentence)


def _spoken(row: ActionRow, action: QAction) -> str:
    """Return an action's words without the menu around them: "Theme: Dark"."""
    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    submenu = row.submenu.replace("&", "")
    return f"{submenu}: {words}" if submenu else words


def _new_action(row: ActionRow, window: QWidget, method: Callable[..., None]) -> QAction:
    action = QAction(row.text, window)
    action.setObjectName(row.id)
    action.setIconText(row.label)  # Qt's own drops the dots that say a dialog comes
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setToolTip(tooltip_of(row))
    action.setCheckable(row.checkable)
    arguments = () if row.argument is None else (row.argument,)
    action.triggered.connect(lambda _checked: method(*arguments))
    window.addAction(action)
    return action
