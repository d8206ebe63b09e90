"""What briefings to search in are made of."""

from __future__ import annotations

from pathlib import Path

from briefer.briefing.model import Card, Document, Field, Kind, Paragraph, Place, Prose, Span

PLACE = Place("breakdown.md", 1)
KINDS = (
    Kind("channels", "Channels", "Channel", "mdi6.phone", "#1f5fbf"),
    Kind("actors", "Actors", "Actor", "mdi6.account", "#7a3fb0"),
)


class NoFiles:
    """A briefing that was never on disk."""

    path = Path("nowhere")

    def names(self, folder: str = "") -> tuple[str, ...]:
        return ()

    def read(self, name: str, limit: int) -> bytes:
        raise AssertionError(name)


def new_card(card_id: str, title: str, body: str = "", **more: object) -> Card:
    fields = tuple(
        Field(key, value, (), PLACE) for key, value in dict(more.pop("fields", {})).items()
    )
    notes = Prose(str(more.pop("notes", "")))
    kind = str(more.pop("kind", "channels"))
    return Card(card_id, title, kind, PLACE, fields, body=Prose(body), notes=notes, **more)


def new_document(text: str, document_id: str = "article", letter: str = "A") -> Document:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    paragraphs = tuple(Paragraph(n, span) for n, span in enumerate(spans, 1))
    return Document(document_id, "Article", letter, "a.txt", text, paragraphs, "")
