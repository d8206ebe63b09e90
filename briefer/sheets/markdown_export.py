"""A selection -> Markdown: a breakdown that Briefer, and people, can read again."""

from __future__ import annotations

from itertools import groupby

from briefer.briefing.model import PASSAGES, Briefing, Card
from briefer.sheets.marking import marking_of
from briefer.sheets.options import Options
from briefer.sheets.selection import selected_cards
from briefer.sheets.words import day


def markdown_of(briefing: Briefing, options: Options) -> str:
    """Return the chosen cards as they were written, under the headings of their kinds."""
    cards = selected_cards(briefing, options.selection)
    parts = [_head(briefing, options)]
    for kind_id, members in groupby(cards, key=lambda card: card.kind):
        parts.append(f"# {briefing.kind(kind_id).heading}")
        parts += [_card(card, options) for card in members]
    return "\n\n".join(parts) + "\n"


def _head(briefing: Briefing, options: Options) -> str:
    """Return the title as a heading without cards, which a reader of breakdowns ignores."""
    marking = marking_of(briefing, options)
    as_of = f"As of {day(briefing.as_of)}" if briefing.as_of else ""
    documents = "\n".join(f"- {d.letter}: {d.title} (`{d.file}`)" for d in briefing.documents)
    lines = [
        f"# {briefing.title}",
        f"**{marking}**" if marking else "",
        briefing.subtitle,
        ", ".join(briefing.authors),
        as_of,
        documents,
    ]
    return "\n\n".join(line for line in lines if line)


def _card(card: Card, options: Options) -> str:
    heading = f"## {card.title}"
    if card.kind != PASSAGES.id:
        heading += f" {{#{card.id}}}"
    fields = "\n".join(f"{field.key}: {field.value}" for field in card.fields)
    parts = [f"{heading}\n{fields}" if fields else heading, card.body.text.strip()]
    own = [note.words.strip() for note in options.own_notes if note.card == card.id]
    parts += [f"### My notes\n\n{words}" for words in own if words]
    if options.notes and card.notes.text.strip():
        parts.append(f"### Notes\n\n{card.notes.text.strip()}")
    return "\n\n".join(part for part in parts if part)
