"""Pages of a PDF -> a printer page by page as images, where no spooler takes the PDF itself.

Windows and macOS print so, through their own dialog. A page is rendered off the main thread,
painted on it, and let go before the next.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from briefer.desktop.jobs import Jobs
from briefer.desktop.overrides import override
from briefer.desktop.page_pictures import picture_of
from briefer.desktop.paper import Paper, Sizes, Ticket
from briefer.guard.outside import Outside
from briefer.language import tr
from briefer.sheets.errors import WritingError
from briefer.sheets.page_images import PageImage, render_pages

DOTS = 300  # per inch
_POINTS = 72


class Painting(Paper):
    """Paints pages on a printer, or on any device that has pages; `stop` ends it between two."""

    def __init__(
        self,
        pdf: bytes,
        sizes: Sizes,
        device: QPagedPaintDevice,
        jobs: Jobs,
        numbers: tuple[int, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pdf, self._sizes, self._device, self._jobs = pdf, sizes, device, jobs
        self._numbers = numbers or tuple(range(len(sizes)))  # of the pages, from 0
        self._done = 0
        self._stopped = False
        self._painter = QPainter()

    @override
    def begin(self) -> None:
        self._fit_page(self._numbers[0])
        if self._painter.begin(self._device):
            self._next()
        else:
            self.ended.emit(WritingError(tr("The printer does not answer. Save the PDF instead.")))

    @override
    def stop(self) -> None:
        self._stopped = True

    def _next(self) -> None:
        if self._stopped or self._done == len(self._numbers):
            self._end()
            return
        number = self._numbers[self._done]
        work = partial(render_pages, self._pdf, (number,), DOTS / _POINTS)
        self._jobs.run("paper", work, self._paint)

    def _paint(self, images: tuple[PageImage, ...]) -> None:
        if self._done and not self._stopped:
            self._fit_page(self._numbers[self._done])
            self._device.newPage()
        if not self._stopped:
            self._painter.drawImage(self._room(), picture_of(images[0]))
            self._done += 1
            self.went_on.emit(self._done, len(self._numbers))
        self._next()

    def _end(self) -> None:
        self._painter.end()
        whole = self._done == len(self._numbers)
        self.ended.emit(tr("Sent to the printer.") if whole else tr("Printing was stopped."))

    def _fit_page(self, number: int) -> None:
        """Give the device the page's own size, held upright or across, without margins."""
        width, height = self._sizes[number]
        across = width > height
        size = QSizeF(min(width, height), max(width, height))
        way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        self._device.setPageSize(page)
        self._device.setPageOrientation(way)
        self._device.setPageMargins(QMarginsF(0, 0, 0, 0))

    def _room(self) -> QRectF:
        return QRectF(0, 0, self._device.width(), self._device.height())


class ByDialog:
    """Prints through the platform's own dialog, which knows the printers."""

    def find_printers(
        self, outside: Outside, jobs: Jobs, found: Callable[[tuple[str, ...]], None]
    ) -> None:
        """Ask nobody: the dialog does."""

    def start(
        self, pdf: bytes, ticket: Ticket, outside: Outside, jobs: Jobs, parent: QWidget
    ) -> Paper | None:
        """Ask for a printer; None when the reader changed their mind."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        pages = len(ticket.sizes)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(DOTS)
        printer.setFullPage(True)
        printer.setDocName(ticket.name)
        printer.setFromTo(1, pages)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        if not dialog.exec():
            return None
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        numbers = tuple(range(max(first, 1) - 1, min(last, pages)))
        return Painting(pdf, ticket.sizes, printer, jobs, numbers, parent)
