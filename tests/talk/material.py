"""A briefing of a few cards with priorities and minutes."""

from __future__ import annotations

from pathlib import Path

from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing

MANIFEST = """title = "B"
marking = "INTERNAL"
[[documents]]
id = "article"
title = "Article"
file = "a.txt"
"""


def card(title: str, *fields: str, body: str = "Words.") -> str:
    return "\n".join((f"## {title}", *fields, "", body, ""))


def briefing_of(folder: Path, *cards: str, article: str = "Hotlines stay open. Talks go on.\n"):
    (folder / "briefing.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "a.txt").write_text(article, encoding="utf-8")
    text = "\n".join(("# Channels", "", *cards))
    (folder / "breakdown.md").write_text(text, encoding="utf-8")
    briefing: Briefing = read_briefing(folder)
    return briefing
