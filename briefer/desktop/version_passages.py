"""The cited passages of a text and of its new version: a list, and the chosen one side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontInfo, QImage
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefer.briefing.model import Briefing, Document
from briefer.desktop.rich_text import RichText
from briefer.desktop.rows_table import rows_table
from briefer.desktop.theme import Theme
from briefer.desktop.version_html import new_html, old_html, version_css
from briefer.desktop.version_model import VersionModel
from briefer.evidence.versions import ComparedPassage, Gone, VersionComparison
from briefer.language import tr

_WORDS = 120  # of a passage in the list


class VersionPassages(QWidget):
    """Lists what became of each passage; those that moved can be ticked, with the space bar too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: VersionComparison | None = None
        self._model = VersionModel(self)
        self.table = rows_table(tr("Cited passages in the new version"), self._model, self)
        self.old, self.new = (
            _page(theme, tr("As it is now")),
            _page(theme, tr("In the new version")),
        )
        self._old_head, self._new_head = _head(self), _head(self)
        self.table.selectionModel().currentChanged.connect(self._show)
        self._lay_out()

    def show_comparison(self, briefing: Briefing, comparison: VersionComparison | None) -> None:
        """List the passages of a comparison; none while there is none."""
        self._comparison = comparison
        passages = comparison.passages if comparison and comparison.new else ()
        cells = [_cells(briefing, comparison, p) for p in passages] if comparison else []
        self._model.show_passages(passages, cells)
        self.setVisible(bool(passages))
        if passages:
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(3, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(3, 200)
            self.table.setCurrentIndex(self._model.index(0, 0))

    def ticked(self) -> tuple[ComparedPassage, ...]:
        """Return the passages that the reader ticked."""
        return self._model.ticked()

    def tickable(self) -> int:
        """Return how many passages moved."""
        return self._model.tickable()

    def tick_all(self, on: bool) -> None:
        """Tick all that moved, or none."""
        self._model.tick_all(on)

    def _show(self, index: QModelIndex) -> None:
        compared, comparison = index.data(VersionModel.ValueRole), self._comparison
        if compared is None or comparison is None or not (comparison.old and comparison.new):
            return
        old, new = comparison.old, comparison.new
        self._old_head.setText(
            tr("As it is now · {old_place}", old_place=_old_place(old, compared))
        )
        self._new_head.setText(
            tr("In the new version · {new_place}", new_place=_new_place(new, compared)).rstrip(" ·")
        )
        self.old.show_html(old_html(compared, old))
        self.new.show_html(new_html(compared, new))

    def _lay_out(self) -> None:
        sides = QWidget(self)
        grid = QGridLayout(sides)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        for column, (head, page) in enumerate(
            ((self._old_head, self.old), (self._new_head, self.new))
        ):
            grid.addWidget(head, 0, column)
            grid.addWidget(page, 1, column)
            grid.setColumnStretch(column, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.table)
        parts.addWidget(sides)
        parts.setSizes([210, 240])
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addWidget(parts)


def _cells(
    briefing: Briefing, comparison: VersionComparison, compared: ComparedPassage
) -> tuple[str, str, str]:
    """Return the paragraph, the words and the cards of a passage."""
    old, new = comparison.old, comparison.new
    assert old is not None and new is not None
    here, there = _old_place(old, compared), _new_place(new, compared)
    where = here if there in ("", here) else f"{here} → {there}"
    words = " ".join(old.text[slice(*compared.passage.span)].split())
    words = words if len(words) <= _WORDS else f"{words[:_WORDS].rstrip()}…"
    cards = dict.fromkeys(use.checked.card for use in compared.passage.uses)
    return where, words, ", ".join(briefing.card(card).title for card in cards)


def _old_place(old: Document, compared: ComparedPassage) -> str:
    start, end = compared.passage.span
    first, last = old.paragraph_at(start), old.paragraph_at(max(start, end - 1))
    return _place(old.letter, first, last)


def _new_place(new: Document, compared: ComparedPassage) -> str:
    if isinstance(compared.fate, Gone):
        return ""
    return _place(new.letter, compared.fate.paragraphs[0], compared.fate.paragraphs[-1])


def _place(letter: str, first: int, last: int) -> str:
    return f"{letter}{first}" if first == last else f"{letter}{first}–{last}"


def _page(theme: Theme, name: str) -> RichText:
    page = RichText(lambda _address: QImage())
    page.setAccessibleName(name)
    page.set_paper(theme)
    letters = QFont(page.font())
    letters.setPixelSize(round(QFontInfo(page.font()).pixelSize() * 1.15))
    page.set_style(letters, 20, version_css(theme))
    return page


def _head(parent: QWidget) -> QLabel:
    head = QLabel(parent)
    head.setTextFormat(Qt.TextFormat.PlainText)
    head.setObjectName("muted")
    return head
