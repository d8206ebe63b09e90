"""Element tree -> HTML for Qt's rich text, with the quotations' grades and references."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from briefer.briefing.markup import element_tree
from briefer.briefing.model import Card, Citation, Prose, Quotation
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop import card_words
from briefer.desktop.bounded_trees import bounded
from briefer.desktop.card_page import Page, attribute, chips, text, unbroken
from briefer.desktop.difference_html import difference_html
from briefer.desktop.image_html import ImageHtml
from briefer.evidence.model import Altered, Checked, Missing, Outcome, needs_fixing
from briefer.language import grouped, tr

_FIRST_TEXT = re.compile(r"(?:\s*<[^>]*>)*\s*")
_LAST_TEXT = re.compile(r"(?:\s*</[^>]*>)*\s*\Z")
_BLOCKS = ("p", "li", "dt", "dd", "pre")
_HEADINGS = {"h3": "section", "h4": "subsection", "h5": "subsection", "h6": "subsection"}
_LARGER = ("ul", "ol", "dl", "table", "thead", "tbody", "tr", "th", "td", "hr")
_IN_TEXT = ("code", "em", "strong", "sup", "a", "img", "br", "span", "s", "u")
_TAGS = frozenset((*_BLOCKS, *_LARGER, *_IN_TEXT))
_ATTRIBUTES = {
    "*": {"class", "dir", "lang"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    "table": {"cellspacing", "cellpadding", "border"},
}
_SCHEMES = {"http", "https", "mailto", "chip", "card", "passage", "image"}


def prose_html(page: Page, card: Card, *, notes: bool) -> str:
    """Return the body of a card, or its notes, as HTML that passed the allow-list."""
    prose = card.notes if notes else card.body
    folder = card.place.file.rpartition("/")[0]
    return written_prose(
        page, prose, folder, in_notes=notes, summed=bool(card.summary) and not notes
    )


def written_prose(
    page: Page, prose: Prose, folder: str, *, in_notes: bool = False, summed: bool = False
) -> str:
    """Return prose as HTML that passed the allow-list; `summed` when a summary opens it."""
    tree, notice, left = bounded((page.trees or element_tree)(prose, folder), prose)
    body = _Writer(page, prose, in_notes=in_notes).content(tree)
    if notice:
        return cleaned(f'<p class="notice">{text(notice)}</p>') + _rest(left) + cleaned(body)
    if summed and len(tree) and tree[0].tag == "p":
        body = body.replace("<p>", '<p class="summary">', 1)
    return cleaned(body)


def _rest(left: int) -> str:
    if not left:
        return ""
    words = tr("Show the whole text, {left} characters more", left=grouped(left))
    return f'<p class="notice"><a class="link" href="command:whole">{words}</a></p>'


def cleaned(body: str) -> str:
    """Return HTML with nothing but the tags, attributes and addresses that a card uses."""
    import nh3

    return nh3.clean(
        body,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


class _Writer:
    """Writes one tree; knows which quotation box it is in."""

    def __init__(self, page: Page, prose: Prose, *, in_notes: bool) -> None:
        self._page = page
        self._prose = prose
        self._in_notes = in_notes
        self._box = ""  # the style class of the box that blocks are in
        self._boxes = 0
        self._images = ImageHtml(page.briefing.files)

    def content(self, element: Element) -> str:
        """Return the HTML of what stands in an element."""
        parts = [text(element.text or "")]
        for child in element:
            write = _WRITERS.get(child.tag, _Writer._plain)
            parts.append(write(self, child))
            parts.append(text(child.tail or ""))
        return "".join(parts)

    def _plain(self, element: Element) -> str:
        attributes = dict(element.items())
        attributes.pop("language", None)
        tag = element.tag
        if style := _HEADINGS.get(tag):
            tag = "p"  # Qt gives headings sizes of its own, whatever the style sheet says
            attributes["class"] = f"{style} {self._box.partition(' ')[0]}".strip()
        elif tag in _BLOCKS and self._box:
            attributes["class"] = self._box
        if tag == "p" and "class" not in attributes and _is_picture(element):
            attributes["class"] = "picture"
        if tag == "th":
            attributes.setdefault("align", "left")
        written = "".join(f' {key}="{attribute(value)}"' for key, value in attributes.items())
        return f"<{tag}{written}>{self.content(element)}</{tag}>"

    def _void(self, element: Element) -> str:
        return f"<{element.tag} />"

    def _table(self, element: Element) -> str:
        inner = self.content(element)
        return f'<table class="data" cellspacing="0" cellpadding="6" border="0">{inner}</table>'

    def _image(self, element: Element) -> str:
        return self._images.html(element)

    def _anchor(self, element: Element) -> str:
        href = attribute(element.get("href", ""))
        return f'<a class="outside" href="{href}">{self.content(element)}</a>'

    def _card_link(self, element: Element) -> str:
        return self._page.link(element.get("target", ""), element.text or "")

    def _footnotes(self, element: Element) -> str:
        notes = []
        for note in element:
            inner = self.content(note).replace("<p>", '<p class="footnote">')
            mark = f"<sup>{note.get('number')}</sup> "
            at = _match_end(_FIRST_TEXT, inner)
            notes.append(inner[:at] + mark + inner[at:])
        return "<hr />" + "".join(notes)

    def _callout(self, element: Element) -> str:
        outer = self._box
        self._box = outer or self._new_box("callout")
        inner = self.content(element)
        if not outer and element.get("callout"):
            inner = inner.replace(f'class="{self._box}"', f'class="{self._box}-title"', 1)
        self._box = outer
        return inner

    def _new_box(self, style: str) -> str:
        self._boxes += 1
        return f"{style}{self._boxes % 2} {style}"

    def _quotation(self, element: Element) -> str:
        index = int(element.get("index", "0"))
        quotation = self._prose.quotations[index]
        checked = self._checked(index)
        outcome = checked.outcome if checked else None
        if element.get("form") != "block":
            return self._in_text(element, quotation, outcome)
        outer = self._box
        wrong = outcome is not None and needs_fixing(outcome)
        self._box = self._new_box("wrong" if wrong else "quote")
        words = self._block_words(element, outcome)
        turn = self._box.partition(" ")[0]  # in the same box, but not in its letters
        foot = f'<p class="foot {turn}">{self._foot(quotation, outcome)}</p>'
        self._box = outer
        return words + foot

    def _block_words(self, element: Element, outcome: Outcome | None) -> str:
        if isinstance(outcome, Altered):
            return f'<p class="{self._box}">“{difference_html(outcome, element)}”</p>'
        inner = self.content(element)
        start = _match_end(_FIRST_TEXT, inner)
        last = _LAST_TEXT.search(inner)
        end = last.start() if last else len(inner)
        if end <= start:
            return inner
        return f"{inner[:start]}“{inner[start:end]}”{inner[end:]}"

    def _foot(self, quotation: Quotation, outcome: Outcome | None) -> str:
        citation = quotation.citation
        parts = [_grade(outcome), self._reference(outcome, citation)]
        parts.append(_marked("bad", card_words.stance(citation)))
        parts.append(self._via(citation))
        parts.append(text(citation.attribution) if citation else "")
        parts.append(text(card_words.emphasis(quotation)))
        parts.append(_show(outcome))
        if isinstance(outcome, Altered):
            parts.append(tr("struck: only on the card; underlined: in the text"))
        return chips(part for part in parts if part) or "\u00a0"

    def _reference(self, outcome: Outcome | None, citation: Citation | None) -> str:
        place = card_words.place_of(self._page.briefing, outcome, citation)
        return text(card_words.reference(self._page.briefing, *place)) if place else ""

    def _via(self, citation: Citation | None) -> str:
        if citation is None or not citation.via:
            return ""
        if self._page.briefing.names.find(citation.via) is None:
            return tr("via {text}", text=text(citation.via))
        card = self._page.briefing.names.find(citation.via)
        return tr(
            "via {link}", link=self._page.link(citation.via, card.title if card else citation.via)
        )

    def _in_text(self, element: Element, quotation: Quotation, outcome: Outcome | None) -> str:
        inner = self.content(element)
        if isinstance(outcome, Altered):
            inner = f"“{difference_html(outcome, element)}”"
        words = f'<span class="quoted">{inner}</span>'
        if quotation.citation is None and (outcome is None or isinstance(outcome, Missing)):
            return words
        marks = (self._mark(outcome, quotation.citation), self._via(quotation.citation))
        return "\u00a0".join((words, *(mark for mark in marks if mark)))

    def _mark(self, outcome: Outcome | None, citation: Citation | None) -> str:
        place = card_words.place_of(self._page.briefing, outcome, citation)
        short = card_words.short_reference(self._page.briefing, *place) if place else ""
        if outcome is None:
            return text(short)
        role, sign, words = card_words.grade(outcome)
        if isinstance(outcome, Missing):
            return _marked(role, f"{sign} {words}")
        href = NamedPassage(outcome.document, outcome.ranges[0]).name
        link = f'<a class="mark" href="{href}">{text(short)}</a>'
        return link if role == "good" else f"{_marked(role, f'{sign} {words}')} {link}"

    def _citation(self, element: Element) -> str:
        index = int(element.get("index", "0"))
        citation = self._prose.citations[index]
        evidence = self._page.evidence
        found = evidence.references.get((self._in_notes, index)) if evidence else None
        place = card_words.place_of(self._page.briefing, None, citation)
        short = card_words.short_reference(self._page.briefing, *place) if place else ""
        shown = text(short or f"[@{citation.document}]")
        if found is not None and found.ranges:
            href = NamedPassage(found.document, found.ranges[0]).name
            shown = f'<a class="mark" href="{href}">{shown}</a>'
        return f"{shown} {self._via(citation)}".strip()

    def _checked(self, index: int) -> Checked | None:
        evidence = self._page.evidence
        return evidence.quotations.get((self._in_notes, index)) if evidence else None


_WRITERS: dict[str, Callable[[_Writer, Element], str]] = {
    "br": _Writer._void,
    "hr": _Writer._void,
    "table": _Writer._table,
    "img": _Writer._image,
    "a": _Writer._anchor,
    "card-link": _Writer._card_link,
    "footnotes": _Writer._footnotes,
    "blockquote": _Writer._callout,
    "quotation": _Writer._quotation,
    "citation": _Writer._citation,
}


def _grade(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    role, sign, words = card_words.grade(outcome)
    return _marked(role, f"{sign} {words}")


def _marked(role: str, words: str) -> str:
    return f'<span class="{role}">{text(words)}</span>' if words else ""


def _show(outcome: Outcome | None) -> str:
    if outcome is None or isinstance(outcome, Missing) or not outcome.ranges:
        return ""
    href = NamedPassage(outcome.document, outcome.ranges[0]).name
    shown = unbroken(tr("Show in text"))
    return f'<a class="show" href="{href}">{shown}</a>'


def _is_picture(element: Element) -> bool:
    return len(element) == 1 and element[0].tag == "img" and not (element.text or "").strip()


def _match_end(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.match(words)
    return match.end() if match else 0
