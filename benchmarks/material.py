"""A seed -> a large briefing on disk, the same each time: what the benchmarks read and search."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path
from typing import NamedTuple

_SYLLABLES = tuple(map("".join, product("bdfgklmnprst", "aeiou")))
_KINDS = ("Channels", "Actors", "Purposes", "Sources")


class Material(NamedTuple):
    """What the briefing is made of; 10,000 cards of 1,200 signs are about 12 MB."""

    cards: int = 10_000
    card_length: int = 1_200  # signs, roughly
    sentences: int = 8_000  # of the document: about 0.8 MB
    seed: int = 7


def write_briefing(folder: Path, material: Material | None = None) -> Path:
    """Write the briefing into a folder that is made when needed; return the folder."""
    writer = _Writer(material or Material())
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "briefing.toml").write_text(_MANIFEST, encoding="utf-8")
    (folder / "documents" / "report.txt").write_text(writer.document(), encoding="utf-8")
    (folder / "breakdown.md").write_text(writer.breakdown(), encoding="utf-8")
    return folder


_MANIFEST = """\
title = "A large briefing"

[[documents]]
id = "report"
title = "Report"
file = "documents/report.txt"
paragraphs = "lines"
"""
_PER_PARAGRAPH = 5


class _Writer:
    def __init__(self, material: Material) -> None:
        self._material = material
        self._random = random.Random(material.seed)
        self._words = sorted({self._word() for _ in range(4_000)})
        self._sentences = [self._sentence() for _ in range(material.sentences)]
        self._titles = [self._title(number) for number in range(material.cards)]

    def document(self) -> str:
        """Return the document: paragraphs of five sentences, each on its line."""
        starts = range(0, len(self._sentences), _PER_PARAGRAPH)
        return "\n".join(" ".join(self._sentences[at : at + _PER_PARAGRAPH]) for at in starts)

    def breakdown(self) -> str:
        """Return all cards, the kinds one after the other."""
        parts = ["# Overview\n\n## All of it {#overview}\n\nA large briefing for measuring.\n"]
        share = -(-len(self._titles) // len(_KINDS))
        for turn, kind in enumerate(_KINDS):
            parts.append(f"# {kind}\n\nWhat stands under {kind.lower()}.\n")
            numbers = range(turn * share, min((turn + 1) * share, len(self._titles)))
            parts.extend(self._card(number) for number in numbers)
        return "\n".join(parts)

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(1, 3)))

    def _sentence(self) -> str:
        words = self._random.choices(self._words, k=self._random.randint(8, 20))
        return " ".join(words).capitalize() + "."

    def _title(self, number: int) -> str:
        return " ".join(self._random.choices(self._words, k=3)).capitalize() + f" {number}"

    def _link(self, kind: int | None = None) -> str:
        """Return a link to any card, or to one of a kind."""
        share = -(-len(self._titles) // len(_KINDS))
        start = 0 if kind is None else kind * share
        titles = self._titles[start : None if kind is None else start + share]
        return f"[[{self._random.choice(titles or self._titles)}]]"

    def _card(self, number: int) -> str:
        lines = [
            f"## {self._titles[number]} {{#card-{number}}}",
            f"Actors: {self._link(1)}, {self._link(1)}",
            f"Purposes: {self._link(2)}",
            f"Also known as: alias {number}",
            "Status: reported",
            "",
            self._running_text(2),
            "",
            *self._quotation(),
        ]
        while sum(map(len, lines)) < self._material.card_length - 420:
            lines += ["", self._running_text(3), "", *(f"- {self._running_text(1)}" for _ in "12")]
        return "\n".join([*lines, "", "### Notes", "", self._running_text(1), ""])

    def _running_text(self, sentences: int) -> str:
        words = " ".join(self._sentence() for _ in range(sentences))
        return f"{words[:-1]}, as {self._link()} has it, *not* `always`."

    def _quotation(self) -> list[str]:
        at = self._random.randrange(len(self._sentences))
        paragraph = at // _PER_PARAGRAPH + 1
        return [f"> {self._sentences[at]}", f"> — [@report, ¶{paragraph}] via {self._link()}"]


if __name__ == "__main__":
    import sys

    print(write_briefing(Path(sys.argv[1])))
