"""The card: what it says, what it is tied to, and the passage behind every claim."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from briefer.briefing.model import Briefing
from briefer.desktop.briefing_images import briefing_image
from briefer.desktop.card_html import card_html, title_of
from briefer.desktop.card_page import CardEvidence, Page, evidence_by_card
from briefer.desktop.card_styles import Box, Sizes, card_css
from briefer.desktop.decorations import Chip, Frame
from briefer.desktop.icon_source import IconSource
from briefer.desktop.overrides import override
from briefer.desktop.rich_text import RichText
from briefer.desktop.theme import Theme
from briefer.evidence.model import Report

_MARGIN = 20  # between the pane's edge and the card
_PADDING = 28  # between the card's edge and its text
_RADIUS = 10
_TOP = 5  # the kind's colour
_LINE = 78  # characters; the measure of the text


class CardView(QWidget):
    """Shows one card; what the reader chooses on it goes out as signals, nothing is opened."""

    card_chosen = Signal(str)
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
        self._evidence: Mapping[str, CardEvidence] = {}
        self._card_id = ""
        self._notes_open = False
        self._text = RichText(self._image, self)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(0)
        self._text.link_activated.connect(self._follow)
        self.setFocusProxy(self._text)
        self.set_theme(theme)

    def show_card(self, briefing: Briefing, report: Report | None, card_id: str) -> None:
        """Show a card from its top; with the same card, keep the place."""
        place = self.scroll_place() if card_id == self._card_id else 0.0
        if report is not self._report:
            self._evidence = evidence_by_card(report) if report else {}
        if card_id != self._card_id:
            self._notes_open = False
        self._briefing, self._report, self._card_id = briefing, report, card_id
        self._render()
        self.restore_place(place)

    def set_theme(self, theme: Theme) -> None:
        """Show the card in other colours."""
        self._theme = theme
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme["card"]))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme["text"]))
        self._text.setPalette(palette)
        self._text.set_looks(self._chip, self._frame, QColor(theme["accent"]))
        self._render_again()

    def set_zoom(self, percent: int) -> None:
        """Show the card larger or smaller."""
        self._zoom = percent
        self._render_again()
        self._place_text()

    def set_icons(self, icons: IconSource) -> None:
        """Draw the icons again: more of them are there now."""
        self._icons = icons
        self._render_again()

    def scroll_place(self) -> float:
        """Return how far the card is scrolled, 0 to 1."""
        bar = self._text.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def restore_place(self, place: float) -> None:
        """Scroll to a place that `scroll_place` gave."""
        bar = self._text.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark the words that a search found."""

    def text(self) -> RichText:
        """Return the text that is shown, for those who read it: tests and the screen reader."""
        return self._text

    def _sizes(self) -> Sizes:
        return Sizes(QFontInfo(self.font()).pixelSize(), self._zoom)

    def _render_again(self) -> None:
        place = self.scroll_place()
        self._render()
        self.restore_place(place)
        self.update()

    def _render(self) -> None:
        if self._briefing is None:
            return
        card = self._briefing.card(self._card_id)
        evidence = self._evidence.get(card.id, CardEvidence()) if self._report else None
        page = Page(self._briefing, card, evidence, self._report, self._notes_open)
        css = card_css(self._theme, self._sizes(), self._briefing.kinds)
        self._text.show_html(card_html(page), css)
        self._text.setAccessibleName(title_of(card))
        self.update()

    def _follow(self, address: str) -> None:
        scheme, _, rest = address.partition(":")
        if scheme in ("chip", "card"):
            self.card_chosen.emit(rest)
        elif scheme == "command":
            self.command_chosen.emit(rest)
        elif scheme == "fold":
            self._notes_open = not self._notes_open
            self._render_again()
        elif scheme == "passage":
            document, _, span = rest.partition(":")
            start, _, end = span.partition("-")
            self.passage_chosen.emit(document, int(start), int(end))
        else:
            self.link_chosen.emit(address)

    def _kind_color(self, kind_id: str | None = None) -> str:
        if self._briefing is None:
            return self._theme["border"]
        kind = self._briefing.kind(kind_id or self._briefing.card(self._card_id).kind)
        return kind.color

    def _chip(self, address: str) -> Chip | None:
        scheme, _, rest = address.partition(":")
        px = self._sizes()
        if scheme == "chip" and self._briefing is not None:
            color = self._kind_color(self._briefing.card(rest).kind)
            fill, edge = self._theme.kind_tint(color), self._theme.kind_edge(color)
            return Chip(QColor(fill), QColor(edge), px(0.26), px(1.2))
        if scheme == "command":
            fill = self._theme["accent"] if rest == "read" else self._theme["panel"]
            edge = self._theme["accent"] if rest == "read" else self._theme["border"]
            return Chip(QColor(fill), QColor(edge), px(0.4), px(0.5))
        if scheme == "fold":
            return Chip(
                QColor(self._theme["hover"]), QColor(self._theme["border"]), px(0.3), px(0.5)
            )
        return None

    def _frame(self, state: int) -> Frame | None:
        theme, px = self._theme, self._sizes()
        bars = {
            Box.QUOTE: theme.kind_color(self._kind_color()),
            Box.WRONG: theme["bad"],
            Box.CALLOUT: theme["warning"],
            Box.CODE: theme["border"],
        }
        box = Box(state - state % 10)
        return Frame(QColor(theme["quotation"]), QColor(bars[box]), px(0.25), px(0.85), px(0.5))

    def _image(self, address: str) -> QImage:
        scheme, _, name = address.partition(":")
        if scheme == "icon":
            color = self._theme.kind_color(self._kind_color())
            return self._icons.pixmap(name, color, 16).toImage()
        width, _, source = name.partition("/")
        if scheme != "image" or self._briefing is None:
            return QImage()
        return self._fitted(briefing_image(self._briefing.files, source), width)

    def _fitted(self, image: QImage, width: str) -> QImage:
        """Return the image no wider than the text, sharp on this screen."""
        if image.isNull():
            return image
        measure = self._text.viewport().width()
        wanted = image.width()
        if width.endswith("%"):
            wanted = measure * int(width[:-1]) // 100
        elif width:
            wanted = int(width)
        ratio = self.devicePixelRatioF()
        wanted = round(min(max(wanted, 1), measure) * ratio)
        scaled = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _card_rect(self) -> QRectF:
        metrics = QFontMetricsF(self.font())
        measure = metrics.averageCharWidth() * _LINE * 1.15 * self._zoom / 100
        width = min(self.width() - 2 * _MARGIN, measure + 2 * _PADDING)
        left = (self.width() - width) / 2
        return QRectF(round(left), _MARGIN, round(width), self.height() - 2 * _MARGIN)

    def _place_text(self) -> None:
        inner = self._card_rect().adjusted(_PADDING, _TOP + 18, -8, -_RADIUS)
        self._text.setGeometry(inner.toRect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text inside the card."""
        super().resizeEvent(event)
        self._place_text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the card, and its top in the kind's colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme["window"]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._card_rect()
        outline = QPainterPath()
        outline.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(outline, QColor(self._theme["card"]))
        painter.setPen(QColor(self._theme["border"]))
        painter.drawPath(outline)
        painter.setClipPath(outline)
        top = QRectF(rect.left(), rect.top(), rect.width(), _TOP)
        painter.fillRect(top, QColor(self._theme.kind_color(self._kind_color())))

    @override
    def sizeHint(self) -> QSize:
        """Ask for the measure of the text."""
        return QSize(720, 640)

    @override
    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(320, 200)
