"""A briefing and what was read of it -> the cards that are unread, new, or changed since."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b

from briefer.briefing.model import Briefing, Card
from briefer.desk.model import Kept, ReadCard, Seen
from briefer.language import tr


class News(StrEnum):
    """Why a card is to be read; a card that was read as it stands has none."""

    UNREAD = "unread"
    NEW = "new"  # not there when the briefing was first open
    CHANGED = "changed"  # it said something else when it was read


def words_of(card: Card) -> str:
    """Return all that a card says, as it is written."""
    fields = "\n".join(f"{field.key}: {field.value}" for field in card.fields)
    notes = tr("Speaker notes: {text}", text=card.notes.text) if card.notes.text else ""
    parts = (card.title, fields, card.body.text, notes)
    return "\n\n".join(part.strip() for part in parts if part.strip())


def digest_of(card: Card) -> str:
    """Return a short name for what a card says."""
    words = words_of(card).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=8).hexdigest()


def digests_of(briefing: Briefing) -> dict[str, str]:
    """Return the digest of every card by its id."""
    return {card.id: digest_of(card) for card in briefing.cards}


def read_card(card: Card) -> ReadCard:
    """Return a card as it is read now."""
    return ReadCard(card.id, card.title, digest_of(card), words_of(card))


def news_of(briefing: Briefing, digests: Mapping[str, str], kept: Kept) -> dict[str, News]:
    """Return what is to be read, by card id, in the order of the cards."""
    seen = {found.card: found for found in kept.seen}
    by_title = {found.title: found for found in kept.seen if found.card not in digests}
    known = frozenset(kept.known)
    if not seen and (not known or known.issuperset(digests)):  # as at the first visit
        return dict.fromkeys((card.id for card in briefing.cards), News.UNREAD)
    news = {}
    for card in briefing.cards:
        found = seen.get(card.id) or (by_title.get(card.title) if by_title else None)
        told = _news_of(card.id, digests.get(card.id, ""), found, known)
        if told is not None:
            news[card.id] = told
    return news


def seen_as(card: Card, briefing: Briefing, kept: Kept) -> str:
    """Return the id under which a card was read: its own, or the one it had before."""
    ids = briefing.names.by_id
    if any(found.card == card.id for found in kept.seen):
        return card.id
    renamed = (s.card for s in kept.seen if s.title == card.title and s.card not in ids)
    return next(renamed, card.id)


def _news_of(card: str, digest: str, seen: Seen | None, known: frozenset[str]) -> News | None:
    if seen is not None:
        return None if seen.digest == digest else News.CHANGED
    return News.NEW if known and card not in known else News.UNREAD
