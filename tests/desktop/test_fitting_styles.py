"""A style sheet is cut down to the rules that a text uses."""

from briefer.briefing.reading import read_briefing
from briefer.desktop.card_html import card_html
from briefer.desktop.card_page import Page
from briefer.desktop.card_styles import Sizes, card_css
from briefer.desktop.fitting_styles import FittingStyles
from briefer.desktop.rich_text import RichText
from briefer.desktop.theme import load_theme
from briefer.resources import built_in_briefing, themes_folder

SHEET = """
p, li { color: red; }
.chip { color: blue; }
.rows .label, .title { font-size: 9px;
    color: green; }
td.value { color: black; }
"""


def test_rules_without_classes_stay() -> None:
    assert FittingStyles(SHEET).for_html("<b>words</b>") == "p, li { color: red; }"


def test_a_rule_stays_when_one_of_its_selectors_may_fit() -> None:
    fitting = FittingStyles(SHEET).for_html('<h2 class="big title">words</h2>')
    assert ".rows .label, .title" in fitting
    assert ".chip" not in fitting


def test_all_classes_of_a_selector_are_needed() -> None:
    assert ".label" not in FittingStyles(SHEET).for_html('<td class="label">')
    both = FittingStyles(SHEET).for_html('<table class="rows"><td class="label">')
    assert ".label" in both


def test_rules_keep_their_order() -> None:
    fitting = FittingStyles(SHEET).for_html('<td class="value"><a class="chip title">')
    places = [fitting.index(part) for part in ("p, li", ".chip", ".title", "td.value")]
    assert places == sorted(places)


def test_cards_look_as_with_the_whole_sheet(qtbot, monkeypatch) -> None:
    briefing = read_briefing(built_in_briefing())
    css = card_css(load_theme(themes_folder(), "light"), Sizes(14), briefing.kinds)
    view, plain = RichText(), RichText()
    for widget in (view, plain):
        qtbot.addWidget(widget)
        widget.set_style(widget.font(), 20, css)
    monkeypatch.setattr(plain._styles, "for_html", lambda _html: css)
    for card in briefing.cards[:8]:
        html = card_html(Page(briefing, card, None, None))
        view.show_html(html)
        plain.show_html(html)
        assert view.document().toHtml() == plain.document().toHtml()
