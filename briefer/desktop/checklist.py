"""What checking found of the sentences -> the list below the panes, and its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from briefer.desktop.browsing import Browsing
from briefer.desktop.destinations import PassageDestination
from briefer.desktop.panes import Panes, focus_in
from briefer.evidence.model import SentenceUse

if TYPE_CHECKING:
    from briefer.briefing.model import Span
    from briefer.desktop.document_view import DocumentView
    from briefer.desktop.sentences_panel import SentencesPanel


class Checklist(QObject):
    """Follows the browsing; the panel is made when it is first asked for."""

    def __init__(self, browsing: Browsing, panes: Panes, text: DocumentView) -> None:
        super().__init__(browsing)
        self._browsing, self._panes, self._text = browsing, panes, text
        self.panel: SentencesPanel | None = None
        for changed in (
            browsing.briefing_opened,
            browsing.briefing_replaced,
            browsing.report_changed,
        ):
            changed.connect(self._fill)
        text.sentence_reached.connect(self._select)
        text.sentences_wanted.connect(self.show)

    def shown(self) -> bool:
        """Tell whether the list is shown."""
        return self.panel is not None and self.panel.isVisible()

    def toggle(self) -> None:
        """Show the list with the keyboard in it, or hide it."""
        if self.panel is None or self.panel.isHidden():
            self.show()
            return
        had_keyboard = self._panes.focused_pane() is self.panel
        self.panel.hide()
        if had_keyboard:
            focus_in(self._panes.card)

    def show(self) -> None:
        """Show the list with the keyboard in it."""
        panel = self._made_panel()
        panel.show()
        self._panes.text.show()
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made_panel(self) -> SentencesPanel:
        if self.panel is None:
            from briefer.desktop.sentences_panel import SentencesPanel

            self.panel = SentencesPanel()
            self.panel.sentence_reached.connect(self._show_sentence)
            self.panel.sentence_chosen.connect(self._go_to_sentence)
            self._panes.add_below(self.panel)
            self._fill()
        return self.panel

    def _fill(self) -> None:
        if self.panel is not None and self._browsing.briefing is not None:
            self.panel.show_report(self._browsing.briefing, self._browsing.report)

    def _select(self, document: str, span: Span) -> None:
        if self.panel is not None:
            self.panel.select(document, span.start)

    def _show_sentence(self, sentence: SentenceUse) -> None:
        self._text.show_passage(sentence.document, sentence.span)

    def _go_to_sentence(self, sentence: SentenceUse) -> None:
        self._browsing.go(PassageDestination(sentence.document, sentence.span))
