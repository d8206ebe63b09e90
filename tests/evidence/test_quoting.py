"""What is copied as a quotation can be pasted into breakdown.md and grades as exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.model import Document, Span
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.model import Checked, Verbatim
from briefer.evidence.quoting import as_quotation, whole_words

# fmt: off
TOKENS = st.sampled_from([
    "the", "Two", "U.S.", "Mr.", "it's", "don’t", "1.", "2)", "3,800.5", "mil-to-mil", "50%", "$40",
    "#1", "a_b", "_low_", "*star*", "`code`", "**both**", "[@d,", "[[x]]", "![y](z)", "[z]", "<b>",
    "(aside)", "&amp;", "AT&T", "“so”", "‘tis", "“Open", "close”", '"it"', "{:", "x}", "|", ">",
    "+", "=", "~", ":", "—", "–", "-", "…", "...", "§", "🚀", "café", "e\u0301a", "שלום", "日本",
    "punc-\ntually", "north-\nwest", "a\\b",
])
# fmt: on
TEXTS = st.lists(st.tuples(TOKENS, st.sampled_from(" \n,;")), max_size=12).map(
    lambda pairs: "".join(token + gap for token, gap in pairs)
)


def document(folder: Path, text: str, *, name: str = "d.txt") -> Document:
    """Return a text as the reading room reads it."""
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    (documents / name).write_text(text, encoding="utf-8", newline="")
    (folder / "briefing.toml").write_text(
        f'title = "T"\n[[documents]]\nid = "d"\ntitle = "D"\nfile = "documents/{name}"\n'
        '[[documents]]\nid = "e"\ntitle = "E"\nfile = "documents/e.txt"\n'
    )
    (documents / "e.txt").write_text("Another text.")
    (folder / "breakdown.md").write_text("# Channels\n\n## Card\n\nWords.\n")
    found = read_briefing(folder).document("d")
    assert found is not None
    return found


def pasted(folder: Path, quotation: str) -> tuple[Checked, ...]:
    """Return what the checker says of a quotation pasted between two paragraphs of a card."""
    breakdown = f"# Channels\n\n## Card\n\nBefore.\n\n{quotation}\nBehind.\n"
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8", newline="")
    return check(read_briefing(folder)).quotations


@given(text=TEXTS, ends=st.tuples(st.integers(0, 99), st.integers(0, 99)))
def test_whatever_is_chosen_grades_as_exact(
    tmp_path_factory: pytest.TempPathFactory, text: str, ends: tuple[int, int]
) -> None:
    folder = tmp_path_factory.mktemp("briefing")
    source = document(folder, f"Lead words.\n{text}\nLast words.")
    start, end = sorted(min(end, len(source.text)) for end in ends)
    quotation = as_quotation(source, Span(start, end))
    if not quotation:
        return
    (checked,) = pasted(folder, quotation)
    assert isinstance(checked.outcome, Verbatim), (quotation, checked)
    assert checked.outcome.paragraphs[0] == source.paragraph_at(
        whole_words(source.text, Span(start, end)).start
    )


def test_the_paragraph_is_named_and_so_is_the_document(tmp_path: Path) -> None:
    source = document(tmp_path, "One here.\nTwo there.")
    assert as_quotation(source, Span(10, 20)) == "> Two there.\n> — [@d, ¶2]\n"


def test_several_paragraphs_become_one_quotation_with_a_range(tmp_path: Path) -> None:
    source = document(tmp_path, "One here.\nTwo there.\nThree.")
    quotation = as_quotation(source, Span(4, 20))
    assert quotation == "> here.\n>\n> Two there.\n> — [@d, ¶1–2]\n"
    (checked,) = pasted(tmp_path, quotation)
    assert isinstance(checked.outcome, Verbatim)
    assert checked.outcome.paragraphs == (1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "1. A line that looks like a list",
        "# A heading",
        "— so it says [@d, ¶1] here",
        "* starred * and _low_ and `code`",
        "a <b>tag</b> &amp; an entity",
        "[!note] a callout",
        "[link](https://example.org) and [[card]] and ![](x.png)",
        "| a | table |",
        "{: .attributes} here",
        "[1]: definition",
        "“All of it in marks”",
    ],
)
def test_what_markdown_would_eat_survives(tmp_path: Path, text: str) -> None:
    source = document(tmp_path, text)
    (checked,) = pasted(tmp_path, as_quotation(source, Span(0, len(text))))
    assert isinstance(checked.outcome, Verbatim)
    assert not checked.quotation.emphasized


def test_a_word_broken_at_a_line_end_is_joined(tmp_path: Path) -> None:
    source = document(
        tmp_path, "They came punc-\ntually from the north-\nwest.\n\nA north-west wind."
    )
    quotation = as_quotation(source, source.paragraphs[0].span)
    assert quotation == "> They came punctually from the north-west.\n> — [@d, ¶1]\n"
    (checked,) = pasted(tmp_path, quotation)
    assert isinstance(checked.outcome, Verbatim)


def test_a_markdown_document_gives_its_words(tmp_path: Path) -> None:
    source = document(tmp_path, "# Title\n\nSome *plain* words.\n", name="d.md")
    quotation = as_quotation(source, source.paragraphs[1].span)
    assert quotation == "> Some plain words.\n> — [@d, ¶2]\n"
    (checked,) = pasted(tmp_path, quotation)
    assert isinstance(checked.outcome, Verbatim)


@pytest.mark.parametrize(
    ("text", "chosen", "whole"),
    [
        ("The crisis hotlines, and", (6, 17), "crisis hotlines"),
        ("costs 3,800.5 euro", (6, 8), "3,800.5"),
        ("mil-to-mil lines", (4, 8), "mil-to-mil"),
        ("日本語の文章です", (2, 4), "語の"),
        ("cafe\u0301s are", (2, 4), "cafe\u0301s"),
        ("  one  ", (0, 7), "one"),
        (".NET is", (2, 6), "NET is"),
    ],
)
def test_words_that_are_cut_are_taken_whole(text: str, chosen: tuple[int, int], whole: str) -> None:
    start, end = whole_words(text, Span(*chosen))
    assert text[start:end] == whole


def test_nothing_is_copied_where_no_word_is(tmp_path: Path) -> None:
    source = document(tmp_path, "One — two.")
    assert as_quotation(source, Span(4, 5)) == ""
    assert as_quotation(source, Span(3, 3)) == ""
