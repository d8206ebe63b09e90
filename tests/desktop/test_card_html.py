"""What a card says: its relations, its quotations with their grades, and no HTML but ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefer.briefing.markup import element_tree
from briefer.briefing.model import Briefing
from briefer.briefing.reading import read_briefing
from briefer.desktop.card_html import card_html
from briefer.desktop.card_page import CardsEvidence, Page
from briefer.evidence.checker import check

_ARTICLE = """The lines are not merely ceremonial; they reflect a sustained effort over 12 years.
Officials want to deter any move toward military escalation.
"""
_TOML = """title = "T"
[[documents]]
id = "article"
title = "Article"
file = "article.txt"
"""


def briefing_of(folder: Path, breakdown: str) -> Briefing:
    (folder / "article.txt").write_text(_ARTICLE, encoding="utf-8")
    (folder / "briefing.toml").write_text(_TOML, encoding="utf-8")
    (folder / "breakdown.md").write_text(breakdown, encoding="utf-8")
    return read_briefing(folder)


def html_of(
    briefing: Briefing, card_id: str = "a", *, checked: bool = True, notes: bool = False
) -> str:
    report = check(briefing) if checked else None
    evidence = CardsEvidence(report).of(card_id) if report else None
    return card_html(Page(briefing, briefing.card(card_id), evidence, report, notes))


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.replace("&nbsp;", " ")))


CARDS = "# Overview\n\n## Start\n\n# Channels\n\n## A {#a}\n"


def test_an_exact_quotation_says_so_and_leads_to_its_passage(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "> not merely ceremonial\n> — [@article, ¶1]\n"))
    assert "“not merely ceremonial”" in html
    assert "✓ Exact A1 · Article, paragraph 1 Show in text" in words_of(html)
    assert 'href="passage:article:14-35"' in html


def test_a_shortened_quotation_says_that_omissions_are_marked(tmp_path: Path) -> None:
    text = "> The lines are not … a sustained effort over 12 years.\n> — [@article]\n"
    assert "✓ Shortened, omissions marked" in words_of(html_of(briefing_of(tmp_path, CARDS + text)))


def test_an_altered_quotation_shows_what_differs(tmp_path: Path) -> None:
    text = "> The lines are merely ceremonial; they reflect a sustained effort over 12 years.\n"
    html = html_of(briefing_of(tmp_path, CARDS + text + "> — [@article, ¶1]\n"))
    assert '<u class="inserted">not</u>' in html
    assert "≠ “not” dropped" in words_of(html)
    assert "Exact" not in html


def test_an_altered_quotation_keeps_the_emphasis_that_the_card_gave_it(tmp_path: Path) -> None:
    text = (
        "> The lines are **merely ceremonial**; they *re*flect a sustained effort over 12 years.\n"
    )
    html = html_of(briefing_of(tmp_path, CARDS + text + "> — [@article, ¶1]\n"))
    assert (
        '<u class="inserted">not</u> <strong>merely</strong> <strong>ceremonial</strong>;' in html
    )
    assert "<em>re</em>flect" in html
    assert "emphasis added" in html


def test_a_number_that_differs_is_struck(tmp_path: Path) -> None:
    text = "> they reflect a sustained effort over 21 years.\n> — [@article, ¶1]\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert re.search(r'<s class="struck">21\S*</s>', html)
    assert "≠ A number differs" in words_of(html)


def test_a_missing_quotation_says_so_and_leads_nowhere(tmp_path: Path) -> None:
    text = "> Nobody ever wrote these words anywhere.\n> — [@article, ¶2]\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert "✗ Not found in the document" in words_of(html)
    assert "passage:" not in html


def test_while_the_check_runs_the_reference_stands_and_the_grade_is_blank(tmp_path: Path) -> None:
    text = "> not merely ceremonial\n> — [@article, ¶1]\n"
    html = html_of(briefing_of(tmp_path, CARDS + text), checked=False)
    assert "A1 · Article, paragraph 1" in words_of(html)
    assert not re.search("Exact|Not found|✓|✗", html)


def test_via_stance_and_attribution_stand_beside_the_grade(tmp_path: Path) -> None:
    text = "> not merely ceremonial\n> — [@article, ¶1] via [[B]], disputes\n\n## B\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert "Contradicts via B" in words_of(html)
    assert 'href="card:b"' in html


def test_emphasis_of_the_cards_own_is_told(tmp_path: Path) -> None:
    text = "> not *merely* ceremonial\n> — [@article, ¶1]\n"
    assert "emphasis added" in html_of(briefing_of(tmp_path, CARDS + text))


def test_quoted_words_in_text_carry_their_reference(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "They “deter any move” [@article, ¶2].\n"))
    start = _ARTICLE.index("deter any move")
    href = f"passage:article:{start}-{start + len('deter any move')}"
    assert f'<a class="mark" href="{href}">A2</a>.' in html


def test_an_altered_one_in_text_says_so_beside_the_claim(tmp_path: Path) -> None:
    text = "They “deter all move toward military escalation” [@article, ¶2].\n"
    assert "≠ Wording differs A2" in words_of(html_of(briefing_of(tmp_path, CARDS + text)))


def test_an_altered_one_in_text_shows_what_differs(tmp_path: Path) -> None:
    text = "They “deter *all* move toward military escalation” [@article, ¶2].\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert '<s class="struck"><em>all</em></s> <u class="inserted">any</u>' in html
    assert html.count("“") == html.count("”") == 1


DISPUTED = """\
Sources: [[Reuters]]

> not merely ceremonial
> — [@article, ¶1] via [[Reuters]]

> deter all move toward military escalation
> — [@article, ¶2, disputes]

> they reflect a sustained effort
> — [@article, context]

# Sources

## Reuters
Via: an unnamed source
"""


def test_passages_that_contradict_stand_side_by_side_with_who_says_so(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + DISPUTED))
    table = html[html.index('class="sides"') : html.index("</table>", html.index('class="sides"'))]
    words = words_of(table.replace("<td", " | <td").replace("</p>", " ").replace("<th", " | <th"))
    assert "| Supports the card | Contradicts it" in words
    assert "| “not merely ceremonial” A1 Reuters, from an unnamed source | “deter all" in words
    assert "≠ Wording differs A2 Article" in words
    assert "sustained effort" not in table


def test_without_two_sides_nothing_is_said_to_contradict(tmp_path: Path) -> None:
    text = "> not merely ceremonial\n> — [@article, disputes]\n"
    assert 'class="sides"' not in html_of(briefing_of(tmp_path, CARDS + text))
    missing = text + "\n> words from elsewhere that nobody wrote\n> — [@article]\n"
    assert 'class="sides"' not in html_of(briefing_of(tmp_path, CARDS + missing))


def test_quoted_words_without_a_citation_lead_to_their_passage(tmp_path: Path) -> None:
    html = html_of(
        briefing_of(tmp_path, CARDS + "They “deter any move” and “nothing like that”.\n")
    )
    assert html.count("passage:") == 1
    assert "not found" not in html.casefold()


def test_a_citation_alone_leads_to_its_paragraph(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "See [@article, ¶2].\n"))
    assert re.search(r'href="passage:article:\d+-\d+">A2</a>', html)


def test_relations_are_chips_in_the_colour_of_their_kind(tmp_path: Path) -> None:
    text = "Actors: [[X]], unknown, [[Dead]]\n\nSum.\n\n# Actors\n\n## X\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert '<a class="chip kind2" href="chip:x">\u00a0X\u00a0</a>' in html
    assert '<span class="dead">Dead</span>' in html
    assert "unknown" in html


def test_chips_do_not_break_unless_they_are_long(tmp_path: Path) -> None:
    long = "A very long title of a card that no single line of a narrow card can hold"
    text = f"Actors: [[Two words]], [[{long}]]\n\nS.\n\n# Actors\n\n## Two words\n\n## {long}\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert "\u00a0Two\u00a0words\u00a0" in html
    assert long in html


def test_further_fields_stand_as_typed_with_their_links(tmp_path: Path) -> None:
    text = "Status: reported\nSince: a *year*, [[A|here]]\n\nSum.\n"
    html = html_of(briefing_of(tmp_path, CARDS + text))
    assert "Channel · reported" in words_of(html)
    assert "Since: a *year*, here" in words_of(html)
    assert words_of(html).count("reported") == 1


def test_the_summary_comes_first_and_once(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "The *bottom* line.\n\nMore.\n"))
    assert '<p class="summary">The <em>bottom</em> line.</p>' in html
    assert html.count("bottom") == 1


def test_a_card_on_one_source_says_which(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "> not merely ceremonial\n> — [@article, ¶1]\n"))
    assert "Rests on one source: Article" in words_of(html)


SOURCED = """# Channels

## A {{#a}}
Sources: {sources}

S.

> not merely ceremonial
> — [@article, ¶1] via [[Reuters]]

# Sources

## Reuters

## Agency
"""


def test_sources_that_are_all_who_say_so_stand_once(tmp_path: Path) -> None:
    words = words_of(html_of(briefing_of(tmp_path, SOURCED.format(sources="[[Reuters]]"))))
    assert re.search(r"Sources ?Reuters · rests on one source", words)
    assert "Who says so" not in words


def test_who_passes_the_account_on_is_named_with_its_origin(tmp_path: Path) -> None:
    told = SOURCED.format(sources="[[Reuters]]").replace(
        "## Reuters\n", "## Reuters\nVia: an unnamed source\n"
    )
    words = words_of(html_of(briefing_of(tmp_path, told)))
    assert "Rests on one source: Reuters from an unnamed source" in words


@pytest.mark.parametrize("sources", ["[[Reuters]], [[Agency]]", "[[Agency]]", "[[Reuters]], he"])
def test_sources_that_differ_from_who_says_so_stand_beside_it(tmp_path: Path, sources: str) -> None:
    words = words_of(html_of(briefing_of(tmp_path, SOURCED.format(sources=sources))))
    assert "Rests on one source: Reuters" in words
    assert "· rests on one source" not in words


def test_what_is_for_presenters_is_not_on_the_card(tmp_path: Path) -> None:
    text = "Priority: must\nMinutes: 2\nSince: 1999\n\nSum.\n"
    words = words_of(html_of(briefing_of(tmp_path, CARDS + text)))
    assert "Since: 1999" in words
    assert "Priority" not in words
    assert "Minutes" not in words


def test_notes_are_folded_away_until_they_are_wanted(tmp_path: Path) -> None:
    briefing = briefing_of(tmp_path, CARDS + "Sum.\n\n### Notes\n\nSay it *slowly*.\n")
    assert "slowly" not in html_of(briefing)
    assert 'href="fold:notes"' in html_of(briefing)
    assert "<em>slowly</em>" in html_of(briefing, notes=True)


def test_the_overview_says_what_is_there(tmp_path: Path) -> None:
    text = CARDS + "> not merely ceremonial\n> — [@article, ¶1]\n\n## B\n"
    html = html_of(briefing_of(tmp_path, text), "start")
    assert re.findall(r'href="(command:\w+)"', html) == [
        "command:read",
        "command:print",
        "command:present",
    ]
    assert '<a class="chip kind1" href="kind:channels">\u00a0Channels\u00a02\u00a0</a>' in html
    assert "1 exact, 0 shortened, 0 to fix" in html
    assert "1 of 2 sentences used" in html


def test_only_the_overview_says_what_is_there(tmp_path: Path) -> None:
    assert "command:" not in html_of(briefing_of(tmp_path, CARDS))


@pytest.mark.parametrize(
    "hostile", ["<img src=/etc/passwd>", "</p><h1>x</h1>", "<script>x</script>"]
)
def test_nothing_typed_becomes_html(tmp_path: Path, hostile: str) -> None:
    text = f"# Kinds {hostile}\n\n## T {hostile} {{#a}}\nKey: {hostile}\nStatus: {hostile}\n\n"
    text += f"S {hostile}\n\n[[{hostile}|{hostile}]] “w {hostile} w” [@article] `{hostile}`\n\n"
    text += f"> {hostile} words\n> — [@article] via {hostile}\n\n### Notes\n\n{hostile}\n"
    html = html_of(briefing_of(tmp_path, text), notes=True)
    assert not re.search(r"<(script|h1|img (?!class=\"icon\"))", html)
    assert "/etc/passwd>" not in html


def test_an_endless_word_is_given_places_to_break(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "x" * 5000 + "\n"))
    assert max(map(len, re.split(r"[\s<>\u200b]", html))) < 500


def test_dead_links_are_words_with_a_warning(tmp_path: Path) -> None:
    html = html_of(briefing_of(tmp_path, CARDS + "See [[Nobody|that one]].\n"))
    assert 'See <span class="dead">that one</span>.' in html


def test_a_card_of_too_many_parts_is_shown_as_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.briefing.markup._DEADLINE", 60.0)  # the parts end it, not time
    html = html_of(
        briefing_of(tmp_path, CARDS + "S.\n\n" + "| a | b |\n| - | - |\n" + "| c | d |\n" * 3000)
    )
    assert "It is shown as typed." in html
    assert html.count("| c | d |") > 1900
    assert "Show the whole text, 10,023 characters more" in html


def test_a_text_that_is_cut_says_so_each_time_it_is_written(tmp_path: Path) -> None:
    briefing = briefing_of(tmp_path, CARDS + "S.\n\n" + "word " * 70_000)
    kept = {card.id: element_tree(card.body) for card in briefing.cards}
    card = briefing.card("a")
    page = Page(briefing, card, None, None, trees=lambda prose, _: kept[card.id])
    html = card_html(page)
    assert f"Show the whole text, {len(card.body.text) - 20_000:,} characters more" in html
    assert card_html(page) == html


def test_a_quotation_of_a_text_that_cannot_be_read_is_not_called_wrong(tmp_path: Path) -> None:
    briefing_of(tmp_path, CARDS + "> not merely ceremonial\n> — [@article, ¶1]\n")
    (tmp_path / "article.txt").unlink()
    html = html_of(read_briefing(tmp_path))
    assert '<span class="warning">! Not checked: the text could not be read</span>' in html
    assert 'class="quote' in html
    assert "Not found" not in html
    assert "1 not checked" in html_of(read_briefing(tmp_path), "start")
