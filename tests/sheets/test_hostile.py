"""Whatever a briefing holds, it prints, and text stays text."""

from __future__ import annotations

import base64

import pypdfium2
import pytest

from briefer.sheets.options import Annex, Layout, WholeBriefing

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

HOSTILE = {
    "markup": r"#set page(width: 1pt) *bold $x^2$ @ref <label> \ `code` #panic() // ~ --- [x] {y}",
    "controls": "a\x01b\x07c \ufeff d\u202ee\u202c \u2066f\u2069 g\u0085h",
    "long word": "x" * 500,
    "address": "https://example.org/" + "path/" * 80 + "?q=" + "z" * 200,
    "lists": "\n".join("    " * depth + f"- level {depth}" for depth in range(20)),
    "quotes": "\n".join("> " * depth + f"level {depth}" for depth in range(1, 20)),
    "emoji": "a 👍🏽 family 👨‍👩‍👧 and a flag 🇺🇦",
    "cjk": "中文 と 日本語 그리고 한국어",
    "arabic": "Arabic العربية 123 and Hebrew עברית together",
    "combining": "Zalgo z̸̡̢̛a̸̢̛l̸̡̛g̸̛o̸ and é and Å",
    "private": "private \ue000 and \U000f0000 and tag \U000e0041",
    "table": "| a | b |\n| --- | --- |\n" + "\n".join(f"| {n} | {'w' * 90} |" for n in range(120)),
    "wide table": "|" + "a|" * 40 + "\n|" + "---|" * 40 + "\n|" + "word|" * 40,
    "table heads": "| [[one|link]] | x[^1] | `c` |\n|---|---|---|\n| 1 | 2 | 3 |\n\n[^1]: A note.",
    "headings": "##### Deep first\n\n### Then high\n\n###### Then deepest\n\ntext",
    "code": "```\n" + "\tif (x) { y(); }\n" * 90 + "```",
    "footnotes": "\n".join(f"word[^{n}]" for n in range(60))
    + "\n\n"
    + "\n".join(f"[^{n}]: Note {n} with a [^0] in it." for n in range(60)),
    "html": "<script>alert(1)</script> <b>bold</b> <img src=x> &lt;tag&gt; &#35;",
    "empty": "",
    "rules": "---\n\n***\n\nterm\n:   meaning\n\n    second block",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_prints_and_passes_the_rules(briefing_of, faults_of, name):
    given = briefing_of(f"# Things\n\n## One\n\n{HOSTILE[name]}\n\n## Two\n\nA [[one]].\n")
    made = given.printed()
    assert made.pages >= 1
    assert faults_of(made.pdf) == []


@pytest.mark.parametrize("layout", Layout)
def test_all_of_it_at_once_prints_in_every_layout(briefing_of, layout):
    cards = "\n".join(
        f"## {name} {{#c{number}}}\nActors: [[who]]\n\n{text}\n\n### Notes\n\n{text}\n"
        for number, (name, text) in enumerate(HOSTILE.items())
    )
    given = briefing_of(f"# Channels\n\n{cards}\n\n# Actors\n\n## Who {{#who}}\n\nText.\n")
    made = given.printed(layout=layout, notes=True, annex=Annex.DOCUMENTS)
    assert made.pages >= 1
    assert not any("tagged" in warning for warning in made.warnings)


def test_typst_markup_is_printed_as_it_was_typed(briefing_of, words_of):
    given = briefing_of("# T\n\n## #panic() $x$ @y <z>\n\nA #set and $math$ and @at and <angle>.\n")
    text = words_of(given.printed(selection=WholeBriefing()).pdf)
    assert "#panic() $x$ @y <z>" in text
    assert "A #set and $math$ and @at and <angle>." in text


def test_titles_subtitle_authors_and_marking_are_text_too(briefing_of, faults_of, words_of):
    settings = 'subtitle = "#x *y* \\u202e"\nauthors = ["<a> $b$"]\nmarking = "[SECRET] #1"'
    given = briefing_of("# T\n\n## A\n\nText.\n\n## B\n\nText.\n", settings=settings)
    made = given.printed()
    assert faults_of(made.pdf) == []
    assert "[SECRET] #1" in words_of(made.pdf)


def test_a_character_that_no_font_has_is_replaced_and_reported(briefing_of):
    made = briefing_of("# T\n\n## A\n\nHere \U0001f9ff\U000130b8 there.\n").printed()
    assert any("U+130B8" in warning for warning in made.warnings)


def test_a_broken_image_leaves_its_words(briefing_of, words_of):
    given = briefing_of("# T\n\n## A\n\nText.\n\n![A map](images/map.png)\n")
    path = given.briefing.files.path / "images" / "map.png"
    path.write_bytes(PIXEL[:30])
    made = given.printed()
    assert "A map" in words_of(made.pdf)
    assert made.warnings


def test_an_image_of_the_briefing_is_printed_with_its_words_for_those_who_do_not_see(
    briefing_of, faults_of
):
    given = briefing_of("# T\n\n## A\n\nText.\n\n![A map](images/map.png)\n")
    (given.briefing.files.path / "images" / "map.png").write_bytes(PIXEL)
    made = given.printed()
    assert faults_of(made.pdf) == []
    assert made.warnings == ()
    assert b"/Figure" in made.pdf or b"/Alt" in made.pdf


def test_an_image_that_is_not_what_its_name_says_is_not_decoded(briefing_of, words_of):
    given = briefing_of("# T\n\n## A\n\nText.\n\n![Words](images/map.png)\n")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'
    (given.briefing.files.path / "images" / "map.png").write_bytes(svg)
    assert "[Image: Words]" in words_of(given.printed().pdf)


def test_a_card_taller_than_a_page_flows_over_several(briefing_of, words_of):
    body = "\n\n".join(f"Paragraph {n} with some words in it to fill a line." for n in range(200))
    made = briefing_of(f"# T\n\n## A\n\n{body}\n").printed()
    text = words_of(made.pdf)
    assert made.pages > 3
    assert all(f"Paragraph {n} " in text for n in range(200))


def test_words_written_from_the_right_keep_their_order(briefing_of, faults_of):
    given = briefing_of(
        "# T\n\n## الخط {#a}\n\nالخط مفتوح.\n\n> The two sides keep a line open.\n\n"
        "هذا: وثيقة.\n\n## B\n\nB.\n"
    )
    made = given.printed()
    assert faults_of(made.pdf) == []
    page = pypdfium2.PdfDocument(made.pdf)[0].get_textpage()
    start = page.search("مفتوح").get_next()[0]
    words = page.get_charbox(start)
    assert words[0] > 400  # at the right edge, where its reader begins
