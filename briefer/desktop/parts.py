"""The window's parts, by name, for those who join them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QIcon

from briefer.desktop.card_view import CardView
from briefer.desktop.document_view import DocumentView
from briefer.desktop.icons import Icons
from briefer.desktop.jobs import Jobs
from briefer.desktop.navigator import Navigator
from briefer.desktop.panes import Panes
from briefer.desktop.problems_panel import ProblemsPanel
from briefer.desktop.search_box import SearchBox
from briefer.desktop.theme import Theme
from briefer.desktop.views_pane import ViewsPane
from briefer.desktop.window import Window


class Parts(NamedTuple):
    """What the window is made of."""

    window: Window
    panes: Panes
    navigator: Navigator
    card: CardView
    text: DocumentView
    problems: ProblemsPanel
    search_box: SearchBox
    views: ViewsPane

    def set_theme(self, theme: Theme, icons: Icons) -> None:
        """Give every part that draws by itself another theme."""
        self.navigator.set_theme(theme)
        self.card.set_theme(theme)
        self.text.set_theme(theme)
        self.search_box.set_theme(theme)
        self.refresh_icons(theme, icons)

    def refresh_icons(self, theme: Theme, icons: Icons) -> None:
        """Ask for the icons again: the theme has changed, or some were missing before."""
        self.navigator.refresh_icons()
        self.search_box.update()
        self.card.set_icons(icons)
        self.window.bar.show_theme(theme, icons)

    def set_zoom(self, percent: int) -> None:
        """Show cards and text at this size."""
        self.card.set_zoom(percent)
        self.text.set_zoom(percent)
        self.window.status.show_zoom(percent)


def new_parts(theme: Theme, icons: Icons, jobs: Jobs, window_icon: QIcon) -> Parts:
    """Return the parts of a window, each in its place."""
    window = Window(window_icon)
    panes = Panes(window)  # each is made where it stays: to move it there would dress it anew
    navigator = Navigator(theme, icons, panes.columns)
    views = ViewsPane(panes.columns)
    card = CardView(theme, icons, views)
    text = DocumentView(theme, panes.columns)
    problems = ProblemsPanel(panes)
    views.assemble(card)
    panes.assemble(navigator, views, text, problems)
    search_box = SearchBox(theme, icons, jobs, window)
    return Parts(window, panes, navigator, card, text, problems, search_box, views)
