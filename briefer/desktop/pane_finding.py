"""Looks for words in one pane: marks them there, and steps from one to the next."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from briefer.briefing.model import Span
from briefer.desktop.found_words import (
    MOST,
    FoldedText,
    Found,
    Wanted,
    typed_wanted,
    words_wanted,
)
from briefer.language import grouped, tr


class Surface(Protocol):
    """What shows a text: all places are code points of it."""

    def searched_text(self) -> str:
        """Return the text as it is shown."""

    def view_start(self) -> int:
        """Return the first place in view."""

    def show_found(self, found: Found) -> None:
        """Mark these places and no others."""

    def reveal(self, span: Span) -> None:
        """Bring a place into view."""


class PaneFinding(QObject):
    """What is looked for in a pane, and where the reader is among what was found."""

    changed = Signal()

    def __init__(self, surface: Surface, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._wanted: Wanted | None = None
        self._folded: tuple[str, FoldedText] | None = None
        self._found = Found()
        self._origin = 0  # where the reader was before typing

    @property
    def looks(self) -> bool:
        """Tell whether anything is looked for."""
        return self._wanted is not None

    @property
    def count(self) -> int:
        """How many places were found."""
        return len(self._found.spans)

    @property
    def said(self) -> str:
        """Say where the reader is: "3 of 12"."""
        if not self.count:
            return tr("None")
        total = f"{MOST:,}+" if self.count >= MOST else f"{self.count:,}"
        return (
            tr("{current} of {total}", current=grouped(self._found.current + 1), total=total)
            if self._found.here
            else total
        )

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark words that a search found, wherever the reader is; none takes the marks away."""
        self._wanted = words_wanted(words) if words else None
        self.look_again()

    def begin(self) -> None:
        """Find from where the reader is now, however much is typed."""
        here = self._found.here
        self._origin = here.start if here else self._surface.view_start()

    def find(self, typed: str) -> None:
        """Mark what is typed and go to the first place from where the reader began."""
        self._wanted = typed_wanted(typed) if typed.strip() else None
        self._find()
        self._show(self._found.at(self._origin))

    def step(self, by: int) -> bool:
        """Go that many places on; tell whether the way led over the end or the beginning."""
        before = self._found
        if before.here is None:
            first = before.at(self._surface.view_start())
            self._show(first if by > 0 else first.stepped(-1))
            return False
        self._show(before.stepped(by))
        self.begin()
        return (self._found.current - before.current) * by <= 0

    def look_again(self) -> None:
        """Look for the same in what the pane shows now, leaving the reader in place."""
        self._find()
        self._surface.show_found(self._found)
        self.changed.emit()

    def _find(self) -> None:
        self._found = Found(self._text().find(self._wanted)) if self._wanted else Found()

    def _text(self) -> FoldedText:
        """Return the text folded; it is folded once."""
        text = self._surface.searched_text()
        if self._folded is None or self._folded[0] != text:
            self._folded = text, FoldedText(text)
        return self._folded[1]

    def _show(self, found: Found) -> None:
        self._found = found
        self._surface.show_found(found)
        if found.here:
            self._surface.reveal(found.here)
        self.changed.emit()
