"""A scanned book with known answers: page heads and numbers, broken words, odd white space."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from benchmarks.scanned import scanned_book
from briefer.evidence.grading import Searched, grade
from briefer.evidence.model import Altered, Outcome, Shortened, Verbatim
from tests.evidence.material import document

LINE, PAGE = 66, 30  # signs, lines
MARKS = ("…", "...", ". . .", "[...]", "[…]", ". . . .")


class Book(NamedTuple):
    """The words as they were written, the scan, and the words that begin a page."""

    words: list[str]
    searched: Searched
    pages: frozenset[int]


@pytest.fixture(scope="module", params=[1, 2])
def book(request: pytest.FixtureRequest) -> Book:
    source = scanned_book(request.param, size=60_000, quotations=0).text
    words = [word for word in source.split() if not word.endswith("-")]
    words[5::37] = ["not"] * len(words[5::37])
    return _scanned(words, random.Random(request.param))


def _scanned(words: list[str], chance: random.Random) -> Book:
    """Set words in lines and pages, each page with a head, a number and a form feed."""
    parts, pages, column, lines = [words[0]], set(), len(words[0]), 1
    for number, word in enumerate(words[1:], 1):
        gap, shown = (
            chance.choice([" "] * 20 + ["  ", "\u00a0", "\t", "   "]),
            _printed(word, chance),
        )
        if column + len(word) > LINE:
            lines, column = lines + 1, 0
            gap = chance.choice(["\n", " \n", "\n  "])
            if lines % PAGE == 0:
                pages.add(number)
                gap = f"\n\n{lines // PAGE:>40}\n\f\nTHE LONG ROAD HOME{lines:>20}\n\n"
            elif re.fullmatch("[a-z]{6,}[,;.]?", word) and chance.random() < 0.5:
                at = chance.randint(2, len(word) - 4)
                hyphen = chance.choice(["-", "-", "\u00ad", "¬"])
                gap, shown = " ", f"{word[:at]}{hyphen}{gap}{word[at:]}"
        parts += [gap, shown]
        column += len(word) + 1
    return Book(words, Searched(document("".join(parts))), frozenset(pages))


def _printed(word: str, chance: random.Random) -> str:
    if chance.random() < 0.1:
        word = word.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")
    if chance.random() < 0.02 and word.isalpha() and len(word) > 6:
        return f"{word[:3]}\u00ad{word[3:]}"
    return word


def _typed(words: list[str], chance: random.Random) -> str:
    text = " ".join(words).replace("“", '"').replace("”", '"')
    return text.replace("—", chance.choice(["—", " - ", "--", " – "])).rstrip(",;.")


def _slices(book: Book, chance: random.Random, *, over_page: bool) -> Iterator[tuple[int, int]]:
    while True:
        count = chance.randint(14, 40)
        start = chance.randrange(len(book.words) - count)
        crossed = [page for page in book.pages if start < page < start + count]
        if bool(crossed) == over_page and len(crossed) < 2:
            yield start, start + count


def _grade(book: Book, words: str) -> Outcome:
    return grade(words, book.searched).outcome


def test_every_true_quotation_is_exact(book: Book) -> None:
    chance = random.Random(3)
    for _, (start, end) in zip(range(150), _slices(book, chance, over_page=False), strict=False):
        words = _typed(book.words[start:end], chance)
        assert isinstance(_grade(book, words), Verbatim), words


def test_every_marked_omission_shortens(book: Book) -> None:
    chance = random.Random(4)
    for _, (start, end) in zip(range(100), _slices(book, chance, over_page=False), strict=False):
        first = chance.randrange(start + 3, end - 8)
        second = first + chance.randint(1, 4)
        head, tail = book.words[start:first], book.words[second:end]
        for mark in (chance.choice(MARKS), "[he said]"):
            words = f"{_typed(head, chance)} {mark} {_typed(tail, chance)}"
            assert isinstance(_grade(book, words), Shortened), words
        assert isinstance(_grade(book, _typed(head + tail, chance)), Altered)


def test_no_altered_quotation_passes(book: Book) -> None:
    chance = random.Random(5)
    for _, (start, end) in zip(range(150), _slices(book, chance, over_page=False), strict=False):
        words = book.words[start:end]
        at = chance.randrange(2, len(words) - 3)
        swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
        changed = [*words[:at], "x" + words[at], *words[at + 1 :]]
        for other in (changed, swapped):
            if other != words:
                outcome = _grade(book, _typed(other, chance))
                assert isinstance(outcome, Altered), other
        added = _grade(book, _typed([*words[:at], "never", *words[at:]], chance))
        assert isinstance(added, Altered)
        assert added.difference.kind.value == "negation"


def test_a_page_head_inside_a_passage_is_an_omission_that_wants_a_mark(book: Book) -> None:
    chance = random.Random(6)
    for _, (start, end) in zip(range(40), _slices(book, chance, over_page=True), strict=False):
        page = next(page for page in book.pages if start < page < end)
        before, behind = book.words[start:page], book.words[page:end]
        assert isinstance(_grade(book, _typed(before + behind, chance)), Altered)
        marked = f"{_typed(before, chance)} … {_typed(behind, chance)}"
        assert isinstance(_grade(book, marked), Shortened), marked


@pytest.mark.parametrize("count", [3, 4, 6, 9, 15])
def test_two_thirds_of_the_words_make_an_altered_one_and_less_a_missing_one(
    book: Book, count: int
) -> None:
    chance, needed = random.Random(count), -(-2 * count // 3)
    tried = right = 0
    for _ in range(40):
        start = chance.randrange(len(book.words) - count)
        words = book.words[start : start + count]
        crossed = not book.pages.isdisjoint(range(start, start + count))
        if crossed or not all(re.fullmatch("[A-Za-z]+[,.;]?", word) for word in words):
            continue
        for wrong in (count - needed, count - needed + 1):
            other = list(words)
            for at in chance.sample(range(count), wrong):
                other[at] = f"q{other[at].strip(',.;').lower()}zq"
            outcome = _grade(book, " ".join(other))
            right += isinstance(outcome, Altered) == (wrong == count - needed)
        tried += 2
    assert tried > 20
    assert right >= tried - 1  # a broken word that may as well be two stays two
