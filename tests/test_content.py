"""The promises of the built-in briefing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefer.briefing.model import Briefing, Card, Citation, Form, Quotation, Severity, Stance
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.model import Checked, Report, Shortened, Verbatim

FOLDER = Path(__file__).parents[1] / "content" / "us-russia-channels"
DOCUMENT = FOLDER / "documents" / "us-russia-channels.txt"
DOCUMENT_SHA256 = "551457738aafb6f2541a8fafd6a8ac9482742d56331c05540fb87a4c83f1034f"

PROMISED = {
    "overview": {"overview"},
    "channels": {
        "formal-talks",
        "crisis-hotlines",
        "regular-diplomatic-exchanges",
        "formal-telecom-links",
        "military-to-military-staff-exchanges",
        "direct-high-level-conversations",
        "pentagon-outreach",
        "armed-forces-line",
        "discreet-talks",
    },
    "actors": {
        "united-states",
        "russia",
        "pentagon",
        "us-military-leadership",
        "senior-pentagon-officials",
        "russian-counterparts",
        "armed-forces",
        "jake-sullivan",
        "top-russian-officials",
    },
    "purposes": {
        "reduce-miscalculation",
        "keep-a-line-open",
        "manage-emergencies",
        "prevent-accidental-incidents",
        "avoid-misread-intentions",
        "deter-escalation",
        "faster-clearer-information",
        "confirm-intentions",
        "prevent-a-flare-up",
        "forestall-nuclear-use",
        "prevent-wider-war",
        "complement-diplomacy",
    },
    "sources": {
        "article",
        "reuters",
        "reuters-source",
        "wall-street-journal",
        "department-statements",
        "us-military-statements",
        "washington-message",
    },
}

# Words that tell a sentence of the article -> the source whose account it gives; "" where the
# article speaks for itself.
VOICES = {
    "a network of ongoing channels": "",
    "formal talks": "",
    "sustained effort": "",
    "senior Pentagon officials have reached out": "us-military-statements",
    "constructive and timely": "department-statements",
    "underscore the importance": "",
    "essential for stability": "washington-message",
    "have stressed": "department-statements",
    "The goal is": "",
    "formal telecom links": "",
    "cited a source": "reuters",
    "used sparingly": "reuters",
    "contribute to de-escalation": "",
    "confirm intentions": "reuters",
    "quietly engaging": "wall-street-journal",
    "discreet negotiations": "wall-street-journal",
    "forestall the use": "wall-street-journal",
    "broader strategy": "",
    "behind-the-scenes dialogue": "",
    "informed sources": "",
}


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_briefing(FOLDER)


@pytest.fixture(scope="module")
def report(briefing: Briefing) -> Report:
    return check(briefing)


def cited(card: Card) -> list[tuple[Quotation, Citation]]:
    quotations = (*card.body.quotations, *card.notes.quotations)
    return [(quotation, quotation.citation) for quotation in quotations if quotation.citation]


def speaker(briefing: Briefing, citation: Citation) -> str:
    source = briefing.names.find(citation.via)
    return source.id if source else citation.via


def related(briefing: Briefing, card_id: str, kind: str) -> set[str]:
    relations = briefing.relations.get(card_id, ())
    return {other for relation in relations if relation.kind == kind for other in relation.cards}


def test_the_document_is_the_one_that_was_read_byte_for_byte(briefing: Briefing) -> None:
    assert hashlib.sha256(DOCUMENT.read_bytes()).hexdigest() == DOCUMENT_SHA256
    assert [document.sha256 for document in briefing.documents] == [DOCUMENT_SHA256]


def test_it_has_no_problem_at_all(briefing: Briefing, report: Report) -> None:
    assert briefing.complete
    assert not briefing.problems
    assert not report.problems


def test_a_changed_word_of_it_would_be_an_error(tmp_path: Path) -> None:
    for file in FOLDER.rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    channels = tmp_path / "breakdown" / "2-channels.md"
    text = channels.read_text(encoding="utf-8")
    channels.write_text(text.replace("was used sparingly", "was used often"), encoding="utf-8")
    problems = check(read_briefing(tmp_path)).problems
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert problems[0].place.file == "breakdown/2-channels.md"


def test_every_one_of_the_sixteen_sentences_is_behind_a_card(report: Report) -> None:
    assert len(report.sentences) == report.counts.sentences == report.counts.cited_sentences == 16
    assert all(sentence.cards and not sentence.left_out for sentence in report.sentences)


@pytest.mark.parametrize("kind", PROMISED)
def test_the_promised_cards_are_there(briefing: Briefing, kind: str) -> None:
    assert {card.id for card in briefing.cards_of(kind)} == PROMISED[kind]


def test_the_overview_comes_first(briefing: Briefing) -> None:
    assert briefing.cards[0].id == "overview"
    assert [kind.id for kind in briefing.kinds] == list(PROMISED)


def test_every_card_has_a_summary_of_one_or_two_sentences(briefing: Briefing) -> None:
    for card in briefing.cards:
        ends = card.summary.replace("U.S.", "US").count(". ")
        assert card.summary.endswith("."), card.id
        assert ends <= 1, card.id


def test_every_card_has_relations(briefing: Briefing) -> None:
    assert not [card.id for card in briefing.cards if not briefing.relations.get(card.id)]


def test_every_card_has_a_block_quotation_with_its_citation(briefing: Briefing) -> None:
    for card in briefing.cards:
        blocks = [quotation for quotation, _ in cited(card) if quotation.form is Form.BLOCK]
        assert blocks, card.id


def test_every_card_says_what_the_article_does_not_say(briefing: Briefing) -> None:
    silent = {card.id for card in briefing.cards if "does not say" in card.body.text}
    assert silent == {card.id for card in briefing.cards}


def test_every_quotation_names_its_paragraph(briefing: Briefing) -> None:
    for card in briefing.cards:
        assert all(citation.first for _, citation in cited(card)), card.id


def test_every_quotation_matches_the_document(report: Report) -> None:
    assert report.quotations
    for checked in report.quotations:
        assert isinstance(checked.outcome, Verbatim | Shortened), checked.quotation.words
        assert checked.quotation.citation is not None
        assert checked.outcome.paragraphs == (checked.quotation.citation.first,)


@pytest.mark.parametrize("words", VOICES)
def test_who_says_it_is_kept_apart(briefing: Briefing, words: str) -> None:
    voices = {
        speaker(briefing, citation)
        for card in briefing.cards
        for quotation, citation in cited(card)
        if words in quotation.words
    }
    assert voices == {VOICES[words]}


def test_the_sources_of_a_card_are_those_that_speak_in_its_quotations(briefing: Briefing) -> None:
    for card in (card for card in briefing.cards if card.kind not in {"sources", "overview"}):
        speakers = {
            speaker(briefing, citation) or "article"
            for _, citation in cited(card)
            if citation.stance is Stance.SUPPORTS
        }
        assert related(briefing, card.id, "sources") == speakers, card.id


def test_the_line_rests_on_the_source_that_reuters_cites(report: Report) -> None:
    assert report.origins["armed-forces-line"] == ("reuters-source",)
    assert report.origins["discreet-talks"] == ("wall-street-journal",)
    assert report.origins["crisis-hotlines"] == ("article",)


def test_reports_and_statements_bear_their_status(briefing: Briefing) -> None:
    assert {card.field("Status") for card in briefing.cards} == {
        "",
        "stated",
        "attributed",
        "reported",
    }
    for kind in ("channels", "purposes"):
        assert all(card.field("Status") for card in briefing.cards_of(kind))


def test_what_one_would_present_has_notes(briefing: Briefing) -> None:
    shown = {card_id for agenda in briefing.agendas for card_id in agenda.cards}
    shown |= {card.id for card in briefing.cards_of("channels")}
    assert not [card_id for card_id in shown if not briefing.card(card_id).notes.text]


def test_the_agendas_fit_their_minutes(briefing: Briefing) -> None:
    assert [agenda.id for agenda in briefing.agendas] == ["ten-minutes", "three-minutes"]
    for agenda in briefing.agendas:
        minutes = [int(briefing.card(card_id).field("Minutes")) for card_id in agenda.cards]
        assert sum(minutes) == agenda.minutes


def test_nothing_is_claimed_that_the_article_does_not_have(briefing: Briefing) -> None:
    assert briefing.marking == ""
    assert briefing.as_of is None
    for key in ("As of", "Marking", "Confidence", "Reliability", "Credibility"):
        assert not any(card.field(key) for card in briefing.cards)


def test_no_name_leads_to_two_cards(briefing: Briefing) -> None:
    for card in briefing.cards:
        for name in (card.title, *card.aliases):
            assert briefing.names.all(name) == (card,), name


@pytest.mark.parametrize(
    ("typed", "card_id"),
    [
        ("WSJ", "wall-street-journal"),
        ("DoD", "pentagon"),
        ("Department of Defense", "pentagon"),
        ("mil-to-mil", "military-to-military-staff-exchanges"),
        ("backchannel", "discreet-talks"),
        ("hotline", "crisis-hotlines"),
        ("national security adviser", "jake-sullivan"),
        ("US", "united-states"),
    ],
)
def test_what_people_type_leads_to_the_card(briefing: Briefing, typed: str, card_id: str) -> None:
    found = briefing.names.find(typed)
    assert found is not None
    assert found.id == card_id


def shortened(report: Report) -> list[Checked]:
    return [checked for checked in report.quotations if isinstance(checked.outcome, Shortened)]


def test_whatever_is_shortened_shows_its_omission(report: Report) -> None:
    assert shortened(report)
    assert all("…" in checked.quotation.words for checked in shortened(report))
