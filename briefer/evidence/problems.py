"""Every fault that comparing can find: code -> how much it weighs, and its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Place, Problem, Severity
from briefer.briefing.problems import Fault

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        # quotations
        "quotation-altered": Fault(_ERROR, "words differ from the document without a mark"),
        "quotation-missing": Fault(_ERROR, "quoted words do not stand in the document"),
        "quotation-paragraph": Fault(_WARNING, "right words, wrong paragraph"),
        "quotation-places": Fault(_WARNING, "the words occur more than once, no paragraph named"),
        "quotation-unchecked": Fault(_WARNING, "quoted words without a citation, found nowhere"),
        # citations
        "document-unknown": Fault(_ERROR, "a citation names a document that is not there"),
        "document-unnamed": Fault(_WARNING, "several documents, and the citation names none"),
        "paragraph-unknown": Fault(_ERROR, "a citation names a paragraph that is not there"),
        # fields
        "confidence-likelihood": Fault(_WARNING, "confidence and likelihood in one sentence"),
        "rating-unknown": Fault(_WARNING, "a rating outside the Admiralty code"),
        "field-value": Fault(_WARNING, "a field's value that means nothing here"),
        "version-unreadable": Fault(_ERROR, "a document's new version cannot be read"),
        "version-refused": Fault(_ERROR, "a document's new version cannot be taken in"),
        "card-stale": Fault(_WARNING, "what a card says is older than the briefing allows"),
    }
)


def problem(code: str, place: Place, message: str) -> Problem:
    """Return a problem of this code; KeyError is our own fault."""
    return Problem(FAULTS[code].severity, code, place, unmasked(message))
