"""What was read and what is there -> unread, new and changed cards in the window."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefer.desk.reading import News, digests_of, news_of, read_card, seen_as
from briefer.desktop.action_set import ActionSet
from briefer.desktop.browsing import Browsing
from briefer.desktop.jobs import Jobs
from briefer.desktop.keeping import Keeping
from briefer.desktop.parts import Parts
from briefer.language import ntr, tr

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing
    from briefer.desk.model import ReadCard

_TOLD = (News.NEW, News.CHANGED)


class ReadingNews(QObject):
    """Follows the desk and the briefing; a card that is stayed on is read."""

    said = Signal(str)
    news_changed = Signal(object)  # Mapping[str, News], by card id

    def __init__(
        self, keeping: Keeping, browsing: Browsing, parts: Parts, actions: ActionSet, jobs: Jobs
    ) -> None:
        super().__init__(keeping)
        self._keeping, self._browsing, self._parts = keeping, browsing, parts
        self._actions, self._jobs = actions, jobs
        self._digests: Mapping[str, str] = {}
        self._told = ""  # the path of the briefing whose news were said
        self.news: Mapping[str, News] = {}
        self._basis: tuple[object, ...] = ()
        keeping.kept_changed.connect(lambda _: self._show())
        keeping.stayed.connect(self._read)
        browsing.briefing_opened.connect(self._begin)
        browsing.briefing_replaced.connect(self._begin)
        self._begin()

    def mark_all(self) -> None:
        """Take every card as read, as it stands."""
        from briefer.desk.changes import PutSeen

        briefing, news = self._browsing.briefing, self.news
        if briefing is None or not news:
            self.said.emit(tr("All is read"))
            return
        cards = tuple(self._as_read(briefing, card) for card in news)
        self._keeping.ask(PutSeen(self._keeping.path, cards))
        self.said.emit(
            tr(
                "{cards} marked as read; Ctrl+Z takes it back",
                cards=ntr("{n} card", "{n} cards", len(cards)),
            )
        )

    def mark(self, cards: tuple[str, ...], *, read: bool) -> None:
        """Take these cards as read, or as unread."""
        from briefer.desk.changes import PutSeen
        from briefer.desk.model import ReadCard

        briefing, kept = self._browsing.briefing, self._keeping.kept
        if briefing is None or kept is None:
            return
        found = [briefing.card(card) for card in cards]
        marked = (
            self._as_read(briefing, card.id)
            if read
            else ReadCard(seen_as(card, briefing, kept), card.title)
            for card in found
        )
        self._keeping.ask(PutSeen(self._keeping.path, tuple(marked)))

    def show_list(self) -> None:
        """List what is to be read."""
        from briefer.desktop.news_dialog import NewsDialog

        briefing = self._browsing.briefing
        if briefing is None or self._keeping.kept is None:
            return
        words_read = self._keeping.words_read
        dialog = NewsDialog(
            briefing, self.news, words_read, self._parts.card.theme, self._parts.window
        )
        dialog.card_chosen.connect(self._browsing.go_to_card)
        dialog.all_read.connect(self.mark_all)
        dialog.read_wanted.connect(lambda card: self.mark((card,), read=True))
        self.news_changed.connect(dialog.show_news)
        dialog.exec()
        dialog.deleteLater()

    def _begin(self) -> None:
        briefing = self._browsing.briefing
        self._digests = {}
        if briefing is not None and briefing.complete:
            self._jobs.run("digests", partial(digests_of, briefing), self._take)
        self._show()

    def _take(self, digests: Mapping[str, str]) -> None:
        self._digests = digests
        self._show()

    def _show(self) -> None:
        briefing, kept = self._browsing.briefing, self._keeping.kept
        there = briefing is not None and kept is not None and bool(self._digests)
        news: Mapping[str, News] = {}
        if there and briefing is not None and kept is not None:
            basis = (id(self._digests), kept.seen, kept.known)
            same = basis == self._basis  # as a rule: a pick or a note changes nothing here
            news = self.news if same else news_of(briefing, self._digests, kept)
            self._basis = basis
        self._actions.enable(there, "show_news", "mark_all_read")
        if news != self.news:
            self.news = news
            self._parts.navigator.show_news(self._marks(news))
            self.news_changed.emit(news)
        if there and self._told != self._keeping.path:
            self._told = self._keeping.path
            self._tell()

    def _marks(self, news: Mapping[str, News]) -> Mapping[str, News]:
        """Return the marks of cards: where all is unread, in a first visit, that marks none."""
        if self._keeping.left is not None:
            return news
        return {card: what for card, what in news.items() if what is not News.UNREAD}

    def _tell(self) -> None:
        """Say once, as a briefing opens, what is new in it."""
        new, changed = map(list(self.news.values()).count, _TOLD)
        parts = [
            tr("{new} new", new=new) if new else "",
            tr("{changed} changed", changed=changed) if changed else "",
        ]
        if words := tr(" and ").join(part for part in parts if part):
            self.said.emit(
                ntr(
                    "{words} card since you last read: Ctrl+U",
                    "{words} cards since you last read: Ctrl+U",
                    new + changed,
                    words=words,
                )
            )

    def _read(self) -> None:
        """The reader has stayed on the card that is shown."""
        from briefer.desk.changes import NoteRead

        briefing, card = self._browsing.briefing, self._browsing.shown_card()
        if briefing is None or card is None or card.id not in self.news:
            return
        self._keeping.ask(NoteRead(self._keeping.path, (self._as_read(briefing, card.id),)))

    def _as_read(self, briefing: Briefing, card_id: str) -> ReadCard:
        return read_card(briefing.card(card_id))
