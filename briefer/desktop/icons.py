"""QtAwesome names -> pixmaps from a cached atlas; QtAwesome is loaded after the first paint."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap

from briefer.desktop.icon_atlas import MaskKey, read_atlas, write_atlas
from briefer.desktop.jobs import Jobs
from briefer.desktop.theme import Theme, mixed

_NAME = re.compile(r"[a-z0-9]+\.[a-z0-9_-]+")
_FALLBACK = "mdi6.card-text-outline"
_FADED = 0.4  # how much of its colour an icon keeps on a disabled control


class Icons(QObject):
    """Icons by name, colour and size; implements IconSource.

    The atlas holds the shapes as masks for each size in device pixels, so that a theme only
    colours them. An icon that it lacks is null until `drawn` says that it can be asked for again.
    """

    drawn = Signal()

    def __init__(self, file: Path, version: str, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._version, self._jobs = file, version, jobs
        self._masks = read_atlas(file, version)
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._wanted: dict[MaskKey, None] = {}
        self._drawing = False
        self._may_draw = False

    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        """Return the icon in a colour, `size` logical pixels square; null while it is not there."""
        ratio = _pixel_ratio()
        found = self._pixmaps.get((name, color, size, ratio))
        if found is not None:
            return found
        key = MaskKey(name, round(size * ratio))
        mask = self._masks.get(key)
        if mask is None:
            self._want(key)
            return QPixmap()
        pixmap = _colored(mask, color, ratio)
        self._pixmaps[name, color, size, ratio] = pixmap
        return pixmap

    def icon(self, name: str, theme: Theme, size: int) -> QIcon:
        """Return an icon for a button or a menu, faded where the control is disabled.

        It keeps its room while it is not there yet: a null one would make a button show words.
        """
        icon = QIcon()
        text = theme["text"]
        faded = mixed(text, theme["panel"], _FADED)
        for color, mode in ((text, QIcon.Mode.Normal), (faded, QIcon.Mode.Disabled)):
            pixmap = self.pixmap(name, color, size)
            icon.addPixmap(_room(size) if pixmap.isNull() else pixmap, mode)
        return icon

    def draw_missing(self) -> None:
        """Draw what was asked for in vain, now and from now on; call after the first paint."""
        self._may_draw = True
        if self._wanted and not self._drawing:
            self._drawing = True
            self._jobs.run("icons", _load_qtawesome, lambda _: self._draw())

    def _want(self, key: MaskKey) -> None:
        self._wanted[key] = None
        if self._may_draw and not self._drawing:
            QTimer.singleShot(0, self.draw_missing)

    def _draw(self) -> None:
        from briefer.desktop.icon_drawing import draw_mask

        self._drawing = False
        for key in tuple(self._wanted):
            name = key.name if _NAME.fullmatch(key.name) else _FALLBACK
            self._masks[key] = draw_mask(name, _FALLBACK, key.side)
        self._wanted.clear()
        write_atlas(self._file, self._version, self._masks)
        self.drawn.emit()


def _load_qtawesome() -> None:
    """Import on a thread what takes longest, so that the window stays quick meanwhile."""
    import briefer.desktop.icon_drawing  # noqa: F401


def _pixel_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _room(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _colored(mask: QImage, color: str, ratio: float) -> QPixmap:
    image = QImage(QSize(mask.width(), mask.height()), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.drawImage(0, 0, mask)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRect(0, 0, mask.width(), mask.height()), QColor(color))
    painter.end()
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
