"""The reader's notes and their briefing -> one Markdown file with citations."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.briefing.citing import bracketed_citation, cited_as, cited_passage
from briefer.briefing.model import Briefing, Card
from briefer.desk.model import Note, PickedPassage
from briefer.desk.settling import card_of_note, passage_now
from briefer.language import tr


def note_file(notes: tuple[Note, ...], briefing: Briefing) -> str:
    """Return the file: cards in the briefing's order, then passages, then what has no card now."""
    by_card: dict[str, list[Note]] = {}
    for note in notes:
        if note.passage is None:
            by_card.setdefault(card_of_note(note, briefing), []).append(note)
    parts = [tr("# My notes on “{title}”", title=briefing.title)]
    for card in briefing.cards:
        for note in by_card.get(card.id, ()):
            parts.extend(_on_card(note, card, briefing))
    passages = [(note, note.passage) for note in notes if note.passage is not None]
    for note, passage in sorted(passages, key=lambda pair: (pair[1].document, pair[1].start)):
        parts.extend(_on_passage(note, passage, briefing))
    for note in by_card.get("", ()):
        parts.extend((tr("## {line} (without a card)", line=_line(note.title)), note.words.strip()))
    return "\n\n".join(parts) + "\n"


def _on_card(note: Note, card: Card, briefing: Briefing) -> Iterator[str]:
    yield f"## {_line(card.title)}"
    yield note.words.strip()
    kind = briefing.kind(card.kind).singular
    cites = "; ".join(_cited(card, briefing))
    where = f"{kind} “{_line(card.title)}”, {briefing.title}"
    cited = tr("Cites {passages}", passages=cites)
    yield f"*{where}. {cited}.*" if cites else f"*{where}.*"


def _cited(card: Card, briefing: Briefing) -> Iterator[str]:
    """Yield each passage that the card cites, once."""
    with_words = (q.citation for q in card.body.quotations if q.citation is not None)
    told = set()
    for citation in (*with_words, *card.body.citations):
        document = briefing.document(citation.document)
        if document is None and not citation.document and len(briefing.documents) == 1:
            document = briefing.documents[0]
        if document is None or citation.first is None:
            continue
        words = cited_as(document, citation.first, citation.last or citation.first)
        if words not in told:
            told.add(words)
            yield words


def _on_passage(note: Note, passage: PickedPassage, briefing: Briefing) -> Iterator[str]:
    found, document = passage_now(passage, briefing), briefing.document(passage.document)
    words = _line(passage.words)
    if found is None or document is None:
        yield tr("## A passage that is not in the texts any more")
        yield f"> {words}"
    else:
        yield f"## {cited_passage(document, found.span)}"
        yield f"> {words}\n> — {bracketed_citation(document, found.span)}"
    yield note.words.strip()


def _line(words: str) -> str:
    return " ".join(words.split())
