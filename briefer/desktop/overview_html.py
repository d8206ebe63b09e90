"""What the overview card says is there: cards by kind, documents, quotations, problems."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Card, Document
from briefer.desktop.card_page import Page, chips, rows, text, unbroken
from briefer.desktop.opening_card import opening_card
from briefer.desktop.verdicts import quotations_verdict
from briefer.evidence.model import Report
from briefer.language import ntr, tr

_COMMANDS = (
    ("read", tr("Read"), "first"),
    ("print", tr("Print…"), "button"),
    ("present", tr("Present"), "button"),
)


def is_overview(briefing: Briefing, card: Card) -> bool:
    """Tell whether a briefing opens on this card: its first overview, else its first card."""
    return card.id == opening_card(briefing)


def overview_html(page: Page) -> str:
    """Return the commands and the table of what is there."""
    buttons = chips(
        f'<a class="{style}" href="command:{command}">{unbroken(words)}</a>'
        for command, words, style in _COMMANDS
    )
    here = [(tr("Cards"), _kinds(page)), (tr("Texts"), _documents(page))]
    if page.briefing.complete:
        here += [(tr("Quotations"), _quotations(page.report)), (tr("Problems"), _problems(page))]
    table = rows(here, page.label_width)
    heading = tr("What is here")
    return f'<p class="buttons">{buttons}</p><p class="section">{heading}</p>{table}'


def _kinds(page: Page) -> str:
    found = []
    for kind in page.briefing.kinds:
        cards = page.briefing.cards_of(kind.id)
        if cards and not is_overview(page.briefing, cards[0]):
            words = f"{kind.heading} {len(cards)}"
            found.append(page.anchor(f"kind:{kind.id}", words, kind.id))
    return chips(found) or tr("no further cards")


def _documents(page: Page) -> str:
    return "<br />".join(_document(d, page.report) for d in page.briefing.documents)


def _document(document: Document, report: Report | None) -> str:
    words = f"{document.letter} · {document.title}"
    if not document.readable:
        unread = tr("could not be read")
        return f'{text(words)} <span class="bad">{unread}</span>'
    facts = [ntr("{n} paragraph", "{n} paragraphs", len(document.paragraphs))]
    if report is not None:
        sentences = [use for use in report.sentences if use.document == document.id]
        cited = sum(1 for use in sentences if use.cards)
        facts.append(
            tr(
                "{cited} of {sentences} used",
                cited=cited,
                sentences=ntr("{n} sentence", "{n} sentences", len(sentences)),
            )
        )
    return f'{text(words)} <span class="muted">{", ".join(facts)}</span>'


def _quotations(report: Report | None) -> str:
    if report is None:
        return "\u00a0"
    verdict = quotations_verdict(report)
    return f'<span class="{verdict.sign}">{verdict.words}</span>'


def _problems(page: Page) -> str:
    if page.report is None:
        return "\u00a0"
    count = len(page.report.problems)
    if count == 0:
        none = tr("✓ none")
        return f'<span class="good">{none}</span>'
    role = "warning" if page.report.ok else "bad"
    said = tr("{count} to look at", count=count)
    return f'<span class="{role}">{said}</span>'
