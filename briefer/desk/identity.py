"""A briefing -> a name for what is in it, the same wherever its folder lies."""

from __future__ import annotations

from hashlib import sha256

from briefer.briefing.model import Briefing


def content_of(briefing: Briefing) -> str:
    """Return a hash over the title, the cards as written and the documents, as hexadecimal."""
    total = sha256()
    for words in _words(briefing):
        data = words.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def _words(briefing: Briefing) -> list[str]:
    words = [briefing.title]
    for card in briefing.cards:
        words += (card.id, card.title, card.body.text, card.notes.text)
    words += (document.sha256 for document in briefing.documents)
    return words
