"""A cited passage and what became of it -> HTML for the old words and for the new ones."""

from __future__ import annotations

from briefer.briefing.model import Document, Span
from briefer.desktop.card_page import text
from briefer.desktop.theme import Theme
from briefer.evidence.model import Change, WordChange
from briefer.evidence.versions import Changed, ComparedPassage, Gone
from briefer.language import tr

_AROUND = 80  # code points of the text around the passage


def version_css(theme: Theme) -> str:
    """Return the style sheet for the classes that these pages use."""
    return f"""
p {{ line-height: 140%; }}
.around {{ color: {theme["muted"]}; }}
.gone {{ color: {theme["bad"]}; font-weight: 600; }}
.struck {{ color: {theme["bad"]}; font-weight: 600; text-decoration: line-through; }}
.inserted {{ color: {theme["good"]}; font-weight: 600; text-decoration: underline; }}
"""


def old_html(compared: ComparedPassage, old: Document) -> str:
    """Return the passage as the text has it now; what the new version lacks is struck."""
    words = None
    if isinstance(compared.fate, Changed):
        words = _marked(compared.fate.difference.words, Change.DELETE, "struck")
    return _page(old, compared.passage.span, words)


def new_html(compared: ComparedPassage, new: Document) -> str:
    """Return the passage as the new version has it; what the old text lacks is underlined."""
    if isinstance(compared.fate, Gone):
        gone = tr("✗ Nothing that comes near stands in the new version.")
        return f'<p class="gone">{gone}</p>'
    words = None
    if isinstance(compared.fate, Changed):
        words = _marked(compared.fate.difference.words, Change.INSERT, "inserted")
    return _page(new, compared.fate.span, words)


def _marked(changes: tuple[WordChange, ...], own: Change, style: str) -> str:
    """Return the words of one side: the quotation's when they were inserted, else the document's.

    The difference is told from the old text (document) to the new one (quotation).
    """
    tag = "s" if own is Change.DELETE else "u"
    parts = []
    for change in changes:
        words = text(change.document if own is Change.DELETE else change.quotation)
        if change.change in (own, Change.REPLACE):
            words = f'<{tag} class="{style}">{words}</{tag}>'
        if words and (change.change in (own, Change.REPLACE, Change.EQUAL)):
            parts.append(words)
    return " ".join(parts)


def _page(document: Document, span: Span, marked: str | None) -> str:
    """Return a passage between a little of what stands before and behind it."""
    words = marked if marked is not None else text(_line(document.text[slice(*span)]))
    before = _line(document.text[max(0, span.start - _AROUND) : span.start])
    behind = _line(document.text[span.end : span.end + _AROUND])
    if span.start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if span.end + _AROUND < len(document.text):
        behind = f"{behind.rpartition(' ')[0]} …"
    return (
        f'<p><span class="around">{text(before)}</span> {words}'
        f' <span class="around">{text(behind)}</span></p>'
    )


def _line(words: str) -> str:
    return " ".join(words.split())
