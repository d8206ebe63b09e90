"""Card, briefing and report -> the HTML that Qt's rich text shows."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.briefing.model import Card, Field
from briefer.desktop.card_page import Page, text, unbroken
from briefer.desktop.overview_html import is_overview, overview_html
from briefer.desktop.tree_html import prose_html

_IN_KIND_LINE = ("status",)


def card_html(page: Page) -> str:
    """Return the whole card as HTML; its classes are styled by card_styles."""
    card = page.card
    summary, rest = _split_summary(page)
    parts = [
        _kind_line(page),
        f"<h1>{text(card.title)}</h1>",
        summary,
        overview_html(page) if is_overview(page.briefing, card) else "",
        _rows(page),
        rest,
        _mentions(page),
        _notes(page),
    ]
    return "".join(parts)


def _split_summary(page: Page) -> tuple[str, str]:
    body = prose_html(page, page.card, notes=False)
    if not body.startswith('<p class="summary">'):
        return "", body
    end = body.index("</p>") + len("</p>")
    return body[:end], body[end:]


def _kind_line(page: Page) -> str:
    kind = page.briefing.kind(page.card.kind)
    status = page.card.field("status")
    words = kind.singular.upper() + (f" · {status.upper()}" if status else "")
    icon = f'<img src="icon:{text(kind.icon)}" width="16" height="16" />'
    style = f"kindline {page.kind_class(kind.id)}"
    return f'<p class="{style}">{icon}\u00a0 {text(words)}</p>'


def _rows(page: Page) -> str:
    rows = "".join(
        f'<tr><td class="label">{text(label).replace(" ", chr(160))}</td>'
        f'<td class="value">{value}</td></tr>'
        for label, value in _labelled(page)
    )
    return f'<table class="rows" cellspacing="0" border="0">{rows}</table>' if rows else ""


def _labelled(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the rows under the summary: relations first, then fields as they stand."""
    briefing, card = page.briefing, page.card
    kinds = {kind.heading.casefold(): kind.id for kind in briefing.kinds}
    loose = {kinds[f.key.casefold()]: f for f in card.fields if f.key.casefold() in kinds}
    for relation in briefing.relations.get(card.id, ()):
        chips = [page.chip(briefing.card(other)) for other in relation.cards]
        field = loose.pop(relation.kind, None)
        yield relation.label, " ".join((*chips, *_unlinked(page, field)))
    for field in loose.values():
        if words := " ".join(_unlinked(page, field)):
            yield field.key, words
    for field in card.fields:
        if field.key.casefold() not in kinds and field.key.casefold() not in _IN_KIND_LINE:
            yield field.key, _field_value(page, field)
    yield from _origins(page)


def _unlinked(page: Page, field: Field | None) -> Iterator[str]:
    """Yield the parts of a relation's field that lead to no card: nothing typed is lost."""
    if field is None:
        return
    dead = {link.shown for link in field.links if page.briefing.names.find(link.target) is None}
    yield from (f'<span class="dead">{text(shown)}</span>' for shown in sorted(dead))
    rest = field.value
    for link in reversed(field.links):
        rest = rest[: link.span.start] + rest[link.span.end :]
    for part in rest.split(","):
        if part.strip() and page.briefing.names.find(part) is None:
            yield text(part.strip())


def _field_value(page: Page, field: Field) -> str:
    parts, at = [], 0
    for link in field.links:
        parts.append(text(field.value[at : link.span.start]))
        parts.append(page.link(link.target, link.shown))
        at = link.span.end
    return "".join((*parts, text(field.value[at:])))


def _origins(page: Page) -> Iterator[tuple[str, str]]:
    origins = page.report.origins.get(page.card.id, ()) if page.report else ()
    if not origins:
        return
    sources = " ".join(_origin(page, origin) for origin in origins)
    if len(origins) == 1:
        sources = f'<span class="warning">Rests on one source:</span> {sources}'
    yield "Who says so", sources


def _origin(page: Page, origin: str) -> str:
    card = page.briefing.names.by_id.get(origin)
    return page.chip(card) if card else text(origin)


def _mentions(page: Page) -> str:
    ids = page.briefing.mentions.get(page.card.id, ())
    chips = " ".join(page.chip(page.briefing.card(other)) for other in ids)
    return f'<p class="section">MENTIONED IN</p><p class="chips">{chips}</p>' if chips else ""


def _notes(page: Page) -> str:
    if not page.card.notes.text.strip():
        return ""
    sign = "▾" if page.notes_open else "▸"
    words = unbroken(f"{sign} Speaker notes")
    head = f'<p class="fold"><a class="fold" href="fold:notes">{words}</a></p>'
    return head + (prose_html(page, page.card, notes=True) if page.notes_open else "")


def title_of(card: Card) -> str:
    """Return what a screen reader is told when the card is shown."""
    return f"{card.title}. {card.summary}" if card.summary else card.title
