"""Every fault that reading a briefing can find: code -> how much it weighs, and its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Place, Problem, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


class Fault(NamedTuple):
    """What a problem's code stands for."""

    severity: Severity
    meaning: str


FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        # files
        "file-missing": Fault(_ERROR, "a file that is named is not there"),
        "file-outside": Fault(_ERROR, "a name leads out of the briefing"),
        "file-special": Fault(_ERROR, "a name is a folder, a device or a pipe"),
        "file-too-large": Fault(_ERROR, "a file is larger than the bound"),
        "file-unreadable": Fault(_ERROR, "the system refuses to read a file"),
        "not-utf-8": Fault(_ERROR, "a file's bytes are not UTF-8"),
        "not-a-briefing": Fault(_ERROR, "what was opened is not a briefing"),
        "package-name": Fault(_ERROR, "a name in a package that no file may have"),
        "package-damaged": Fault(_ERROR, "a package that is damaged or lies about its files"),
        "package-too-large": Fault(_ERROR, "a package that unpacks to more than the bounds"),
        "cannot-pack": Fault(_ERROR, "a briefing can't be packed"),
        "cannot-start": Fault(_ERROR, "a new briefing can't be started here"),
        # briefing.toml
        "manifest-syntax": Fault(_ERROR, "briefing.toml is not TOML"),
        "manifest-unknown-key": Fault(_WARNING, "a key that this version does not know"),
        "manifest-wrong-type": Fault(_ERROR, "a value of another type than the key needs"),
        "manifest-bad-value": Fault(_ERROR, "a value that the key does not allow"),
        "manifest-missing": Fault(_ERROR, "a required key is missing"),
        "manifest-double": Fault(_ERROR, "an id or letter that is given twice"),
        "manifest-format": Fault(_WARNING, "a newer version of the format"),
        "agenda-unknown-card": Fault(_ERROR, "an agenda names a card that is not there"),
        # documents
        "document-kind": Fault(_ERROR, "a kind of document that this version can't read"),
        "document-changed": Fault(_WARNING, "a document is no longer the file that was read"),
        "document-empty": Fault(_WARNING, "a document without a word"),
        # breakdown
        "breakdown-missing": Fault(_ERROR, "neither breakdown.md nor breakdown/*.md is there"),
        "breakdown-twice": Fault(_WARNING, "breakdown.md and breakdown/ are both there"),
        "no-cards": Fault(_ERROR, "the breakdown has no cards"),
        "card-double-id": Fault(_ERROR, "two cards have the same id"),
        "card-bad-id": Fault(_ERROR, "an id with other signs than a-z, 0-9, - and _"),
        "card-without-title": Fault(_WARNING, "a card's heading has no words"),
        "card-without-kind": Fault(_WARNING, "a card stands under no level-1 heading"),
        "title-too-long": Fault(_WARNING, "a heading is longer than a title can be"),
        "fields-too-many": Fault(_WARNING, "a card's fields are more, or longer, than the bounds"),
        "kinds-too-many": Fault(_WARNING, "there are more kinds of cards than the bound"),
        "text-stray": Fault(_WARNING, "a text stands before the first heading"),
        "card-left-out": Fault(_WARNING, "a level-2 heading stands under Left out"),
        "notes-ended": Fault(_WARNING, "a deeper heading ends the presenter's notes"),
        "fence-open": Fault(_WARNING, "a code fence is never closed"),
        "citation-unclear": Fault(_WARNING, "a part of a citation is not understood"),
        "reason-missing": Fault(_WARNING, "a sentence is left out without a reason"),
        # links
        "link-dead": Fault(_ERROR, "a link leads to no card"),
        "link-ambiguous": Fault(_WARNING, "a link fits more than one card"),
        "name-unlinked": Fault(_WARNING, "a relation names no card exactly"),
        "relation-kind": Fault(_WARNING, "a relation names a card of another kind"),
        "field-misspelt": Fault(_WARNING, "a field with links is nearly a known one"),
    }
)


def problem(code: str, place: Place, message: str) -> Problem:
    """Return a problem of this code; KeyError is our own fault."""
    return Problem(FAULTS[code].severity, code, place, unmasked(message))


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by file, line and column, each once.

    Errors of briefing.toml and of documents come first: they are the cause of others.
    """
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(found: Problem) -> tuple[bool, Place, str, str]:
    of_cards = found.place.file.startswith("breakdown")
    return of_cards or found.severity is not _ERROR, found.place, found.code, found.message
