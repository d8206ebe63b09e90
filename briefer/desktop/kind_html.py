"""What introduces a kind, and its cards -> the HTML that the card pane shows."""

from __future__ import annotations

from briefer.briefing.model import Card, Kind
from briefer.desktop.card_page import Page, attribute, text
from briefer.desktop.tree_html import written_prose
from briefer.language import ntr, tr

_MOST = 500  # cards; a list that is longer is read in the navigator


def kind_html(page: Page) -> str:
    """Return a kind's page; the page's card is any of the kind's."""
    kind = page.briefing.kind(page.card.kind)
    cards = page.briefing.cards_of(kind.id)
    folder = kind.place.file.rpartition("/")[0]
    introduction = written_prose(page, kind.introduction, folder)
    listed = "".join(_listed(page, card) for card in cards[:_MOST])
    more = tr("and {cards} more: the list at the left has them all", cards=len(cards) - _MOST)
    rest = f'<p class="muted">{more}</p>' if len(cards) > _MOST else ""
    heading = tr("Cards")
    return (
        f"{_kind_line(page, kind, len(cards))}"
        f'<p class="title">{text(kind.heading)}</p>{introduction}'
        f'<p class="section">{heading}</p>{listed}{rest}'
    )


def _kind_line(page: Page, kind: Kind, count: int) -> str:
    side = page.icon_size
    source = attribute(f"icon:{kind.icon}")
    icon = f'<img class="icon" src="{source}" width="{side}" height="{side}" />'
    style = f"kindline {page.kind_class(kind.id)}"
    words = ntr("{n} card", "{n} cards", count)
    return f'<p class="{style}">{icon}\u00a0 {words}</p>'


def _listed(page: Page, card: Card) -> str:
    style = f"link {page.kind_class(card.kind)}"
    name = f'<a class="{style}" href="{attribute("card:" + card.id)}">{text(card.title)}</a>'
    said = f'<br /><span class="muted">{text(card.summary)}</span>' if card.summary else ""
    return f'<p class="listed">{name}{said}</p>'
