"""A seed -> a book as a scanner leaves it, and quotations of which the right grade is known."""

from __future__ import annotations

import random
import re
from itertools import product
from typing import NamedTuple

_ENDINGS = ("", "s", "ed", "ing", "er", "tion", "ly")
_SYLLABLES = tuple(map("".join, product("bcdfglmnprstvw", "aeiou", ("", "n", "r", "s"))))
_COMMON = (
    "the of and to in a that it was he for his with as had is on by at from but not which they"
    " were be have this one or an all so there their been who no would when him her them if out"
    " up then into some could time very my what upon about than our more little only over said"
)
_LINE = 64  # signs
_PAGE = 38  # lines


class Quoted(NamedTuple):
    """Words, and the grade that they must get: verbatim, altered or missing."""

    words: str
    grade: str


class Book(NamedTuple):
    """A text of about 1 MB and the quotations from it and from nowhere."""

    text: str
    quotations: tuple[Quoted, ...]


def scanned_book(seed: int = 11, size: int = 1_000_000, quotations: int = 1_800) -> Book:
    """Return a book and quotations: two thirds true, a sixth altered, a sixth from elsewhere."""
    writer = _Writer(seed)
    sentences: list[str] = []
    total = 0
    while total < size:
        sentences.append(writer.sentence())
        total += len(sentences[-1]) + 1
    sixth = quotations // 6
    chosen = [Quoted(writer.retyped(sentences), "verbatim") for _ in range(4 * sixth)]
    chosen += [Quoted(writer.altered(sentences), "altered") for _ in range(sixth)]
    chosen += [Quoted(_Writer(seed + n + 1).sentence(), "missing") for n in range(sixth)]
    writer.random.shuffle(chosen)
    return Book(writer.scanned(sentences), tuple(chosen))


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        words = {self._word() for _ in range(9_000)}
        self._words = sorted(words, key=lambda word: (len(word), word))
        self._names = [word.capitalize() for word in self._words[2_000:2_400]]
        self._weights = [1 / (rank + 20) for rank in range(len(self._words))]

    def _word(self) -> str:
        stem = "".join(self.random.choices(_SYLLABLES, k=self.random.randint(1, 3)))
        return stem + self.random.choice(_ENDINGS)

    def sentence(self) -> str:
        """Return a sentence: half of it common words, some names, numbers and marks."""
        count = self.random.randint(8, 34)
        rare = self.random.choices(self._words, self._weights, k=count)
        common = self.random.choices(_COMMON.split(), k=count)
        words = [
            self._marked(r if self.random.random() < 0.5 else c)
            for r, c in zip(rare, common, strict=True)
        ]
        if self.random.random() < 0.2:
            words[0], words[-1] = f"“{words[0]}", f"{words[-1].rstrip(',;')}”"
        text = " ".join(words).rstrip(",;")
        return text[0].upper() + text[1:] + "."

    def _marked(self, word: str) -> str:
        chance = self.random.random()
        if chance < 0.02:
            return self.random.choice(self._names)
        if chance < 0.03:
            return str(self.random.randint(2, 1999))
        if chance < 0.04:
            return f"{word}-{self.random.choice(self._words)}"
        if chance < 0.045:
            return f"{word}—{self.random.choice(self._words)}"
        return word + ("," if chance > 0.93 else ";" if chance > 0.92 else "")

    def retyped(self, sentences: list[str]) -> str:
        """Return a run of words as somebody types it: other quote marks, dashes and stops."""
        words = self._slice(sentences)
        text = " ".join(words).replace("“", '"').replace("”", '"')
        text = text.replace("—", self.random.choice([" - ", "--", "—", " – "]))
        if self.random.random() < 0.2:
            text = text[0].swapcase() + text[1:]
        return text.rstrip(",;.") + self.random.choice(["", ".", ",", "…"][:3])

    def altered(self, sentences: list[str]) -> str:
        """Return a run of words with one of them dropped, added, changed or moved."""
        words = self._slice(sentences)
        at = self.random.randrange(2, len(words) - 2)
        kind = self.random.randrange(5)
        if kind == 0 and words[at] != words[at + 1] and words[at] != words[at - 1]:
            del words[at]
        elif kind == 1:
            words.insert(at, "never")
        elif kind == 2 and words[at] != words[at + 1]:
            words[at], words[at + 1] = words[at + 1], words[at]
        elif kind == 3:
            words[at] = str(self.random.randint(3_000, 9_000))
        else:
            words[at] = f"x{words[at].lower()}"
        return " ".join(words)

    def _slice(self, sentences: list[str]) -> list[str]:
        at = self.random.randrange(len(sentences) - 3)
        words = " ".join(sentences[at : at + 3]).split()
        count = self.random.randint(6, min(40, len(words) - 1))
        start = self.random.randrange(len(words) - count)
        return words[start : start + count]

    def scanned(self, sentences: list[str]) -> str:
        """Return the sentences in lines and pages, words broken, with the noise of scanning."""
        lines: list[str] = []
        line = ""
        for sentence in sentences:
            for word in sentence.split():
                if len(line) + len(word) < _LINE:
                    line += word + ("  " if self.random.random() < 0.04 else " ")
                    continue
                head, rest = self._broken(word, _LINE - len(line))
                lines.append(f"{line}{head}{self.random.choice(['', ' '])}")
                line = f"{rest} " if rest else ""
                if len(lines) % _PAGE == 0:
                    lines.append(self.random.choice(["\f", "", "  \n\f", "\n"]))
            if self.random.random() < 0.15:
                lines += [line, ""]
                line = "    "
        return "\n".join([*lines, line])

    def _broken(self, word: str, room: int) -> tuple[str, str]:
        """Return what of a word stands on its line, and the rest for the next one."""
        if "-" in word and word.index("-") < room:
            head, _, rest = word.partition("-")
            return f"{head}-", rest
        if re.fullmatch("[a-z]{6,}[,;.]?", word) and room > 4 and self.random.random() < 0.6:
            at = self.random.randint(2, len(word) - 4)
            return f"{word[:at]}-", word[at:]
        return "", word
