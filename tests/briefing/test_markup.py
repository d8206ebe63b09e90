"""Prose becomes one tree: everything found once, nothing of it lost, no HTML let through."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.briefing.markup import element_tree
from briefer.briefing.model import Prose
from briefer.briefing.prose import read_prose

_TAG_NAMES = """
    prose p h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong table thead tbody tr th td
    hr br a img sup quotation citation card-link footnotes footnote
"""
_TAGS = frozenset(_TAG_NAMES.split())


def prose_of(text: str) -> Prose:
    lines = text.split("\n")
    return read_prose("breakdown.md", lines, range(1, len(lines) + 1)).prose


def tree_of(text: str, folder: str = "") -> Element:
    return element_tree(prose_of(text), folder)


def shape_of(text: str) -> str:
    """Return the tree as one line, without the white space between blocks."""
    written = tostring(tree_of(text), encoding="unicode")
    return re.sub(r">\n\s*<", "><", written.removeprefix("<prose>").removesuffix("</prose>"))


def test_a_quotation_loses_its_marks_and_its_citation_line() -> None:
    assert shape_of("> “We *will* talk.”\n> — [@article, ¶4] via [[Reuters]]") == (
        '<quotation form="block" index="0"><p>We <em>will</em> talk.</p></quotation>'
    )


def test_marks_around_a_part_of_a_quotation_stay() -> None:
    assert "“One” and “two”" in shape_of("> “One” and “two”\n> — [@article]")


def test_a_citation_at_the_end_of_the_words_goes_with_its_dash() -> None:
    assert "<p>We will talk.</p>" in shape_of("> We will talk. — [@article, ¶4]")


def test_two_quotations_in_a_row_stay_two() -> None:
    for gap in ("\n", "\n\n"):
        shape = shape_of(f"> One two.\n> — [@article]{gap}> Three four.\n> — [@article]")
        assert shape.count("<quotation") == 2
        assert "<p>One two.</p>" in shape


def test_a_quotation_keeps_its_paragraphs_and_lists() -> None:
    shape = shape_of("> One.\n>\n> - two\n> - three\n>\n> — [@article]")
    assert "<p>One.</p><ul><li>two</li><li>three</li></ul></quotation>" in shape


def test_a_quotation_stands_in_its_list_item() -> None:
    shape = shape_of("- item\n\n    > Quoted words.\n    > — [@article]\n\n- next")
    assert re.search(r"<li>.*<quotation.*Quoted words.*</quotation></li><li>", shape)


def test_a_quotation_right_behind_the_list_sign_stands_in_the_item() -> None:
    assert re.search(r"<li><quotation.*</quotation></li>", shape_of("- > Quoted.\n  > [@article]"))


def test_text_right_before_and_after_a_quotation_stays_outside() -> None:
    shape = shape_of("Before\n> Quoted.\n> — [@article]\n\nAfter")
    assert shape.startswith("<p>Before</p><quotation")
    assert shape.endswith("</quotation><p>After</p>")


def test_quoted_words_keep_their_marks_and_the_comma_stays_behind_them() -> None:
    assert shape_of("They are “not merely ceremonial”, [@article, ¶1], he said.") == (
        '<p>They are <quotation form="inline" index="0">“not merely ceremonial”</quotation>'
        ",, he said.</p>"
    )


def test_links_inside_quoted_words_are_links() -> None:
    shape = shape_of("“not [[reuters|merely]] *so*” [@article, ¶1]")
    assert '<card-link target="reuters">merely</card-link> <em>so</em>”</quotation>' in shape


def test_words_without_a_citation_are_told_apart() -> None:
    assert 'form="uncited"' in shape_of("It was “a long quoted phrase” to them.")


def test_a_citation_alone_is_empty() -> None:
    assert shape_of("See [@article, ¶2].") == '<p>See <citation index="0" />.</p>'


def test_links_in_tables_and_emphasis_are_links() -> None:
    shape = shape_of("| a |\n| --- |\n| *[[x\\|the x]]* |")
    assert '<td><em><card-link target="x">the x</card-link></em></td>' in shape


def test_what_a_link_shows_is_never_markdown() -> None:
    assert ">*a* <b></card-link>" in shape_of("[[x|*a* <b>]]").replace("&lt;", "<").replace(
        "&gt;", ">"
    )


def test_code_keeps_what_was_typed() -> None:
    assert shape_of("`[[x]] & <b>`") == "<p><code>[[x]] &amp; &lt;b&gt;</code></p>"
    assert shape_of("```python\nif a < b: [[x]]\n```") == (
        '<pre language="python"><code>if a &lt; b: [[x]]</code></pre>'
    )


def test_fenced_code_stands_in_lists_and_never_ends_early() -> None:
    assert "<li>" in shape_of("- item\n\n    ```\n    # code\n    ```")
    assert shape_of("~~~\n```\n\n# x\n~~~") == "<pre><code>```\n\n# x</code></pre>"
    assert shape_of("```\nnever closed") == "<pre><code>never closed</code></pre>"


def test_raw_html_is_text() -> None:
    for html in ("<script>alert(1)</script>", "a <b onclick=x>b</b>", "<!-- c -->", "<?php ?>"):
        tree = tree_of(html)
        assert "".join(tree.itertext()) == html
        assert {element.tag for element in tree.iter()} <= {"prose", "p"}


def test_entities_are_the_characters_they_name() -> None:
    assert "".join(tree_of("a &amp; b &lt;i&gt; &copy; &#x2014;").itertext()) == "a & b <i> © —"


def test_attributes_are_few() -> None:
    tree = tree_of(
        '![map](images/map.png){onclick="x" width=50% class=c}\n{: #id lang=de onload=x}'
    )
    assert [element.attrib for element in tree.iter()] == [
        {},
        {"lang": "de"},
        {"src": "images/map.png", "alt": "map", "width": "50%"},
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//h/x", "x.md"])
def test_links_to_other_places_than_the_web_are_their_text(address: str) -> None:
    assert shape_of(f"[text]({address})") == "<p>text</p>"


def test_links_to_the_web_and_to_mail_stay() -> None:
    assert '<a href="https://a.b/?c=d&amp;e">' in shape_of("[text](https://a.b/?c=d&e)")
    assert '<a href="mailto:a@b.c">a@b.c</a>' in shape_of("<a@b.c>")
    assert '<a href="https://a.b">https://a.b</a>' in shape_of("<https://a.b>")


@pytest.mark.parametrize(
    "source",
    [
        "/etc/x.png",
        "../x.png",
        "a/../../x.png",
        "file:x.png",
        "https://h/x.png",
        "c:\\x.png",
        "%2e%2e/x.png",
        "\\\\h\\x.png",
    ],
)
def test_images_from_elsewhere_are_their_words(source: str) -> None:
    assert shape_of(f"![the map]({source})") == "<p>the map</p>"


def test_images_are_named_from_the_briefings_folder() -> None:
    assert tree_of("![m](../images/a%20b.png)", "breakdown").find(".//img").get("src") == (  # type: ignore[union-attr]
        "images/a b.png"
    )


def test_a_callout_has_its_title_and_no_quotation() -> None:
    assert shape_of("> [!warning] Take care\n> Body\n\n> [!note]\n> Other") == (
        '<blockquote callout="warning"><p><strong>Take care</strong></p><p>Body</p></blockquote>'
        '<blockquote callout="note"><p><strong>Note</strong></p><p>Other</p></blockquote>'
    )


def test_headings_begin_at_the_third_level_and_need_a_space() -> None:
    assert shape_of("### A ###\n#### B\n\n#no heading\n\n> [!note]\n> # C") == (
        "<h3>A</h3><h4>B</h4><p>#no heading</p>"
        '<blockquote callout="note"><p><strong>Note</strong></p><h3>C</h3></blockquote>'
    )


def test_footnotes_are_numbered_and_come_last() -> None:
    assert shape_of("One[^b] two[^a].\n\n[^b]: The *b*.\n[^a]: The a.\n\nEnd.") == (
        '<p>One<sup footnote="1">1</sup> two<sup footnote="2">2</sup>.</p><p>End.</p>'
        '<footnotes><footnote number="1"><p>The <em>b</em>.</p></footnote>'
        '<footnote number="2"><p>The a.</p></footnote></footnotes>'
    )


def test_quoted_words_in_footnotes_are_quotations() -> None:
    assert '<footnote number="1"><p><quotation form="inline"' in shape_of(
        "One[^a].\n\n[^a]: “not merely ceremonial” [@article, ¶1]"
    )


def test_definition_lists_tables_and_numbered_lists() -> None:
    assert shape_of("Term\n: Meaning") == "<dl><dt>Term</dt><dd>Meaning</dd></dl>"
    assert '<th align="right">b</th>' in shape_of("| a | b |\n| --- | --: |\n| c | d |")
    assert shape_of("3. three\n4. four") == '<ol start="3"><li>three</li><li>four</li></ol>'


def test_lists_nest_with_two_spaces_too() -> None:
    assert shape_of("- a\n  - b\n    - c\n- d") == (
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"
    )
    assert shape_of("1. a\n   - b\n2. c") == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"


def test_a_quotation_under_a_narrow_list_item_stays_in_it() -> None:
    shape = shape_of("1. item\n\n   > Quoted words.\n   > — [@article]\n\n2. next")
    assert re.search(r"<li>.*<quotation.*</quotation></li><li>.*next", shape)


def test_nesting_ends_at_twenty_and_keeps_the_words() -> None:
    tree = tree_of("\n".join(f"{'    ' * depth}- w{depth}" for depth in range(40)))

    def depth_of(element: Element) -> int:
        return 1 + max((depth_of(child) for child in element), default=0)

    assert depth_of(tree) <= 21
    words = "".join(tree.itertext())
    assert all(f"w{depth}" in words for depth in range(40))


def test_characters_that_mark_inside_may_be_typed() -> None:
    text = (
        "\ue000 and \ue0000\ue000 and “three quoted words\ue000” [@a] `\ue0001\ue000` [[x|\ue000]]"
    )
    words = "".join(tree_of(text).itertext())
    assert words.count("\ue000") == 7
    assert "\ue0000\ue000 and" in words
    assert "\ue0001\ue000" in words


@pytest.mark.parametrize(
    "text", ["<![" * 30_000, "![" * 10_000, "[^a" * 5_000, "[" * 30_000, "> " * 5_000 + "a"]
)
def test_hostile_text_ends_and_is_never_lost(text: str) -> None:
    tree = element_tree(Prose(text))
    assert tree.get("notice") is None or "".join(tree.itertext()) == text


def test_a_text_of_any_length_is_shown_as_typed() -> None:
    tree = element_tree(Prose("a " * 200_000))
    assert "too long" in tree.get("notice", "")
    assert tree[0].tag == "pre"


def test_after_a_failure_the_next_text_is_rendered() -> None:
    element_tree(Prose("<![" * 30_000))
    assert shape_of("*a*") == "<p><em>a</em></p>"


_PIECES = st.sampled_from(
    [
        "word",
        "two words",
        "*em*",
        "[[card]]",
        "[[a|b]]",
        "> quoted words",
        "> — [@a, ¶1]",
        "- item",
        "    ",
        "\n",
        "\n\n",
        "“three quoted words” [@a]",
        "[@a]",
        "`code`",
        "\n```\n",
        "| a |",
        "# h",
        "1. one",
        "<b>",
        "&amp;",
        "[^1]",
        "**",
        "_",
        "\\",
        "\ue000",
        "[x](y)",
        "> [!note]",
        "  ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.lists(_PIECES, max_size=14).map("\n".join))
def test_anything_becomes_a_promised_tree(text: str) -> None:
    prose = prose_of(text)
    tree = element_tree(prose)
    assert tree.get("notice") is None
    assert {element.tag for element in tree.iter()} <= _TAGS
    words = "".join(tree.itertext())
    assert "\x02" not in words
    assert "\x03" not in words
    indexes = [element.get("index") for element in tree.iter("quotation")]
    assert len(indexes) == len(set(indexes))
    cited = (*prose.citations, *(q.citation for q in prose.quotations if q.citation))
    said = words + " ".join(value for element in tree.iter() for value in element.attrib.values())
    said += " ".join(f"{citation.attribution} {citation.via}" for citation in cited)
    assert all(word in said for word in re.findall(r"word|item|quoted|three|code", text))


def test_a_numbered_list_after_bullets_keeps_its_numbers() -> None:
    tree = element_tree(Prose("- a\n- b\n\n1. one\n2. two\n"))
    assert [element.tag for element in tree] == ["ul", "ol"]
    assert [item.text for item in tree[1]] == ["one", "two"]
