"""Whatever stands in the files: no exception but the declared ones, spans in bounds, no hanging."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.briefing.breakdown import Source, outline_of
from briefer.briefing.cards import CardReader
from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.kinds import Kinds
from briefer.briefing.model import Briefing, Card, Form, Prose
from briefer.briefing.plain import plain_words
from briefer.briefing.problems import by_place
from briefer.briefing.reading import read_briefing, read_outline

_PIECES = [
    "# Channels\n", "## A card\n", "## A {#x}\n", "### Notes\n", "# Left out\n",
    "Actors: [[A]], b\n", "> ", ">", "- ", "1. ", "    ", "\t", "\n", "\n\n", "```\n", "~~~\n",
    "``", "`", "[[", "]]", "|", "[@article, ¶1]", "[@", "]", "— [@a, ¶1] via [[R]], disputes\n",
    " via [[R]]", "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "\\", "*", "_", "word ",
    "two words ", "[!note]", "[^1]", "(", ")", "{", "}", "<a ", "&amp;", "Key: value\n", "é",
    "😀", "\u2028", "\x00", "\ufeff", "e\u0301", "مرحبا", "---\n", "| a | b |\n", "[x]: y\n",
]  # fmt: skip
_markdown = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.text(max_size=200)
)


def cards_of(text: str) -> list[Card]:
    reader = CardReader(Kinds(()).headings)
    outline = outline_of([Source("breakdown.md", text)])
    for kind in outline.kinds:
        reader.introduction(kind)
    for part in outline.left_out:
        reader.omissions(part)
    return [reader.card(draft) for draft in outline.cards]


def check_prose(prose: Prose, lines: list[str]) -> None:
    text = prose.text
    assert text == "" or (text.split("\n")[0].strip() and text.split("\n")[-1].strip())
    for link in prose.links:
        cut = text[slice(*link.span)]
        assert cut.startswith("[[") and cut.endswith("]]")
        assert lines[link.place.line - 1][link.place.column - 1 :].startswith("[[")
    for citation in prose.citations:
        check_citation(text[slice(*citation.span)])
    for quotation in prose.quotations:
        cut = text[slice(*quotation.span)]
        assert quotation.words
        if quotation.form is Form.BLOCK:
            assert cut.startswith(">")
            assert text[quotation.span.end : quotation.span.end + 1] in ("", "\n")
        else:
            assert cut[0] in "\"“”„«»‘’‚'"
            assert cut[-1] in "\"”“«»’'" or quotation.form is Form.INLINE
        if quotation.citation:
            span = quotation.citation.span
            assert quotation.span.start <= span.start < span.end <= quotation.span.end
            check_citation(text[slice(*span)])
    for found in (prose.links, prose.quotations, prose.citations):
        assert [each.span for each in found] == sorted(each.span for each in found)
    ends = [quotation.span for quotation in prose.quotations]
    assert all(one.end <= next_.start for one, next_ in pairwise(ends))


def check_citation(cut: str) -> None:
    assert cut == cut.strip()
    assert "[@" in cut
    assert cut[0] in "[—–―-"


@settings(max_examples=400)
@given(_markdown)
def test_any_breakdown_becomes_cards_with_exact_spans(text: str) -> None:
    text = "# Channels\n\n## First\n" + text.replace("\r", "")
    lines = text.split("\n")
    ids = set()
    for card in cards_of(text):
        ids.add(card.id)
        check_prose(card.body, lines)
        check_prose(card.notes, lines)
        for field in card.fields:
            for link in field.links:
                assert field.value[slice(*link.span)].startswith("[[")
                assert lines[link.place.line - 1][link.place.column - 1 :].startswith("[[")
        assert lines[card.place.line - 1].startswith("##")
    assert len(ids) == len(cards_of(text))


@given(st.one_of(st.binary(max_size=200), _markdown.map(str.encode)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_open_or_are_refused_with_problems(
    write: Callable[..., Path], data: bytes
) -> None:
    folder = write(b"# Channels\n## A\n" + data, article=data)
    for read in (read_briefing, read_outline):
        briefing: Briefing = read(folder)
        assert briefing.cards[0].id == "a"
        assert briefing.problems == by_place(briefing.problems)
    folder = write(data)
    try:
        read_briefing(folder)
    except UnreadableBriefing as error:
        assert error.problems


_HOSTILE = [
    "[", "[[", "[[a", "[@", "[@a, ", "[@a](", "](", "](a", "!(", "![", "\"", "“", "”", "“a ",
    "‘a", "’ ", "' ", "'a", "\"a ", "«", "„", ">", "> ", ">a\n", "> a\n\n", "*", "*a ", "**a",
    "a*", "_", "_a", "a_ ", "`", "` ", "`` ` ", "`a", "~", "~~~\n", "```\n", "```a\n", "- ",
    "- a\n", "1. ", " ", "\t", "\n", "a", "a b ", ".", ",", "a, ", "#", "# \n", "## \n",
    "### Notes\n", "{", "{:", "{#", "<", "<a", "<a ", "<!", "&", "&a", "&#", "\\", "|", "|a",
    "|-", "| - |\n", "[^", "[^a", "[^a]: ", "[a]: b\n", ":", "a: b\n", "-", "- - ", "=\n", "—",
    "— [@a] ", "> — [@a, ¶1]\n", "> — [@a] via ", "via [[a]] ", "“a b c” ", "“a” [@a, ¶1] ",
    "> [!x]\n", "¶", "# Left out\n> a\n",
    "# Left out\n> a [@a]\n\nb\n\n> c\n\nd [[e]]\n\n",
    "\u00a0", "\u0301", "é, ",
]  # fmt: skip


def in_text(body: str) -> str:
    return f"# Channels\n\n## A\n\n{body}"


def in_each_part(body: str) -> str:
    body = body.replace("\n", " ")
    quoted = f"> {body}\n> — [@a, ¶1] {body}\n\n“{body}” [@a, {body}"
    return f"# Channels\n\n## A {body}\nActors: {body}\n\n{quoted}"


@pytest.mark.parametrize("around", [in_text, in_each_part])
@pytest.mark.parametrize("piece", _HOSTILE, ids=ascii)
def test_time_is_linear_in_what_repeats(piece: str, around: Callable[[str], str]) -> None:
    """Four times the text may take some four times as long, never sixteen times.

    Other programs can only make it longer, so one good measure of three is enough.
    """
    measured = (_times(around, piece) for _ in range(3))
    assert any(long < 9 * short + 0.1 for short, long in measured)


def _times(around: Callable[[str], str], piece: str) -> tuple[float, float]:
    short, long = (_time(around(piece * (size // len(piece)))) for size in (5_000, 20_000))
    return short, long


def _time(text: str) -> float:
    start = process_time()
    cards_of(text)
    plain_words(text)
    return process_time() - start
