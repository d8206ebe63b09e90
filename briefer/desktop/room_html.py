"""A card -> the HTML of its slide: calm, without links, grades only where all is not exact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from briefer.briefing.markup import LATER, as_typed, element_tree
from briefer.briefing.model import Briefing, Card, Citation, Prose, Quotation
from briefer.desktop import card_words
from briefer.desktop.bounded_trees import bounded
from briefer.desktop.card_page import CardEvidence, Trees, attribute, text
from briefer.desktop.image_html import ImageHtml
from briefer.desktop.tree_html import cleaned
from briefer.evidence.model import Checked, Outcome, Verbatim
from briefer.language import grouped, tr

_HEADINGS = {"h3": "section", "h4": "subsection", "h5": "subsection", "h6": "subsection"}
_BLOCKS = ("p", "li", "dt", "dd", "pre")
_PARTS = frozenset((*_BLOCKS, *_HEADINGS, "td", "th", "quotation"))
_BETWEEN = " · "
_MOST_PARTS = 1_000  # of a slide, which is laid out more than once
_MOST_TYPED = 8_000  # characters
_TOO_MANY = tr("This text has too many parts for a slide. It is shown as typed.")


@dataclass(frozen=True, slots=True)
class SlideCard:
    """A card, what is known of its quotations, and what gives the trees of its texts."""

    briefing: Briefing
    card: Card
    evidence: CardEvidence
    trees: Trees = element_tree


def slide_html(page: SlideCard) -> str:
    """Return kind, title, summary and body of a card."""
    kind = page.briefing.kind(page.card.kind)
    head = (
        f'<p class="kindline">{text(kind.singular)}</p><p class="title">{text(page.card.title)}</p>'
    )
    return head + _prose(page, notes=False)


def notes_html(page: SlideCard) -> str:
    """Return the speaker notes of a card; "" when it has none."""
    return _prose(page, notes=True) if page.card.notes.text.strip() else ""


def _prose(page: SlideCard, *, notes: bool) -> str:
    card = page.card
    prose = card.notes if notes else card.body
    made = page.trees(prose, card.place.file.rpartition("/")[0])
    if sum(element.tag in _PARTS for element in made.iter()) > _MOST_PARTS:
        made = as_typed(prose, _TOO_MANY)
    tree, notice, left = bounded(made, prose, _MOST_TYPED)
    body = _Writer(page, prose, in_notes=notes).content(tree)
    if card.summary and not notes and not notice and len(tree) and tree[0].tag == "p":
        body = body.replace("<p>", '<p class="summary">', 1)
    return cleaned(_told(notice, left) + body)


def _told(notice: str, left: int) -> str:
    """Say why a text is shown as it was typed, unless it is for a moment only."""
    if notice in ("", LATER):
        return ""
    rest = (
        tr(" The window shows all of it, {left} characters more.", left=grouped(left))
        if left
        else ""
    )
    return f'<p class="mark">{text(notice + rest)}</p>'


class _Writer:
    """Writes one tree; knows which quotation it is in."""

    def __init__(self, page: SlideCard, prose: Prose, *, in_notes: bool) -> None:
        self._page, self._prose, self._in_notes = page, prose, in_notes
        self._box = ""
        self._boxes = 0
        self._images = ImageHtml(page.briefing.files)

    def content(self, element: Element) -> str:
        """Return the HTML of what stands in an element."""
        parts = [text(element.text or "")]
        for child in element:
            parts.append(_WRITERS.get(child.tag, _Writer._plain)(self, child))
            parts.append(text(child.tail or ""))
        return "".join(parts)

    def _plain(self, element: Element) -> str:
        attributes = {k: v for k, v in element.items() if k in ("lang", "dir", "start", "align")}
        tag = element.tag
        if style := _HEADINGS.get(tag):
            tag, attributes["class"] = "p", style
        elif tag in _BLOCKS and self._box:
            attributes["class"] = self._box
        if tag == "th":
            attributes.setdefault("align", "left")
        written = "".join(f' {key}="{attribute(value)}"' for key, value in attributes.items())
        return f"<{tag}{written}>{self.content(element)}</{tag}>"

    def _void(self, element: Element) -> str:
        return f"<{element.tag} />"

    def _words(self, element: Element) -> str:
        return self.content(element)

    def _table(self, element: Element) -> str:
        inner = self.content(element)
        return f'<table class="data" cellspacing="0" cellpadding="10" border="0">{inner}</table>'

    def _image(self, element: Element) -> str:
        return self._images.html(element)

    def _footnotes(self, element: Element) -> str:
        notes = [
            f'<p class="foot"><sup>{text(note.get("number", ""))}</sup> {_inline(self, note)}</p>'
            for note in element
        ]
        return "".join(notes)

    def _callout(self, element: Element) -> str:
        return self._boxed("callout", lambda: self.content(element))

    def _quotation(self, element: Element) -> str:
        index = int(element.get("index", "0"))
        quotation, outcome = self._prose.quotations[index], self._outcome(index)
        if element.get("form") != "block":
            return self._in_text(element, quotation, outcome)
        return self._boxed("quote", lambda: self._block(element, quotation, outcome))

    def _block(self, element: Element, quotation: Quotation, outcome: Outcome | None) -> str:
        inner = self.content(element)
        words = inner if inner.startswith("<") else f'<p class="{self._box}">{inner}</p>'
        start, end = words.index(">") + 1, words.rindex("</")
        words = f"{words[:start]}“{words[start:end]}”{words[end:]}"
        turn = self._box.partition(" ")[0]
        foot = self._foot(quotation, outcome) or "\u00a0"
        return f'{words}<p class="foot {turn}">{foot}</p>'

    def _boxed(self, style: str, write: Callable[[], str]) -> str:
        outer = self._box
        if not outer:
            self._boxes += 1
            self._box = f"{style}{self._boxes % 2} {style}"
        inner = write()
        self._box = outer
        return inner

    def _foot(self, quotation: Quotation, outcome: Outcome | None) -> str:
        citation = quotation.citation
        parts = [
            _unless_exact(outcome),
            text(reference(self._page.briefing, outcome, citation)),
            text(card_words.stance(citation)),
            text(via(self._page.briefing, citation)),
            text(citation.attribution) if citation else "",
            text(card_words.emphasis(quotation)),
        ]
        return _BETWEEN.join(part for part in parts if part)

    def _in_text(self, element: Element, quotation: Quotation, outcome: Outcome | None) -> str:
        mark = self._short(outcome, quotation.citation)
        return f"{self.content(element)}{mark}{_bracketed(_unless_exact(outcome))}"

    def _citation(self, element: Element) -> str:
        citation = self._prose.citations[int(element.get("index", "0"))]
        return self._short(None, citation).strip()

    def _short(self, outcome: Outcome | None, citation: Citation | None) -> str:
        place = card_words.place_of(self._page.briefing, outcome, citation)
        short = card_words.short_reference(self._page.briefing, *place) if place else ""
        return f'\u00a0<span class="mark">{text(short)}</span>' if short else ""

    def _outcome(self, index: int) -> Outcome | None:
        checked: Checked | None = self._page.evidence.quotations.get((self._in_notes, index))
        return checked.outcome if checked else None


_WRITERS: dict[str, Callable[[_Writer, Element], str]] = {
    "br": _Writer._void,
    "hr": _Writer._void,
    "table": _Writer._table,
    "img": _Writer._image,
    "a": _Writer._words,
    "card-link": _Writer._words,
    "footnotes": _Writer._footnotes,
    "blockquote": _Writer._callout,
    "quotation": _Writer._quotation,
    "citation": _Writer._citation,
}


def reference(briefing: Briefing, outcome: Outcome | None, citation: Citation | None) -> str:
    """Return `Article, paragraph 1`; "" when nobody can say."""
    place = card_words.place_of(briefing, outcome, citation)
    return card_words.reference(briefing, *place).partition(" · ")[2] if place else ""


def via(briefing: Briefing, citation: Citation | None) -> str:
    """Return `via Reuters`, or nothing."""
    if citation is None or not citation.via:
        return ""
    card = briefing.names.find(citation.via)
    return tr("via {title}", title=card.title if card else citation.via)


def _unless_exact(outcome: Outcome | None) -> str:
    if outcome is None or isinstance(outcome, Verbatim):
        return ""
    role, _, words = card_words.grade(outcome)
    return f'<span class="{role}">{text(words)}</span>'


def _bracketed(words: str) -> str:
    return f" ({words})" if words else ""


def _inline(writer: _Writer, note: Element) -> str:
    inner = writer.content(note)
    return inner.replace("<p>", "").replace("</p>", " ").strip()
