"""Links, citations and quoted words in running text."""

from collections.abc import Callable

import pytest

from briefer.briefing.model import Form, Prose

Read = Callable[[str], Prose]


def test_a_link_says_where_it_leads_and_what_it_shows(prose: Read) -> None:
    read = prose("To [[formal-talks|the talks]] and [[Russia]].\n\n| a | [[x\\|y]] |\n|---|---|")
    assert [(link.target, link.shown) for link in read.links] == [
        ("formal-talks", "the talks"),
        ("Russia", "Russia"),
        ("x", "y"),
    ]
    assert [read.text[link.span.start : link.span.end] for link in read.links] == [
        "[[formal-talks|the talks]]",
        "[[Russia]]",
        "[[x\\|y]]",
    ]
    assert read.links[2].place == ("breakdown.md", 3, 7)


@pytest.mark.parametrize(
    "text",
    [
        "`[[x]]`",
        "``a ` [[x]]``",
        "`a\n[[x]]`",
        "```\n[[x]]\n```",
        "~~~\n[[x]]\n```\n[[x]]\n~~~",
        "    [[x]]",
        "\t[[x]]",
        "\\[[x]]",
        "[[ ]]",
        "- item\n\n      [[x]]",
        "> ~~~\n> [[x]]\n> ~~~",
    ],
)
def test_code_and_escapes_hold_no_link(prose: Read, text: str) -> None:
    assert prose(text).links == ()


@pytest.mark.parametrize(
    "text",
    [
        "`a` [[x]] `b`",
        "``a` [[x]]",
        "`a\n\n[[x]]`",
        "- item\n\n    [[x]]",
        "text\n    [[x]]",
        "1. a\n   - [[x]]",
        "# [[x]]",
        "\\\\[[x]]",
        "- ```\n  code\n  ```\n  [[x]]",
    ],
)
def test_a_link_outside_code_is_found(prose: Read, text: str) -> None:
    assert [link.target for link in prose(text).links] == ["x"]


@pytest.mark.parametrize(
    "quoted",
    ["“not merely”", '"not merely"', "„not merely“", "„not merely”", "«not merely»",
     "« not merely »", "»not merely«", "‘not merely’", "'not merely'"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["", " ", ", ", ". ", " ; ", "\n", ":\n"])
def test_quoted_words_before_a_citation_are_a_quotation(prose: Read, quoted: str, gap: str) -> None:
    read = prose(f"They are {quoted}{gap}[@a, ¶1], it says.")
    (quotation,) = read.quotations
    assert (quotation.words, quotation.form) == ("not merely", Form.INLINE)
    assert read.text[quotation.span.start : quotation.span.end] == f"{quoted}{gap}[@a, ¶1]"
    assert read.citations == ()


def test_the_source_behind_a_citation_belongs_to_it(prose: Read) -> None:
    read = prose("The line was “used sparingly” [@a, ¶4] via [[Reuters]], it says.")
    (quotation,) = read.quotations
    assert quotation.citation is not None
    assert quotation.citation.via == "Reuters"
    assert read.text[slice(*quotation.citation.span)] == "[@a, ¶4] via [[Reuters]]"
    assert [link.target for link in read.links] == ["Reuters"]


def test_a_source_in_words_ends_with_its_name(prose: Read) -> None:
    read = prose("“used sparingly” [@a, ¶4] via The Wall Street Journal. Then more.")
    citation = read.quotations[0].citation
    assert citation is not None
    assert citation.via == "The Wall Street Journal"
    assert read.text[citation.span.end :] == ". Then more."


def test_via_in_a_sentence_is_no_source(prose: Read) -> None:
    citation = prose("“used sparingly” [@a, ¶4] via which they talk.").quotations[0].citation
    assert citation is not None
    assert citation.via == ""


def test_a_citation_alone_has_no_words(prose: Read) -> None:
    read = prose("As the article says [@article, ¶1].")
    assert read.quotations == ()
    assert read.text[slice(*read.citations[0].span)] == "[@article, ¶1]"


def test_words_apart_from_the_citation_are_not_cited(prose: Read) -> None:
    read = prose("It said “one two three” of them [@a, ¶1].")
    assert [quotation.form for quotation in read.quotations] == [Form.UNCITED]
    assert len(read.citations) == 1


@pytest.mark.parametrize(
    "quoted", ["“one two three”", '"one two three"', "„one two three“", "«one two three»"]
)
def test_three_quoted_words_without_a_citation_are_looked_for(prose: Read, quoted: str) -> None:
    (quotation,) = prose(f"It said {quoted} today.").quotations
    assert (quotation.form, quotation.words) == (Form.UNCITED, "one two three")
    assert quotation.citation is None


@pytest.mark.parametrize(
    "text",
    ["It said “one two”.", "the states' long and winding talks' end", 'a 6" and a 7" one two three',
     '[x](u "one two three")', '`"one two three"`', "it’s what they’ve said and we’ve heard",
     '<span title="one two three">', "“one\n\ntwo three”", '{: title="one two three" }'],
)  # fmt: skip
def test_other_marks_are_no_quotation(prose: Read, text: str) -> None:
    assert prose(text).quotations == ()


def test_inner_marks_belong_to_the_outer_quotation(prose: Read) -> None:
    (quotation,) = prose("“He said ‘it’s not’ to them” [@a, ¶1].").quotations
    assert quotation.words == "He said ‘it’s not’ to them"


def test_single_marks_go_on_over_an_apostrophe(prose: Read) -> None:
    (quotation,) = prose("‘the states’ line’ [@a, ¶1]").quotations
    assert quotation.words == "the states’ line"


def test_each_citation_takes_the_words_before_it(prose: Read) -> None:
    read = prose('He said "one" [@a, ¶1] and "two" [@a, ¶2] and "three" [@a, ¶3].')
    assert [quotation.words for quotation in read.quotations] == ["one", "two", "three"]


def test_quoted_words_go_over_a_line_end(prose: Read) -> None:
    (quotation,) = prose("It says “not\n  *merely*” [@a, ¶1].").quotations
    assert (quotation.words, quotation.emphasized) == ("not merely", True)


def test_what_a_citation_says_beyond_is_named(found: Callable[[str], object]) -> None:
    (problem,) = found("See [@a, ¶1, wrongly].").problems  # type: ignore[attr-defined]
    assert (problem.code, problem.place.column) == ("citation-unclear", 5)
