"""Card, briefing and report -> the HTML that Qt's rich text shows."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.briefing.model import Field
from briefer.desktop.card_page import Page, attribute, chips, rows, text, unbroken
from briefer.desktop.overview_html import is_overview, overview_html
from briefer.desktop.tree_html import prose_html
from briefer.language import tr

_SOURCES = "sources"  # the id of the kind
_NOT_IN_FIELDS = {"status", "priority", "minutes"}  # above the title, or for presenters


def card_html(page: Page) -> str:
    """Return the whole card as HTML; its classes are styled by card_styles."""
    card = page.card
    summary, rest = _split_summary(page)
    parts = [
        _kind_line(page),
        f'<p class="title">{text(card.title)}</p>',
        summary,
        overview_html(page) if is_overview(page.briefing, card) else "",
        rows(_labelled(page), page.label_width),
        _fields(page),
        _contradiction(page),
        rest,
        _mentions(page),
        _notes(page),
    ]
    return "".join(parts)


def _contradiction(page: Page) -> str:
    cited = page.evidence.quotations.values() if page.evidence else ()
    if not any(c.quotation.citation and c.quotation.citation.stance == "disputes" for c in cited):
        return ""
    from briefer.desktop.contradiction_html import contradiction_html  # seldom needed

    return contradiction_html(page)


def _split_summary(page: Page) -> tuple[str, str]:
    body = prose_html(page, page.card, notes=False)
    if not body.startswith('<p class="summary">'):
        return "", body
    end = body.index("</p>") + len("</p>")
    return body[:end], body[end:]


def _kind_line(page: Page) -> str:
    kind = page.briefing.kind(page.card.kind)
    status = page.card.field("status")
    words = kind.singular + (f" · {status}" if status else "")
    side = page.icon_size
    source = attribute(f"icon:{kind.icon}")
    icon = f'<img class="icon" src="{source}" width="{side}" height="{side}" />'
    style = f"kindline {page.kind_class(kind.id)}"
    return f'<p class="{style}">{icon}\u00a0 {text(words)}</p>'


def _labelled(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the rows under the summary: what the card is tied to, and who says it."""
    briefing, card = page.briefing, page.card
    kinds = {kind.heading.casefold(): kind.id for kind in briefing.kinds}
    loose = {kinds[f.key.casefold()]: f for f in card.fields if f.key.casefold() in kinds}
    origins = page.report.origins.get(card.id, ()) if page.report else ()
    for relation in briefing.relations.get(card.id, ()):
        tied = [page.chip(briefing.card(other)) for other in relation.cards]
        others = tuple(_unlinked(page, loose.pop(relation.kind, None)))
        same = relation.kind == _SOURCES and set(relation.cards) == set(origins) and not others
        yield relation.label, chips((*tied, *others)) + (_alone(origins) if same else "")
        origins = () if same else origins
    for field in loose.values():
        if words := chips(_unlinked(page, field)):
            yield field.key, words
    yield from _origins(page, card.id if origins else "")


def _fields(page: Page) -> str:
    """Return the fields that are no relations, as they stand, in one quiet paragraph."""
    left = {kind.heading.casefold() for kind in page.briefing.kinds} | _NOT_IN_FIELDS
    parts = [
        f'<span class="muted">{text(field.key)}:</span> {_field_value(page, field)}'
        for field in page.card.fields
        if field.key.casefold() not in left
    ]
    return f'<p class="fields">{chips(parts)}</p>' if parts else ""


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


def _origins(page: Page, card_id: str) -> Iterator[tuple[str, str]]:
    """Yield who says so: each origin, behind those who pass its account on."""
    trails = page.report.trails.get(card_id, ()) if page.report else ()
    if not trails:
        return
    sources = chips(_trail(page, steps) for steps in trails)
    if len(trails) == 1:
        words = tr("Rests on one source:")
        alone = f'<span class="warning">{words}</span>'
        sources = chips((alone, sources))
    yield tr("Who says so"), sources


def _alone(origins: tuple[str, ...]) -> str:
    """Return what is said behind the sources that are themselves the origins."""
    words = unbroken("· " + tr("rests on one source"))
    return f'\u00a0\u00a0 <span class="warning">{words}</span>' if len(origins) == 1 else ""


def _trail(page: Page, steps: tuple[str, ...]) -> str:
    """Return a trail, its parts each on a chip: `Reuters from an unnamed source`."""
    return tr("\u00a0\u00a0 from\u00a0\u00a0 ").join(_origin(page, step) for step in steps)


def _origin(page: Page, origin: str) -> str:
    card = page.briefing.names.by_id.get(origin)
    if card is not None:
        return page.chip(card)
    document = page.briefing.document(origin)
    return text(document.title if document else origin)


def _mentions(page: Page) -> str:
    ids = page.briefing.mentions.get(page.card.id, ())
    if not ids:
        return ""
    row = chips(page.chip(page.briefing.card(other)) for other in ids)
    heading = tr("Mentioned in")
    return f'<p class="section">{heading}</p><p class="chips">{row}</p>'


def _notes(page: Page) -> str:
    if not page.card.notes.text.strip():
        return ""
    sign = "▾" if page.notes_open else "▸"
    words = unbroken(tr("{sign} Speaker notes", sign=sign))
    head = f'<p class="fold"><a class="fold" href="fold:notes">{words}</a></p>'
    return head + (prose_html(page, page.card, notes=True) if page.notes_open else "")
