"""What people type for a paragraph -> the document and the number."""

from __future__ import annotations

import re

from briefer.briefing.model import Document

_NAME = re.compile(r"\s*(?P<letter>[A-Za-z]{0,3})\s*[¶#.]?\s*(?P<number>[0-9]{1,9})\s*")


def find_paragraph(name: str, documents: tuple[Document, ...]) -> tuple[str, int] | None:
    """Return the document's id and the paragraph's number for "A12" or "12"; None for neither.

    A bare number, or `p` before it, counts in the first document.
    """
    match = _NAME.fullmatch(name)
    if match is None or not documents:
        return None
    letter, number = match["letter"].upper(), int(match["number"])
    named = next((document for document in documents if document.letter == letter), None)
    document = named or (documents[0] if letter in ("", "P") else None)
    if document is None or not 1 <= number <= len(document.paragraphs):
        return None
    return document.id, number
