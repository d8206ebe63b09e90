"""The words that changed on a card since it was read."""

from __future__ import annotations

from briefer.desk.changed_words import changed_paragraphs
from briefer.evidence.model import Change


def told(before: str, after: str) -> list[list[tuple[str, str, str]]]:
    return [
        [(c.change.value, c.quotation, c.document) for c in paragraph if c.change != Change.EQUAL]
        for paragraph in changed_paragraphs(before, after)
    ]


def test_only_the_words_that_differ_are_told() -> None:
    before = "Title\n\nTwo lines stay open.\n\nThe end."
    after = "Title\n\nThree lines stay open.\n\nThe end."
    assert told(before, after) == [[("replace", "Two", "Three")]]


def test_a_paragraph_that_came_and_one_that_went_are_told_whole() -> None:
    assert told("One.\n\nTwo.", "One.\n\nTwo.\n\nThree.") == [[("delete", "", "Three.")]]
    assert told("One.\n\nTwo.\n\nThree.", "One.\n\nThree.") == [[("insert", "Two.", "")]]


def test_the_same_words_have_no_changes() -> None:
    assert changed_paragraphs("A\n\nb  c", "A\n\nb c") == ()


def test_a_change_of_markdown_alone_is_told_as_it_is_written() -> None:
    assert told("A *b* c", "A **b** c") == [[("replace", "*b*", "**b**")]]


def test_far_words_that_stayed_are_left_out() -> None:
    words = " ".join(f"w{n}" for n in range(100))
    (paragraph,) = changed_paragraphs(f"old {words}", f"new {words}")
    assert len(paragraph[-1].document.split()) == 13
    assert paragraph[-1].document.endswith("…")
