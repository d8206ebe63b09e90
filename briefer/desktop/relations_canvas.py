"""The picture of the relations: zoomed, panned, and walked by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from briefer.desktop.card_styles import ink
from briefer.desktop.fonts import bold
from briefer.desktop.glance_view import Style
from briefer.desktop.overrides import override
from briefer.desktop.relations_items import BoxItem, BoxPictures, LinksItem
from briefer.desktop.relations_measures import fitting_letter, measures_of
from briefer.language import tr
from briefer.views.graph import Graph, Node
from briefer.views.graph_paths import Lit
from briefer.views.graph_places import Places, places_of

_AROUND = 14.0  # pixels around the picture
_NONE = tr("Nothing here is tied to a card of another kind.")
_LEAST, _MOST = 0.6, 4.0  # how far it is zoomed: smaller letters are not to be read
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ZOOM = {Qt.Key.Key_Plus: 1.2, Qt.Key.Key_Equal: 1.2, Qt.Key.Key_Minus: 1 / 1.2}
_SECOND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RelationsCanvas(QGraphicsView):
    """Shows a graph; says which node the reader chooses."""

    node_chosen = Signal(object)  # Node: clicked
    node_reached = Signal(object)  # Node: by the arrows
    second_chosen = Signal(object)  # Node: the other end of a path
    node_opened = Signal(object)  # Node
    choice_ended = Signal()  # Escape

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._graph: Graph | None = None
        self._places: Places | None = None
        self._boxes: dict[str, BoxItem] = {}
        self._links: LinksItem | None = None
        self._pictures: tuple[object, BoxPictures | None] = (None, None)  # by theme and letters
        self._state = (Lit(), "", "", False)
        self._laid_out: object = None  # the size that the picture was laid out for
        self._is_fitted = True  # to the width, until the reader zooms
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # they are few, and new
        self.setScene(scene)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName("relations")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def places(self) -> Places | None:
        """Return how the graph is laid out."""
        return self._places

    def show_graph(self, graph: Graph) -> None:
        """Show a graph."""
        self._graph = graph
        self._lay_out()

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        self._style = style
        self._lay_out()

    def light(self, lit: Lit, selected: str, second: str, *, every: bool) -> None:
        """Let some nodes and links stand out and dim the rest; nothing is dimmed for none."""
        self._state = (lit, selected, second, every)
        for node_id, box in self._boxes.items():
            dim = bool(lit.nodes) and node_id not in lit.nodes
            box.show_state(dim=dim, chosen=node_id in (selected, second))
        if self._links is not None:
            self._links.show_state(lit, every=every)

    def bring(self, node_id: str) -> None:
        """Bring a node into view."""
        if box := self._boxes.get(node_id):
            self.ensureVisible(box, 30, 30)

    def draw_ahead(self) -> None:
        """Have the pictures of all nodes ready, before they are seen."""
        for box in self._boxes.values():
            box.draw_ahead(self.transform().m11(), self.devicePixelRatioF())

    def zoom_by(self, factor: float) -> None:
        """Zoom in or out."""
        now = self.transform().m11()
        least = min(_LEAST, now)  # the whole picture may be smaller
        factor = min(max(now * factor, least), _MOST) / now
        self._is_fitted = False
        self.scale(factor, factor)

    def fit(self) -> None:
        """Show the whole picture."""
        self._is_fitted = False
        self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() > 1:
            self.resetTransform()

    def image(self) -> QImage:
        """Return the whole picture as an image, twice as fine as the screen shows it."""
        rect = self.sceneRect()
        size = (rect.size() * 2.0).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(QColor(self._style.theme["window"]))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.scene().render(painter, QRectF(image.rect()), rect)
        painter.end()
        return image

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted and self.contentsRect().size() != self._laid_out:
            self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, here = Qt.Key(event.key()), self._here()
        if key in _ZOOM:
            self.zoom_by(_ZOOM[key])
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self.choice_ended.emit()
        elif key in _DOWN or key in _ACROSS:
            self._walk(here, _ACROSS.get(key, 0), _DOWN.get(key, 0))
        elif here is not None and key == Qt.Key.Key_Space:
            self.second_chosen.emit(here)
        elif here is not None and key in _ENTER:
            self.node_opened.emit(here)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if not isinstance(item, BoxItem) or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif event.modifiers() & _SECOND:
            self.second_chosen.emit(item.node)
        else:
            self.node_chosen.emit(item.node)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, BoxItem):
            self.node_opened.emit(item.node)

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._graph is None or self._graph.columns:
            return
        painter.resetTransform()
        painter.setPen(QColor(self._style.theme["muted"]))
        painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), _NONE)

    def _lay_out(self) -> None:
        """Draw the graph anew, in the room that there is."""
        if self._graph is None:
            return
        self._laid_out = self.contentsRect().size()
        inner = self.contentsRect()
        room = (inner.width() - self._bar() - 2 * _AROUND - 4, inner.height() - 2 * _AROUND - 1)
        letters = QFont(QApplication.font())
        usual = max(8, round(QFontInfo(letters).pixelSize() * self._style.zoom / 100))
        most = max((len(column.nodes) for column in self._graph.columns), default=1)
        letter = fitting_letter(usual, most, room[1])
        letters.setPixelSize(letter)
        measures = measures_of(letter, most, len(self._graph.columns), room)
        places = self._places = places_of(self._graph, measures, room)
        scene = self.scene()
        scene.clear()
        theme = self._style.theme
        around = QRectF(0, 0, places.width, places.height)
        around.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self._links = LinksItem(places.curves, around, theme)
        colors = {c.kind.id: theme.kind_color(c.kind.color) for c in self._graph.columns}
        pictures = self._pictures_of(letters)
        self._boxes = {
            box.node.id: BoxItem(box, colors[box.node.kind], pictures)
            for box in places.boxes.values()
        }
        for item in (self._links, *self._boxes.values()):
            scene.addItem(item)
        for column, left in places.heads:
            head = scene.addSimpleText(column.kind.heading, bold(letters))
            head.setBrush(QColor(ink(theme, column.kind.color)))
            head.setPos(left, 0)
        scene.setSceneRect(around)
        self.setBackgroundBrush(QColor(theme["window"]))
        if self._is_fitted:
            self._fit_width()
        lit, selected, second, every = self._state
        self.light(lit, selected, second, every=every)

    def _pictures_of(self, letters: QFont) -> BoxPictures:
        """Return the pictures for letters of this size, kept as long as they are asked for."""
        theme, size = self._style.theme, letters.pixelSize()
        (known, pictures) = self._pictures
        if pictures is None or known != (theme, size):
            pictures = BoxPictures(theme, letters)
            self._pictures = ((theme, size), pictures)
        return pictures

    def _fit_width(self) -> None:
        self.resetTransform()
        share = (self.contentsRect().width() - self._bar()) / self.sceneRect().width()
        if share < 1:
            self.scale(max(share, _LEAST), max(share, _LEAST))

    def _bar(self) -> int:
        """Return the width that a scroll bar takes, there or not."""
        return self.verticalScrollBar().sizeHint().width()

    def _here(self) -> Node | None:
        box = self._boxes.get(self._state[1])
        return box.node if box else None

    def _walk(self, here: Node | None, across: int, down: int) -> None:
        """Go to the node beside or below; across, to one that is tied where there is one."""
        if self._graph is None or self._places is None or not self._graph.columns:
            return
        columns = [column.nodes for column in self._graph.columns]
        if here is None:
            self.node_reached.emit(columns[0][0])
            return
        number = next(n for n, nodes in enumerate(columns) if here in nodes)
        if down:
            row = columns[number].index(here) + down
            if 0 <= row < len(columns[number]):
                self.node_reached.emit(columns[number][row])
            return
        if not 0 <= number + across < len(columns):
            return
        beside = columns[number + across]
        tied = {end for k in self._graph.links if here.id in (k.left, k.right)
                for end in (k.left, k.right)}  # fmt: skip
        nearest = [node for node in beside if node.id in tied] or beside
        boxes = self._places.boxes
        at = boxes[here.id].middle
        self.node_reached.emit(min(nearest, key=lambda node: abs(boxes[node.id].middle - at)))
