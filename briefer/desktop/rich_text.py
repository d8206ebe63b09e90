"""A text browser that reads nothing by itself, opens nothing, and is walked by keyboard."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefer.desktop.bullets import fit_bullets
from briefer.desktop.decorations import (
    BoxRange,
    LinkRange,
    Looks,
    NoLooks,
    boxes_of,
    link_rects,
    link_top,
    links_of,
    paint_boxes,
    paint_chips,
    paint_outline,
    paint_ring,
)
from briefer.desktop.fitting_styles import FittingStyles
from briefer.desktop.overrides import override
from briefer.language import tr

if TYPE_CHECKING:  # PySide makes a class when it is first asked for, which takes its time
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QFont,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QWheelEvent,
    )

    from briefer.desktop.theme import Theme

ImageSource = Callable[[str], QImage]  # by the address in <img src>; null when there is none

_AROUND = 24  # pixels
_GAP = 64  # pixels that no gap between two paragraphs is higher than
_ACTIVATING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RichText(QTextBrowser):
    """Shows HTML of ours; links only speak: `link_activated` carries the address."""

    link_activated = Signal(str)
    focus_moved = Signal()  # it has the keyboard now, or has it no more
    copy_wanted = Signal(bool)  # with the citation; a parent that copies sets `tells_copies`
    text_clicked = Signal(int)  # the position, where no link is and nothing was selected

    def __init__(self, images: ImageSource | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self.tells_copies = False
        self._letters: QFont | None = None
        self._styles = FittingStyles()
        self._links: tuple[LinkRange, ...] = ()
        self._boxes: tuple[BoxRange, ...] = ()
        self._focused = -1  # the link that Enter activates
        self._ringed: tuple[int, int] | None = None  # what the reader was led to
        self._looks: Looks = NoLooks()
        self._ring = QColor(Qt.GlobalColor.blue)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def set_looks(self, looks: Looks, ring: QColor) -> None:
        """Say how chips and boxes look, and the ring of the focused link."""
        self._looks, self._ring = looks, ring
        self.viewport().update()

    def set_paper(self, theme: Theme) -> None:
        """Lie on the paper of cards, with the ink that goes with it."""
        palette = self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, QColor(theme["card"]))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme["text"]))
        self.setPalette(palette)

    def set_style(self, letters: QFont, indent: float, style_sheet: str) -> None:
        """Say how the HTML to come looks: letters, indent of lists, and CSS as Qt knows it."""
        self.clear()  # or each of these would lay out what is shown now
        self._letters = letters
        self.document().setDefaultFont(letters)
        self.document().setIndentWidth(indent)
        self._styles = FittingStyles(style_sheet)

    def show_html(self, html: str) -> None:
        """Show HTML from the top."""
        document = self.document()
        document.setDefaultStyleSheet(self._styles.for_html(html))
        document.setLayoutEnabled(False)  # or the text is laid out three times before it stands
        self.setHtml(html)
        if "<ul" in html:
            fit_bullets(document)
        document.setLayoutEnabled(True)
        self._links = links_of(document)
        self._boxes = boxes_of(document)
        self._focused, self._ringed = -1, None

    def links(self) -> tuple[LinkRange, ...]:
        """Return the links that are shown, in order."""
        return self._links

    def boxes(self, states: Collection[int]) -> tuple[BoxRange, ...]:
        """Return the boxes with one of these user states, in order."""
        return tuple(box for box in self._boxes if box.state in states)

    def lead_to(self, start: int, end: int) -> None:
        """Bring what stands between two positions into view and ring it, until another page."""
        self._ringed = start, end
        self.reveal(start, end)
        self.viewport().update()

    def links_in_box(self, position: int, states: Collection[int]) -> tuple[LinkRange, ...]:
        """Return the links in the box at a position, when its user state is one of these."""
        return tuple(
            link
            for box in self._boxes
            if box.start <= position <= box.end and box.state in states
            for link in self._links
            if box.start <= link.start <= box.end
        )

    def links_behind(self, start: int, end: int, states: Collection[int]) -> tuple[LinkRange, ...]:
        """Return the links between two positions, and those of the boxes that these touch."""
        touched = [box for box in self.boxes(states) if box.start < end and box.end >= start]
        spans = [(start, end), *((box.start, box.end) for box in touched)]
        return tuple(
            link
            for link in self._links
            if any(first <= link.start <= last and link.end > first for first, last in spans)
        )

    def words_of(self, box: BoxRange) -> QTextCursor:
        """Return a cursor over what a box says, without the line at its foot."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(box.start)
        last = self.document().findBlock(box.end)
        cursor.setPosition(max(box.start, last.position() - 1), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def focused_link(self) -> LinkRange | None:
        """Return the link that Enter activates."""
        return self._links[self._focused] if 0 <= self._focused < len(self._links) else None

    def visible(self) -> tuple[int, int]:
        """Return the positions between which everything on the screen stands."""
        size = self.viewport().rect()
        # Between two paragraphs Qt answers with the end of the text: look below the gap too.
        tops = (QPoint(0, top) for top in range(0, _GAP, 8))
        first = min(self.cursorForPosition(top).block().position() for top in tops)
        last = self.cursorForPosition(size.bottomRight()).block()
        return first, last.position() + last.length()

    def reveal(self, start: int, end: int) -> None:
        """Bring what stands between two positions into view, with what is around it."""
        place = QTextCursor(self.document())
        place.setPosition(start)
        rect = self.cursorRect(place)
        place.setPosition(end)
        rect = rect.united(self.cursorRect(place))
        height = self.viewport().height()
        if rect.top() < _AROUND or rect.bottom() > height - _AROUND:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - height // 3)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give Qt what our own source gives, and nothing from anywhere else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray(b"")
        try:
            image = self._images(_decoded(name)) if self._images else QImage()
        except Exception:  # one that passes through Qt here ends the program
            sys.excepthook(*sys.exc_info())
            image = QImage()
        return image if not image.isNull() else _nothing()

    @override
    def setSource(self, *where: object) -> None:
        """Go nowhere: a browser that follows addresses reads files."""

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Walk the links with Tab; past the last one the focus leaves."""
        target = self._next_link(forwards=forwards)
        if not 0 <= target < len(self._links):
            self._focus(-1)
            return super(QTextBrowser, self).focusNextPrevChild(forwards)
        self._focus(target)
        return True

    def _next_link(self, *, forwards: bool) -> int:
        """Return the number of the link that Tab goes to: at first one that is on the screen."""
        if self._focused >= 0:
            return self._focused + (1 if forwards else -1)
        first, last = self.visible()
        if forwards:
            return bisect_left(self._links, first, key=lambda link: link.end)
        return bisect_left(self._links, last, key=lambda link: link.start) - 1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the focused link with Enter; copy with its citation where a parent does."""
        from PySide6.QtGui import QKeySequence  # made when it is first asked for

        link = self.focused_link()
        if link is not None and event.key() in _ACTIVATING:
            self.link_activated.emit(link.href)
        elif self.tells_copies and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(True)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the letters of the HTML: Qt gives it the interface's when those change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._letters is not None:
            self.document().setDefaultFont(self._letters)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first link on the screen when Tab comes, at the last when it comes back."""
        super().focusInEvent(event)
        self.focus_moved.emit()
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._focus(self._next_link(forwards=True))
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._focus(self._next_link(forwards=False))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.focus_moved.emit()
        self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave zooming to the window: Qt would enlarge these letters alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over links."""
        super().mouseMoveEvent(event)
        over = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate the link under the mouse, unless words were being selected."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position().toPoint()
        if address := self.anchorAt(point):
            self.link_activated.emit(address)
        else:
            self.text_clicked.emit(self.cursorForPosition(point).position())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with words: no more."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        if self.tells_copies:
            menu.addAction(tr("&Copy"), QKeySequence.StandardKey.Copy, self._copy_cited)
            keys = QKeySequence("Ctrl+Shift+C")
            menu.addAction(tr("Copy the &words alone"), keys, self._copy_words)
        else:
            menu.addAction(tr("&Copy"), self.copy).setEnabled(self.textCursor().hasSelection())
        menu.addAction(tr("Select all"), self.selectAll)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _copy_cited(self) -> None:
        self.copy_wanted.emit(True)

    def _copy_words(self) -> None:
        self.copy_wanted.emit(False)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy words with ordinary spaces, and as HTML without our own addresses."""
        from briefer.desktop.copied_words import copied

        return copied(self.textCursor().selection())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes and chips under the text, and the focus ring."""
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        first, last = self.visible()
        document = self.document()
        boxes = [box for box in self._boxes if box.end >= first and box.start <= last]
        paint_boxes(painter, document, boxes, self._looks.frame)
        at = bisect_left(self._links, first, key=lambda link: link.end)
        end = bisect_left(self._links, last + 1, key=lambda link: link.start)
        paint_chips(painter, document, self._links_around(at, end), self._looks.chip)
        focused = self.focused_link()
        if focused is not None and self.hasFocus():
            chip = self._looks.chip(focused.href)
            paint_ring(painter, document, focused, self._ring, chip.pad + 2 if chip else 2)
        if self._ringed is not None:
            paint_outline(painter, document, BoxRange(0, *self._ringed), self._ring)
        painter.end()
        super().paintEvent(event)

    def _links_around(self, at: int, end: int) -> tuple[LinkRange, ...]:
        """Return those of some links that are not far from what is on the screen.

        Measured at each paint: heights that were kept would be wrong after the next layout.
        """
        top, height = float(self.verticalScrollBar().value()), self.viewport().height()
        place = partial(link_top, self.document())
        first = bisect_left(self._links, top - height, at, end, key=place)
        return self._links[
            first : bisect_right(self._links, top + 2 * height, first, end, key=place)
        ]

    def _focus(self, index: int) -> None:
        self._focused = index
        link = self.focused_link()
        if link is not None:
            for rect in link_rects(self.document(), link)[:1]:
                self._scroll_to(int(rect.top()) - 24, int(rect.bottom()) + 24)
        self.viewport().update()

    def _scroll_to(self, top: int, bottom: int) -> None:
        bar = self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())


def _decoded(name: QUrl | str) -> str:
    address = (
        name
        if isinstance(name, str)
        else name.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    )
    return unquote(address)


def _nothing() -> QImage:
    """Return one clear pixel: Qt draws an error sign, or reads a file, for no image at all."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
