"""The card: what it says, what it is tied to, and the passage behind every claim."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QFrame, QWidget

from briefer.briefing.model import Briefing, Form, Kind, Place, Span
from briefer.briefing.passage_names import passage_named
from briefer.desktop.card_ahead import ReadyCard
from briefer.desktop.card_looks import CardLooks
from briefer.desktop.card_pages import CardPages
from briefer.desktop.card_paper import card_rect, paint_card, text_rect
from briefer.desktop.card_styles import BODY, QUOTATION_STATES, Sizes, card_css
from briefer.desktop.icon_source import IconSource
from briefer.desktop.overrides import override
from briefer.desktop.quiet_bar import keep_room_for_bar
from briefer.desktop.rich_text import RichText
from briefer.desktop.theme import Theme
from briefer.evidence.model import Report

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from briefer.desktop.briefing_images import CardImages
    from briefer.desktop.decorations import BoxRange
    from briefer.desktop.found_on_card import FoundOnCard
    from briefer.desktop.late_trees import LateTrees
    from briefer.desktop.pane_finding import PaneFinding
    from briefer.desktop.report_ahead import ReadyReport

_AIR = 7  # around the text, for the edges of chips
_ROOM_FOR_LABELS = 27  # letters; in a narrower card they stand above what they name
_BEFORE_BAR = 14  # between the text and its scroll bar


class CardView(QWidget):
    """Shows one card; what the reader chooses on it goes out as signals, nothing is opened."""

    card_chosen = Signal(str)
    kind_chosen = Signal(str)
    passage_chosen = Signal(str, int, int)  # document id, start and end in code points
    link_chosen = Signal(str)
    command_chosen = Signal(str)  # read | print | present

    def __init__(self, theme: Theme, icons: IconSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._zoom = 100
        self._briefing: Briefing | None = None
        self._report: Report | None = None
        self._pages = CardPages()
        self._card_id = ""
        self._kind_id = ""  # the kind that is shown in place of a card
        self._notes_open = False
        self._fault: Place | None = None  # what the reader was led to on this card
        self._is_narrow = False
        self._finding: PaneFinding | None = None  # made when something is looked for
        self._found: FoundOnCard | None = None
        self._images: CardImages | None = None  # of the card as it is shown now
        self._style: tuple[object, ...] = ()
        self._painted_color = ""  # of the card's top
        self._text = self._new_text()
        self.setFocusProxy(self._text)
        self.set_theme(theme)

    def take_ready(self, briefing: Briefing, report: Report | None, ready: ReadyCard) -> None:
        """Take the HTML of a card that was made before this view was there."""
        self._pages.take_ready(briefing, report, ready)

    def take_report(self, ready: ReadyReport) -> None:
        """Take what was found on the cards, put in order before the report is shown."""
        self._pages.take_report(ready)

    def take_trees(self, trees: LateTrees) -> None:
        """Have texts that take longer than a moment laid out by another process from now on."""
        self._pages.trees = trees.tree
        trees.made.connect(partial(self._take_made, trees))
        self._take_made(trees)

    def _take_made(self, trees: LateTrees) -> None:
        self._pages.forget()
        if trees.is_for_now(self._text.toPlainText()):
            self._render_again()
            if self._fault is not None:
                self.show_fault(self._fault)

    def show_card(self, briefing: Briefing, report: Report | None, card_id: str) -> None:
        """Show a card from its top; with the same card, keep the place."""
        place = self.scroll_place() if card_id == self._card_id else 0.0
        if card_id != self._card_id:
            self._notes_open, self._fault = False, None
        self._briefing, self._report = briefing, report
        self._card_id, self._kind_id = card_id, ""
        self._render()
        self.restore_place(place)

    def paint_now(self) -> None:
        """Put the card on the screen at once; what else the window shows of it comes after."""
        self._text.viewport().repaint()

    def write_ahead(self, briefing: Briefing, report: Report | None, card_id: str) -> None:
        """Write a card's HTML that may be wanted next."""
        px, card = self._sizes(), briefing.card(card_id)
        self._pages.html(briefing, report, card, (px(8.6), px(1.3)), notes_open=False)

    def show_kind(self, briefing: Briefing, report: Report | None, kind_id: str) -> None:
        """Show what introduces a kind and the list of its cards; with the same, keep the place."""
        place = self.scroll_place() if kind_id == self._kind_id else 0.0
        self._briefing, self._report = briefing, report
        self._card_id, self._kind_id, self._notes_open = "", kind_id, False
        self._render()
        self.restore_place(place)

    def set_theme(self, theme: Theme) -> None:
        """Show the card in other colours."""
        self._theme = theme
        self._text.set_paper(theme)
        self._render_again()

    def set_zoom(self, percent: int) -> None:
        """Show the card larger or smaller."""
        self._zoom = percent
        self._place_text()
        self._render_again()

    def set_letters(self, font: QFont) -> None:
        """Show the card in these letters; what the font leaves open is the interface's."""
        self.setFont(font)
        self._place_text()
        self._render_again()

    def tell_copies(self, copy: Callable[[bool], None]) -> None:
        """Let somebody else copy: with the citation, or without."""
        self._text.tells_copies = True
        self._text.copy_wanted.connect(copy)

    def words_to_copy(self) -> str:
        """Return the words that are selected, or those of the quotation that Tab came to."""
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            box = self._box_at_link()
            if box is None:
                return ""
            cursor = self._text.words_of(box)
        from briefer.desktop.copied_words import plain_copy

        return plain_copy(cursor.selection())

    def passages_to_copy(self) -> tuple[tuple[str, Span], ...]:
        """Return the passages behind what `words_to_copy` gives: document ids and ranges."""
        cursor = self._text.textCursor()
        box = None if cursor.hasSelection() else self._box_at_link()
        start, end = (
            (box.start, box.end) if box else (cursor.selectionStart(), cursor.selectionEnd())
        )
        links = self._text.links_behind(start, end, QUOTATION_STATES)
        named = (passage_named(link.href) for link in links)
        return tuple(dict.fromkeys(passage for passage in named if passage is not None))

    def set_icons(self, icons: IconSource) -> None:
        """Draw the icons again: more of them are there now."""
        self._icons = icons
        self._render_again()

    def show_fault(self, place: Place) -> None:
        """Lead to what stands at a place of this card in the briefing's files."""
        from briefer.desktop.fault_on_card import fault_range
        from briefer.desktop.fault_places import fault_at

        card = self._briefing.names.by_id.get(self._card_id) if self._briefing else None
        fault = fault_at(card, place) if card else None
        if card is None or fault is None:
            return
        self._fault = place
        if fault.in_notes and not self._notes_open:
            self._notes_open = True
            self._render()
        above = sum(q.form is Form.BLOCK for q in card.body.quotations) if fault.in_notes else 0
        if found := fault_range(self._text, fault.as_shown(self._report), above):
            self._text.lead_to(*found)

    def scroll_place(self) -> float:
        """Return how far the card is scrolled, 0 to 1."""
        bar = self._text.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def restore_place(self, place: float) -> None:
        """Scroll to a place that `scroll_place` gave."""
        bar = self._text.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark the words that a search found, on this card and the next ones, until others."""
        if words or self._finding is not None:
            self.finding().mark_words(words)

    def finding(self) -> PaneFinding:
        """Return what looks for words on the card."""
        if self._finding is None:
            from briefer.desktop.found_on_card import FoundOnCard
            from briefer.desktop.pane_finding import PaneFinding

            self._found = FoundOnCard(self._text, self._theme)
            self._finding = PaneFinding(self._found, self)
        return self._finding

    def selected_words(self) -> str:
        """Return the words that are selected, on one line; "" when they are on several."""
        words = self._text.textCursor().selectedText()
        return "" if "\N{PARAGRAPH SEPARATOR}" in words else " ".join(words.split())

    @property
    def theme(self) -> Theme:
        """Return the theme that the card is shown in."""
        return self._theme

    def text(self) -> RichText:
        """Return the text that is shown."""
        return self._text

    def _new_text(self) -> RichText:
        text = RichText(self._image, self)
        text.setFrameShape(QFrame.Shape.NoFrame)
        keep_room_for_bar(text)
        text.setViewportMargins(0, 0, _BEFORE_BAR, 0)
        text.document().setDocumentMargin(_AIR)
        text.link_activated.connect(self._follow)
        text.focus_moved.connect(self.update)
        text.text_clicked.connect(self._follow_quotation)
        return text

    def _sizes(self) -> Sizes:
        return Sizes(QFontInfo(self.font()).pixelSize(), self._zoom)

    def _render_again(self) -> None:
        place = self.scroll_place()
        self._render()
        self.update()
        self.restore_place(place)

    def _render(self) -> None:
        if self._briefing is None:
            return
        briefing, px = self._briefing, self._sizes()
        self._images = None
        self._text.set_looks(self._looks(briefing), QColor(self._theme["accent"]))
        self._set_style(self._theme, px, briefing.kinds)
        self._text.show_html(self._html(briefing))
        self._text.setAccessibleName(self._spoken(briefing))
        self._mark_found()
        if self._painted_color != self._own_color():
            self.update()

    def _set_style(self, theme: Theme, px: Sizes, kinds: tuple[Kind, ...]) -> None:
        """Set letters and style sheet where they changed: each lays the old card out again."""
        style = (theme, px, self.font(), kinds)
        if style == self._style:
            return
        self._style = style
        letters = QFont(self.font())
        letters.setPixelSize(px(BODY))
        self._text.set_style(letters, px(1.8), card_css(theme, px, kinds))

    def _mark_found(self) -> None:
        if self._finding is not None and self._found is not None:
            self._found.set_theme(self._theme)
            self._finding.look_again()

    def _html(self, briefing: Briefing) -> str:
        px, is_open = self._sizes(), self._notes_open
        sizes = 0 if self._is_narrow else px(8.6), px(1.3)
        if self._kind_id:
            return self._pages.kind_html(briefing, self._report, self._kind_id, sizes)
        card = briefing.card(self._card_id)
        return self._pages.html(briefing, self._report, card, sizes, notes_open=is_open)

    def _spoken(self, briefing: Briefing) -> str:
        if self._kind_id:
            return briefing.kind(self._kind_id).heading
        card = briefing.card(self._card_id)
        return f"{card.title}. {card.summary}".removesuffix(". ")

    def _kind(self, briefing: Briefing) -> Kind:
        return briefing.kind(self._kind_id or briefing.card(self._card_id).kind)

    def _looks(self, briefing: Briefing) -> CardLooks:
        colors = {kind.id: kind.color for kind in briefing.kinds}

        def color_of(address: str) -> str:
            scheme, _, name = address.partition(":")
            return colors[name if scheme == "kind" else briefing.card(name).kind]

        own = self._kind(briefing).color
        return CardLooks(self._theme, self._sizes(), own, color_of)

    def _follow(self, address: str) -> None:
        scheme, _, rest = address.partition(":")
        if scheme in ("chip", "card"):
            self.card_chosen.emit(rest)
        elif scheme == "kind":
            self.kind_chosen.emit(rest)
        elif scheme == "command":
            self.command_chosen.emit(rest)
        elif scheme == "fold":
            self._notes_open = not self._notes_open
            self._render_again()
        elif (named := passage_named(address)) is not None:
            self.passage_chosen.emit(named.document, *named.span)
        else:
            self.link_chosen.emit(address)

    def _follow_quotation(self, position: int) -> None:
        """Show the passage of the quotation that was clicked."""
        links = self._text.links_in_box(position, QUOTATION_STATES)
        for link in links:
            if passage_named(link.href) is not None:
                self._follow(link.href)
                return

    def _box_at_link(self) -> BoxRange | None:
        """Return the quotation that the focused link belongs to."""
        link = self._text.focused_link()
        boxes = self._text.boxes(QUOTATION_STATES) if link else ()
        return next((b for b in boxes if link and b.start <= link.start <= b.end), None)

    def _own_color(self) -> str:
        if self._briefing is None:
            return self._theme["border"]
        return self._theme.kind_color(self._kind(self._briefing).color)

    def _image(self, address: str) -> QImage:
        scheme, _, name = address.partition(":")
        if scheme == "icon":
            return self._icons.pixmap(name, self._own_color(), self._sizes()(1.3)).toImage()
        width, _, source = name.partition("/")
        if scheme != "image" or self._briefing is None:
            return QImage()
        from briefer.desktop.briefing_images import CardImages, fitted

        bar = self._text.verticalScrollBar().sizeHint().width()
        measure = self._text.width() - bar - _BEFORE_BAR - 2 * _AIR
        self._images = self._images or CardImages(self._briefing.files)
        return fitted(self._images.image(source), width, measure, self.devicePixelRatioF())

    def _place_text(self) -> None:
        inner = text_rect(card_rect(self.size(), self.font(), self._zoom))
        self._text.setGeometry(inner.adjusted(-_AIR, -_AIR, 0, 0))
        is_narrow = inner.width() < self._sizes()(_ROOM_FOR_LABELS)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._render_again()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text inside the card."""
        super().resizeEvent(event)
        self._place_text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the card, and its top in the kind's colour."""
        rect = card_rect(self.size(), self.font(), self._zoom)
        color, focused = self._own_color(), self._text.hasFocus()
        self._painted_color = color
        paint_card(QPainter(self), self.rect(), rect, self._theme, color, focused=focused)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the measure of the text."""
        return QSize(720, 640)

    @override
    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(320, 200)
