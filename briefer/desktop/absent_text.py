"""A document without words -> what the text pane says in its place."""

from __future__ import annotations

from briefer.briefing.model import Briefing, Document, Severity
from briefer.language import tr


def absence_in_words(briefing: Briefing | None, document: Document | None) -> str:
    """Return why there is nothing to read: the sentence of the document's error, if it has one."""
    if document is None:
        return tr("No text")
    if document.readable:
        return tr("An empty text")
    reasons = briefing.problems if briefing and document.file else ()
    said = (
        problem.message
        for problem in reasons
        if problem.severity is Severity.ERROR and problem.message.startswith(document.file)
    )
    return "\n".join((tr("This text could not be read."), *said))
