"""How a row of the picked cards is drawn: its words, and at the right what it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.desktop.overrides import override

WHAT = int(Qt.ItemDataRole.UserRole)  # the role of what a row is
_EDGE, _ROOM = 8, 16  # pixels at the sides; and added to the height of a line
_MOST = 0.4  # of the width, for what a row is

Index = QModelIndex | QPersistentModelIndex


class PickedPainting(QStyledItemDelegate):
    """Draws on the style's own ground, in the colours of the palette."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, option.fontMetrics.height() + _ROOM)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        words, what = option.text.replace("\n", " "), str(index.data(WHAT) or "")
        option.text = ""
        widget = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        inner = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        roles = QPalette.ColorRole
        painter.save()
        painter.setFont(option.font)
        width = min(option.fontMetrics.horizontalAdvance(what) + 2, int(inner.width() * _MOST))
        shown = option.fontMetrics.elidedText(what, Qt.TextElideMode.ElideRight, width)
        muted = roles.HighlightedText if is_selected else roles.PlaceholderText
        painter.setPen(option.palette.color(muted))
        painter.drawText(inner, int(right), shown)
        room = inner.width() - width - 2 * _EDGE
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setPen(option.palette.color(roles.HighlightedText if is_selected else roles.Text))
        painter.drawText(inner, int(left | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()
