"""Paragraphs of documents -> references as people read them: A1 A3–5 B2."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.model import Briefing

PlaceInText = tuple[str, int]  # the id of a document and the number of a paragraph


def references(briefing: Briefing, places: Iterable[PlaceInText]) -> str:
    """Return paragraphs as references, document by document, runs joined."""
    found = set(places)
    parts: list[str] = []
    for document in briefing.documents:
        parts += paragraph_runs(document.letter, (n for name, n in found if name == document.id))
    return " ".join(parts)


def paragraph_runs(letter: str, numbers: Iterable[int]) -> tuple[str, ...]:
    """Return references to paragraphs of one document, in order, runs joined.

    >>> paragraph_runs("A", [4, 1, 3, 5])
    ('A1', 'A3–5')
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple(
        f"{letter}{run[0]}" if len(run) == 1 else f"{letter}{run[0]}–{run[-1]}" for run in runs
    )
