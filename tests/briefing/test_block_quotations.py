"""Block quotes become quotations, each with its citation."""

from collections.abc import Callable

import pytest

from briefer.briefing.model import Form, Prose, Quotation, Stance

Read = Callable[[str], Prose]


def only(prose: Prose) -> Quotation:
    (quotation,) = prose.quotations
    return quotation


def words(prose: Prose) -> list[str]:
    return [quotation.words for quotation in prose.quotations]


@pytest.mark.parametrize("dash", ["— ", "– ", "-- ", "- ", "", "—", "--- "])
def test_every_dash_begins_a_citation_line(prose: Read, dash: str) -> None:
    quotation = only(prose(f"> One two.\n> {dash}[@article, ¶4]"))
    assert quotation.words == "One two."
    assert quotation.citation is not None
    assert (quotation.citation.document, quotation.citation.first) == ("article", 4)


@pytest.mark.parametrize("paragraph", ["¶4", "p4", "4", "A4", "¶ 4", "p. 4", "para 4"])
def test_every_way_to_write_a_paragraph_is_the_same(prose: Read, paragraph: str) -> None:
    citation = only(prose(f"> One.\n> — [@article, {paragraph}]")).citation
    assert citation is not None
    assert (citation.first, citation.last) == (4, 4)


@pytest.mark.parametrize("written", ["¶12–13", "¶12-13", "12–13", "A12–A13", "¶13–12", "¶12 – 13"])
def test_a_range_names_both_ends(prose: Read, written: str) -> None:
    citation = only(prose(f"> One.\n> — [@article, {written}]")).citation
    assert citation is not None
    assert (citation.first, citation.last) == (12, 13)


@pytest.mark.parametrize(
    ("line", "via", "stance", "attribution"),
    [
        ("[@a, ¶4] via [[Reuters]]", "Reuters", Stance.SUPPORTS, ""),
        ("[@a, ¶4] via [[reuters|the agency]]", "reuters", Stance.SUPPORTS, ""),
        ("[@a, ¶4] via a spokesman of the ministry", "a spokesman of the ministry", "supports", ""),
        ("[@a, ¶4] via the ministry, disputes", "the ministry", Stance.DISPUTES, ""),
        ("[@a, ¶4] via [[Reuters]], context", "Reuters", Stance.CONTEXT, ""),
        ("[@a, ¶4] via [[Reuters]] disputes", "Reuters", Stance.DISPUTES, ""),
        ("[@a, ¶4] disputes", "", Stance.DISPUTES, ""),
        ("[@a, ¶4, disputes]", "", Stance.DISPUTES, ""),
        ("[@a, ¶4, context] via [[Reuters]]", "Reuters", Stance.CONTEXT, ""),
        ("[@a, ¶4], Jake Sullivan, in May", "", Stance.SUPPORTS, "Jake Sullivan, in May"),
        ("[@a, ¶4] Jake Sullivan via [[Reuters]]", "Reuters", "supports", "Jake Sullivan"),
        ("[@a, ¶4] via the U.S.", "the U.S.", Stance.SUPPORTS, ""),
        ("Jake Sullivan, [@a, ¶4]", "", Stance.SUPPORTS, "Jake Sullivan"),
    ],
)
def test_a_citation_line_says_source_stance_and_attribution(
    prose: Read, line: str, via: str, stance: Stance, attribution: str
) -> None:
    citation = only(prose(f"> One two three.\n> — {line}")).citation
    assert citation is not None
    assert (citation.via, citation.stance) == (via, stance)
    assert citation.attribution == attribution


def test_a_blank_line_outside_the_quote_parts_two_quotations(prose: Read) -> None:
    assert words(prose("> One.\n\n> Two.")) == ["One.", "Two."]


def test_a_blank_line_inside_the_quote_joins_blocks(prose: Read) -> None:
    assert words(prose("> One.\n>\n> Two.\n> — [@a, ¶1]")) == ["One. Two."]


def test_a_citation_line_ends_each_quotation_of_one_block(prose: Read) -> None:
    read = prose("> One.\n> — [@a, ¶1]\n>\n> Two.\n> — [@a, ¶2]\n> Three.")
    assert words(read) == ["One.", "Two.", "Three."]
    assert [q.citation and q.citation.first for q in read.quotations] == [1, 2, None]
    cut = [read.text[q.span.start : q.span.end] for q in read.quotations]
    assert cut == ["> One.\n> — [@a, ¶1]\n>", "> Two.\n> — [@a, ¶2]", "> Three."]


def test_a_quotation_may_leave_its_citation_out(prose: Read) -> None:
    assert only(prose("> One two.")).citation is None


def test_lazy_lines_belong_to_the_quotation(prose: Read) -> None:
    read = prose("> One\ntwo three.\n— [@a, ¶1]\n\nText.")
    assert words(read) == ["One two three."]
    assert read.quotations[0].citation is not None


def test_text_right_below_a_citation_line_is_not_quoted(prose: Read) -> None:
    read = prose("> One.\n> — [@a, ¶1]\nText below.")
    assert words(read) == ["One."]
    assert read.text[read.quotations[0].span.end :] == "\nText below."


def test_a_list_below_a_quote_is_not_quoted(prose: Read) -> None:
    assert words(prose("> One.\n- item\n- item")) == ["One."]


def test_a_callout_is_text(prose: Read) -> None:
    read = prose("> [!note] Mind\n> that [[x]] and “these four quoted words” [@a, ¶1] count")
    assert [quotation.form for quotation in read.quotations] == [Form.INLINE]
    assert [link.target for link in read.links] == ["x"]


def test_a_quote_in_a_list_is_a_quotation(prose: Read) -> None:
    read = prose("- > One\n  > two.\n  > — [@a, ¶1]\n- item\n\n  > Three.\n\n1. x\n\n    > Four.")
    assert words(read) == ["One two.", "Three.", "Four."]
    assert all(read.text[q.span.start] == ">" for q in read.quotations)


def test_a_row_of_a_table_is_text(prose: Read) -> None:
    read = prose("| a | b |\n|---|---|\n| > no | “not merely” [@a, ¶1] |")
    assert [(q.form, q.words) for q in read.quotations] == [(Form.INLINE, "not merely")]


def test_a_nested_quote_is_part_of_the_words(prose: Read) -> None:
    assert words(prose("> One\n> > two\n> > — [@a, ¶1]\n> Three")) == ["One two", "Three"]


def test_what_remains_after_markdown_is_compared(prose: Read) -> None:
    quotation = only(
        prose("> “The *talks* [[x|are]] [not](u) \\*mere\\*[^1] `code`\n> 1. item”\n> — [@a, ¶1]")
    )
    assert quotation.words == "The talks are not *mere* code item"
    assert quotation.emphasized


def test_two_quoted_parts_keep_their_marks(prose: Read) -> None:
    assert only(prose("> “One” and “two”")).words == "“One” and “two”"


def test_words_without_emphasis_are_not_emphasized(prose: Read) -> None:
    assert not only(prose("> 5 * 3 * 2 and snake_case_name")).emphasized


def test_a_citation_at_the_end_of_the_words_counts(prose: Read) -> None:
    read = prose("> One two three. [@a, ¶2] via [[Reuters]]")
    quotation = only(read)
    assert quotation.words == "One two three."
    assert quotation.citation is not None
    assert (quotation.citation.first, quotation.citation.via) == (2, "Reuters")
    assert [link.target for link in read.links] == ["Reuters"]


def test_links_in_quotations_and_citation_lines_are_found(prose: Read) -> None:
    read = prose("> One [[x]].\n> — [@a, ¶1] via [[Reuters]]")
    assert [read.text[link.span.start : link.span.end] for link in read.links] == [
        "[[x]]",
        "[[Reuters]]",
    ]


def test_places_name_line_and_column(prose: Read) -> None:
    read = prose("Text.\n\n- > One.\n  > — [@a, ¶1]")
    quotation = only(read)
    assert quotation.place == ("breakdown.md", 3, 3)
    assert quotation.citation is not None
    assert quotation.citation.place == ("breakdown.md", 4, 5)


def test_code_is_no_quotation(prose: Read) -> None:
    read = prose(
        "```\n> One.\n```\n\n~~~\n> Two.\n~~~\n\n    > Three.\n\n- a\n\n  ```\n  > Four\n  ```"
    )
    assert read.quotations == ()


def test_a_citation_line_alone_is_a_citation_without_words(prose: Read) -> None:
    read = prose("> — [@a, ¶1]")
    assert read.quotations == ()
    assert [citation.first for citation in read.citations] == [1]


def test_a_fence_in_a_quote_hides_its_links(prose: Read) -> None:
    read = prose("> One\n>\n> ```\n> [[x]]\n> ```")
    assert read.links == ()
    assert words(read) == ["One [[x]]"]
