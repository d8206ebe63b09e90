"""What is new: cards that are new, changed or unread, and the words that changed in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from briefer.briefing.model import Briefing
from briefer.desk.changed_words import changed_paragraphs
from briefer.desk.reading import News, words_of
from briefer.desktop.card_page import text
from briefer.desktop.copied_cards import card_words
from briefer.desktop.dialog_parts import closing_row, dialog_column, side_by_side
from briefer.desktop.dialog_size import resize_within_screen
from briefer.desktop.grouped_list import GroupedList
from briefer.desktop.rich_text import RichText
from briefer.desktop.theme import Theme
from briefer.evidence.model import Change, WordChange
from briefer.language import tr

WordsRead = Callable[[str, Callable[[str | None], None]], None]

_SIZE = (900, 560)  # pixels
_HEADINGS = {News.NEW: tr("New"), News.CHANGED: tr("Changed"), News.UNREAD: tr("Unread")}
_NONE = tr("You have read every card as it stands.")


class NewsDialog(QDialog):
    """A list by what is new about the cards; beside it what the chosen one says."""

    card_chosen = Signal(str)
    read_wanted = Signal(str)
    all_read = Signal()

    def __init__(
        self,
        briefing: Briefing,
        news: Mapping[str, News],
        words_read: WordsRead,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._briefing, self._words_read, self._theme = briefing, words_read, theme
        self._news: Mapping[str, News] = {}
        self.setWindowTitle(tr("What is new since you last read"))
        resize_within_screen(self, *_SIZE)
        self.list = GroupedList(tr("Cards to read"), self)
        self.words = RichText(parent=self)
        self.words.setAccessibleName(tr("What the card says"))
        self._none = QLabel(_NONE, self)
        self._go = QPushButton(tr("&Go to the card"), self)
        self._one = QPushButton(tr("Mark as &read"), self)
        self._all = QPushButton(tr("Mark &all as read"), self)
        self._lay_out()
        self._connect()
        self.show_news(news)

    def show_news(self, news: Mapping[str, News]) -> None:
        """List these; the row that was chosen stays, or the one in its place."""
        self._news = news
        self.list.show_groups(
            (heading, tuple((card, self._title(card)) for card in news if news[card] is kind))
            for kind, heading in _HEADINGS.items()
        )
        self._show_chosen()

    def _title(self, card_id: str) -> str:
        return self._briefing.card(card_id).title

    def _chosen(self) -> str:
        return str(self.list.chosen() or "")

    def _show_chosen(self) -> None:
        card_id = self._chosen()
        there = bool(self._news)
        self._none.setVisible(not there)
        self.list.setVisible(there)
        self.words.setVisible(there)
        self._all.setEnabled(there)
        self._go.setEnabled(bool(card_id))
        self._one.setEnabled(bool(card_id))
        self.words.show_html("")
        if self._news.get(card_id) is News.CHANGED:
            self._words_read(card_id, lambda words: self._show_changes(card_id, words))
        elif card_id:
            card = self._briefing.card(card_id)
            self.words.show_html(_plain_html(card_words(self._briefing, None, card, cited=True)))

    def _show_changes(self, card_id: str, before: str | None) -> None:
        if card_id != self._chosen():
            return
        after = words_of(self._briefing.card(card_id))
        paragraphs = changed_paragraphs(before or "", after)
        changes = "".join(f"<p>{_change_html(changes)}</p>" for changes in paragraphs)
        words = tr("struck: as you read it; underlined: as it is now")
        key = f'<p class="muted">{words}</p>'
        self.words.show_html(changes + key)

    def _choose(self) -> None:
        if card_id := self._chosen():
            self.accept()
            self.card_chosen.emit(card_id)

    def _mark(self) -> None:
        if card_id := self._chosen():
            self.read_wanted.emit(card_id)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.list.itemActivated.connect(lambda *_: self._choose())
        self._go.clicked.connect(self._choose)
        self._one.clicked.connect(self._mark)
        self._all.clicked.connect(self.all_read)

    def _lay_out(self) -> None:
        self.words.set_paper(self._theme)
        self.words.document().setDocumentMargin(16)
        self.words.set_style(self.font(), 20, _css(self._theme))
        column = dialog_column(self)
        column.addWidget(self._none)
        column.addWidget(side_by_side(self.list, self.words, (320, 560)), 1)
        column.addLayout(closing_row(self, self._go, self._one, self._all))


def _css(theme: Theme) -> str:
    return (
        "p { line-height: 145%; margin-top: 0; margin-bottom: 10px; }"
        f".struck {{ color: {theme['bad']}; text-decoration: line-through; }}"
        f".inserted {{ color: {theme['good']}; text-decoration: underline; }}"
        f".muted {{ color: {theme['muted']}; }}"
    )


def _plain_html(words: str) -> str:
    title, *blocks = (text(block).replace("\n", "<br />") for block in words.split("\n\n"))
    return f"<p><b>{title}</b></p>" + "".join(f"<p>{block}</p>" for block in blocks)


def _change_html(changes: tuple[WordChange, ...]) -> str:
    parts = []
    for change in changes:
        if change.change is Change.EQUAL:
            parts.append(text(change.document))
            continue
        if change.quotation:
            parts.append(f'<s class="struck">{text(change.quotation)}</s>')
        if change.document:
            parts.append(f'<u class="inserted">{text(change.document)}</u>')
    return " ".join(parts)
