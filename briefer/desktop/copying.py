"""What is selected or shown -> the clipboard, with its citation or without."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from briefer.briefing.citing import cited_passage
from briefer.briefing.model import Document, Span
from briefer.desktop.browsing import Browsing
from briefer.desktop.parts import Parts
from briefer.desktop.settings import COPIES, Settings
from briefer.language import tr

if TYPE_CHECKING:
    from briefer.briefing.model import Briefing, Card

_ALONE = "words"
_MARKDOWN = "markdown"


def _own_copy(widget: QWidget | None) -> Callable[[], None] | None:
    """Return how a widget, or what it is in, copies by itself: a line of words, a table."""
    while widget is not None:
        if callable(copies := getattr(widget, "copy", None)):
            return copies  # type: ignore[no-any-return]
        widget = widget.parentWidget()
    return None


class Copying(QObject):
    """Copies from the pane that has the keyboard: a passage, a quotation, or the card."""

    said = Signal(str)

    def __init__(self, browsing: Browsing, parts: Parts, settings: Settings) -> None:
        super().__init__(browsing)
        self._browsing, self._parts, self._settings = browsing, parts, settings

    def copy(self, *, cited: bool) -> None:
        """Copy as the reader's settings say, or the words alone."""
        form = self._settings.get(COPIES) if cited else _ALONE
        card, text = self._parts.card, self._parts.text
        focused = QApplication.focusWidget()
        in_card, in_text = (focused and pane.isAncestorOf(focused) for pane in (card, text))
        if in_text and (found := text.current_passage()):
            self._copy_passage(*found, form)
        elif not in_card and not in_text and (copies := _own_copy(focused)):
            copies()
        else:
            self._copy_from_card(form, whole=not in_card)

    def _copy_passage(self, document_id: str, span: Span, form: str) -> None:
        briefing = self._browsing.briefing
        document = briefing.document(document_id) if briefing else None
        if document is None:
            return
        words = document.text[slice(*span)]
        if form == _ALONE:
            self._put(words.strip(), tr("Copied"))
        else:
            self._put_quoted(document, span, words, form)

    def _put_quoted(self, document: Document, span: Span, words: str, form: str) -> None:
        from briefer.desktop.copied_cards import with_citation
        from briefer.evidence.quoting import as_quotation

        citation = cited_passage(document, span)
        if form == _MARKDOWN and (quotation := as_quotation(document, span)):
            self._put(quotation, tr("Copied as a quotation in Markdown"))
            return
        one_line = " ".join(words.split())
        self._put(
            with_citation(one_line, citation),
            tr("Copied with its citation: {citation}", citation=citation),
        )

    def _copy_from_card(self, form: str, *, whole: bool) -> None:
        briefing, card = self._browsing.briefing, self._browsing.shown_card()
        if briefing is None or card is None or not briefing.complete:
            return
        words = "" if whole else self._parts.card.words_to_copy()
        if not words:
            self._copy_card(briefing, card, form)
        elif form == _ALONE:
            self._put(words, tr("Copied"))
        else:
            self._copy_words(briefing, card, words, form)

    def _copy_words(self, briefing: Briefing, card: Card, words: str, form: str) -> None:
        """Copy words of a card with the passages that they quote, else with the card's name."""
        passages = self._parts.card.passages_to_copy()
        found = [(briefing.document(name), span) for name, span in passages]
        known = [(document, span) for document, span in found if document is not None]
        if len(known) == 1 and form == _MARKDOWN:
            self._put_quoted(*known[0], words, form)
            return
        from briefer.desktop.copied_cards import with_citation

        cited = dict.fromkeys(cited_passage(document, span) for document, span in known)
        citation = "; ".join(cited) or f"{briefing.title}, “{card.title}”"
        quoted = with_citation(words, citation) if known else f"{words} — {citation}"
        self._put(quoted, tr("Copied with its citation: {citation}", citation=citation))

    def _copy_card(self, briefing: Briefing, card: Card, form: str) -> None:
        from briefer.desktop.copied_cards import card_words

        report, cited = self._browsing.report, form != _ALONE
        words = card.body.text if form == _MARKDOWN else ""
        words = words or card_words(briefing, report, card, cited=cited)
        how = tr("with its citations") if cited else tr("without citations")
        self._put(words, tr("Copied the card {how}", how=how))

    def _put(self, words: str, said: str) -> None:
        data = QMimeData()
        data.setText(words)
        paragraphs = (escape(part).replace("\n", "<br>") for part in words.split("\n\n"))
        data.setHtml("".join(f"<p>{part}</p>" for part in paragraphs))
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(said)
