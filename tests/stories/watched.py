"""The real program behind a glass: each line on standard input asks what a screen reader finds.

`tree` gives every visible thing with its role, name, text, states and place on the screen;
`where` and JSON `{"words": …, "within": name, "nth": 0}` the place of words in a text. Each answer
is one line of JSON. Nothing in the program knows that it is watched.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from briefer.cli import main

_DEEPEST = 24
_MOST_CHILDREN = 400


class Glass(QObject):
    """Lives on the main thread and answers there, between the program's own events."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def _answer(self, line: str) -> None:
        command, _, argument = line.strip().partition(" ")
        if command == "quit":
            QApplication.quit()
            return
        QAccessible.setActive(True)  # as a screen reader: else what it was told grows stale
        answer: object
        try:
            answer = list(_things()) if command == "tree" else _where(**json.loads(argument))
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


def _roots() -> Iterator[QAccessibleInterface]:
    for widget in QApplication.topLevelWidgets():
        root = QAccessible.queryAccessibleInterface(widget) if widget.isVisible() else None
        if root is not None:
            yield root


def _all() -> Iterator[tuple[QAccessibleInterface, QAccessible.State]]:
    waiting = [(root, 0) for root in _roots()]
    while waiting:
        thing, depth = waiting.pop()
        state = thing.state()
        if state.invisible or not thing.isValid():  # type: ignore[attr-defined]
            continue
        yield thing, state
        if depth < _DEEPEST:
            children = (thing.child(i) for i in range(min(thing.childCount(), _MOST_CHILDREN)))
            found = [(child, depth + 1) for child in children if child is not None]
            waiting += reversed(found)


def _things() -> Iterator[dict[str, Any]]:
    for thing, state in _all():
        rect = thing.rect()
        text = _text(thing)
        yield {
            "role": thing.role().name,
            "name": thing.text(QAccessible.Text.Name),
            "text": text,
            "focused": bool(state.focused),  # type: ignore[attr-defined]
            "enabled": not state.disabled,  # type: ignore[attr-defined]
            "selected": bool(state.selected),  # type: ignore[attr-defined]
            "rect": [rect.x(), rect.y(), rect.width(), rect.height()],
        }


def _text(thing: QAccessibleInterface) -> str:
    text = thing.textInterface()
    return text.text(0, text.characterCount()).replace("\xa0", " ") if text else ""


def _where(words: str, within: str, nth: int) -> list[int] | None:
    """Return the rectangle of the middle character of the words; in any thing for within ""."""
    for thing, _ in _all():
        text = thing.textInterface()
        if text is None or within not in {"", thing.text(QAccessible.Text.Name)}:
            continue
        at = -1
        shown = _text(thing)
        for _ in range(nth + 1):
            at = shown.find(words, at + 1)
        if at >= 0:
            rect = text.characterRect(at + len(words) // 2)
            return [rect.x(), rect.y(), rect.width(), rect.height()]
    return None


def _listen(glass: Glass) -> None:
    for line in sys.stdin:
        glass.asked.emit(line)
    glass.asked.emit("quit")  # the story is over


if __name__ == "__main__":
    _glass = Glass()
    threading.Thread(target=_listen, args=(_glass,), daemon=True).start()
    sys.exit(main(sys.argv[1:]))
