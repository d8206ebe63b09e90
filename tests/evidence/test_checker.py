"""A briefing -> its report: counts, problems, coverage and origins."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefer.briefing.model import Form, Omission, Place, Problem, Severity, Span, Stance
from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.corroboration import in_words, trail_finder
from briefer.evidence.model import Missing, Report, Verbatim
from briefer.evidence.passages import passages_of
from briefer.evidence.printing import report_json, report_lines, unreadable_json
from briefer.evidence.problems import FAULTS
from briefer.evidence.wording import grade_in_words
from tests.evidence.material import briefing, card, citation, document, quotation

TEXT = "The line was used once. It was kept open.\nReuters said so. It is so.\nIt is so.\n"
OTHER = "Another text says that the line was never used.\n"


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


def test_a_right_quotation_gives_no_problem() -> None:
    report = check(
        briefing(
            (document(TEXT),), card("one", quotation("The line was used once.", citation(first=1)))
        )
    )
    assert codes(report) == []
    assert report.ok
    assert report.counts.verbatim == report.counts.quotations == 1


@pytest.mark.parametrize(
    ("words", "first", "expected"),
    [
        ("The line was used twice.", 1, ["quotation-altered"]),
        ("Penguins live in the south, mostly.", 1, ["quotation-missing"]),
        ("The line was used once.", 2, ["quotation-paragraph"]),
        ("It is so.", None, ["quotation-places"]),
        ("It is so.", 3, []),
        ("It is so.", 1, ["quotation-paragraph"]),
        ("The line was used once.", 9, ["paragraph-unknown"]),
        ("It was kept open. Reuters said so.", 1, []),
    ],
)
def test_what_is_wrong_with_a_quotation_is_said(
    words: str, first: int | None, expected: list[str]
) -> None:
    report = check(
        briefing((document(TEXT),), card("one", quotation(words, citation(first=first))))
    )
    assert codes(report) == expected


def test_a_wrong_paragraph_is_told_the_right_one() -> None:
    quoted = quotation("The line was used once.", citation(first=2))
    (problem,) = check(briefing((document(TEXT),), card("one", quoted))).problems
    assert problem.message == "The words stand in paragraph A1, not in paragraph A2."


def test_an_altered_quotation_is_told_with_its_words() -> None:
    quoted = quotation("The line was never used once.", citation(first=1))
    (problem,) = check(briefing((document(TEXT),), card("one", quoted))).problems
    assert problem.message == "“never” added to paragraph A1: it adds “never”."


def test_an_unknown_document_is_an_error() -> None:
    quoted = quotation("The line was used once.", citation("nowhere"))
    report = check(briefing((document(TEXT),), card("one", quoted)))
    assert codes(report) == ["document-unknown"]
    assert report.counts.missing == 1
    said = grade_in_words(report.quotations[0].outcome)
    assert said == "Not checked: there is no text “nowhere” in this briefing"


def test_with_one_document_no_citation_is_needed() -> None:
    report = check(briefing((document(TEXT),), card("one", quotation("The line was used once."))))
    assert codes(report) == []


def test_with_several_documents_all_are_searched_and_said_so() -> None:
    documents = (document(TEXT), document(OTHER, "other"))
    report = check(briefing(documents, card("one", quotation("the line was never used"))))
    assert codes(report) == ["document-unnamed"]
    assert report.quotations[0].outcome.document == "other"


def test_words_that_no_document_has_are_not_missed_in_one_of_them() -> None:
    documents = (document(TEXT), document(OTHER, "other"))
    report = check(briefing(documents, card("one", quotation("Wholly invented sentences here"))))
    missing = next(p for p in report.problems if p.code == "quotation-missing")
    assert "is not found in any document." in missing.message


def test_a_document_that_cannot_be_read_is_no_second_problem() -> None:
    unread = document("", readable=False)
    report = check(briefing((unread,), card("one", quotation("Anything", citation(first=4)))))
    assert codes(report) == []
    assert report.quotations[0].outcome == Missing("article", unread=True)
    assert (report.counts.missing, report.not_checked, report.to_fix) == (1, 1, 0)


def test_words_that_may_stand_in_an_unread_text_are_not_called_missing() -> None:
    documents = (document(TEXT), document("", "other", readable=False))
    report = check(briefing(documents, card("one", quotation("Nobody wrote such a thing."))))
    assert report.quotations[0].outcome == Missing("other", unread=True)
    assert codes(report) == ["document-unnamed"]
    found = check(briefing(documents, card("one", quotation("The line was used once."))))
    assert isinstance(found.quotations[0].outcome, Verbatim)


def test_the_errors_of_documents_come_before_those_of_cards() -> None:
    unread = Problem(Severity.ERROR, "file-missing", Place("briefing.toml", 9), "It is not there.")
    whole = briefing((document(TEXT),), card("one", quotation("Anything else", citation("gone"))))
    report = check(whole._replace(problems=(unread,)))
    assert codes(report) == ["file-missing", "document-unknown"]


def test_quoted_words_without_a_citation_are_linked_when_they_stand_somewhere() -> None:
    documents = (document(TEXT), document(OTHER, "other"))
    quoted = quotation("line was never used", form=Form.UNCITED)
    report = check(briefing(documents, card("one", quoted)))
    assert codes(report) == []
    assert report.counts.quotations == 0
    assert isinstance(report.finds[0].outcome, Verbatim)
    assert report.finds[0].outcome.document == "other"


def test_quoted_words_without_a_citation_found_nowhere_are_not_checked() -> None:
    quoted = quotation("line was seldom used", form=Form.UNCITED)
    report = check(briefing((document(TEXT),), card("one", quoted)))
    assert codes(report) == ["quotation-unchecked"]
    assert report.ok


def test_a_citation_alone_points_to_its_paragraphs() -> None:
    alone = card("one", citations=(citation(first=1, last=2), citation(first=7)))
    report = check(briefing((document(TEXT),), alone))
    first, second = report.references
    assert [TEXT[slice(*span)][:8] for span in first.ranges] == ["The line", "Reuters "]
    assert second.ranges == ()
    assert codes(report) == ["paragraph-unknown"]


def test_sentences_know_their_cards_and_why_they_are_left_out() -> None:
    left_out = Omission(quotation("Reuters said so."), "hearsay")
    report = check(
        briefing(
            (document(TEXT),),
            card("one", quotation("line was used once. It", citation(first=1))),
            card("two", quotation("was kept", citation(first=1))),
            left_out=(left_out,),
        )
    )
    assert [use.cards for use in report.sentences] == [("one",), ("one", "two"), (), (), ()]
    assert [use.left_out for use in report.sentences] == ["", "", "hearsay", "", ""]
    assert report.counts.cited_sentences == 2


def test_notes_are_checked_and_counted_like_the_body() -> None:
    noted = card("one", notes=(quotation("The line was used twice.", citation()),))
    report = check(briefing((document(TEXT),), noted))
    assert report.quotations[0].in_notes
    assert report.counts.altered == 1


def test_origins_follow_whose_account_a_source_passes_on() -> None:
    quoted = [
        quotation("The line was used once.", citation(via="reuters")),
        quotation("It was kept open.", citation(via="paper")),
        quotation("Reuters said so.", citation()),
        quotation("It is so.", citation(first=3, via="An old hand")),
    ]
    report_of = briefing(
        (document(TEXT),),
        card("claim", *quoted),
        card("reuters", Via="an unnamed source"),
        card("paper", Via="[[reuters]]"),
        card("text", Document="article"),
    )
    report = check(report_of)
    assert report.origins["claim"] == ("an unnamed source", "text", "An old hand")
    second = trail_finder(report_of)("article", "paper")
    assert in_words(report_of, second) == "Paper, from Reuters, from an unnamed source"


def test_sources_that_pass_on_one_another_are_one_origin() -> None:
    quoted = [
        quotation("The line was used once.", citation(via="one")),
        quotation("It was kept open.", citation(via="two")),
    ]
    report = check(
        briefing(
            (document(TEXT),),
            card("claim", *quoted),
            card("one", Via="two"),
            card("two", Via="one"),
        )
    )
    assert report.origins["claim"] == ("one",)


def test_a_document_without_a_card_is_its_own_origin() -> None:
    report = check(briefing((document(TEXT),), card("one", quotation("It was kept open."))))
    assert report.origins == {"one": ("article",)}


def test_passages_that_dispute_are_no_origin() -> None:
    quoted = [
        quotation("The line was used once.", citation()),
        quotation("Reuters said so.", citation(via="Reuters", stance=Stance.DISPUTES)),
    ]
    report = check(briefing((document(TEXT),), card("one", *quoted)))
    assert report.origins["one"] == ("article",)


def test_passages_are_sorted_and_overlaps_are_kept() -> None:
    quoted = [
        quotation("It was kept open.", citation(first=1)),
        quotation("The line was used once. It was", citation(first=1)),
        quotation("It was kept open.", citation(first=1)),
    ]
    report = check(briefing((document(TEXT),), card("one", *quoted)))
    passages = passages_of(report, "article")
    assert [passage.span for passage in passages] == [Span(0, 30), Span(24, 41)]
    assert [use.checked.index for use in passages[1].uses] == [0, 2]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"Reliability": "B", "Credibility": "2"}, []),
        ({"Reliability": "G"}, ["rating-unknown"]),
        ({"Credibility": "7"}, ["rating-unknown"]),
        ({"Priority": "must", "Minutes": "3"}, []),
        ({"Priority": "urgent"}, ["field-value"]),
        ({"As_of": "yesterday"}, ["field-value"]),
        ({"As_of": "2024-01-01"}, ["card-stale"]),
        ({"As_of": "2024-05-30"}, []),
        ({"Confidence": "moderate"}, []),
        ({"Confidence": "high, very likely"}, ["confidence-likelihood"]),
    ],
)
def test_fields_keep_to_their_rules(fields: dict[str, str], expected: list[str]) -> None:
    trial = briefing((document(TEXT),), card("one", **fields), stale=30)
    assert codes(check(trial, today=date(2024, 6, 1))) == expected


def test_without_a_day_nothing_is_stale() -> None:
    trial = briefing((document(TEXT),), card("one", As_of="1999-01-01"), stale=30)
    assert codes(check(trial)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We judge with high confidence that it is likely.", ["confidence-likelihood"]),
        ("It is very likely. We have high confidence in that.", []),
        ("They are confident, and it is probably so.", []),
    ],
)
def test_confidence_and_likelihood_belong_in_two_sentences(text: str, expected: list[str]) -> None:
    assert codes(check(briefing((document(TEXT),), card("one", text=text)))) == expected


def test_the_object_for_programs_is_as_format_md_lays_it_down() -> None:
    trial = briefing(
        (document(TEXT),),
        card("one", quotation("The line was used twice.", citation(first=1, via="Reuters"))),
    )
    printed = report_json(trial, check(trial))
    assert list(printed) == ["briefing", "ok", "counts", "quotations", "problems"]
    assert list(printed["counts"]) == [
        *("cards", "quotations", "verbatim", "shortened", "altered", "missing"),
        *("links", "broken_links", "sentences", "cited_sentences"),
    ]
    assert printed["quotations"] == [
        {
            "card": "one",
            "file": "breakdown.md",
            "line": 1,
            "grade": "altered",
            "document": "article",
            "paragraphs": [1],
            "ranges": [[0, 23]],
            "via": "Reuters",
            "stance": "supports",
            "difference": {
                "kind": "number",
                "words": [
                    {
                        "op": "equal",
                        "document": "The line was used",
                        "quotation": "The line was used",
                    },
                    {"op": "replace", "document": "once.", "quotation": "twice."},
                ],
            },
        }
    ]
    assert printed["problems"][0]["code"] == "quotation-altered"
    assert list(unreadable_json("x", ())) == list(printed)


def test_people_read_the_place_the_sentence_and_the_words() -> None:
    trial = briefing((document(TEXT),), card("one", quotation("The line was used twice.")))
    lines = list(report_lines(trial, check(trial)))
    assert lines[0] == (
        "breakdown.md:1:1: error: A number differs from paragraph A1: it has “twice.” for “once.”."
    )
    assert "Trial: 0 exact, 0 shortened, 1 to fix" in lines


def test_people_read_how_many_were_not_checked_for_want_of_a_text() -> None:
    documents = (document(TEXT), document("", "other", readable=False))
    one = quotation("The line was used twice.", citation())
    trial = briefing(documents, card("one", quotation("Words.", citation("other"))))
    assert "Trial: 0 exact, 0 shortened, 1 not checked" in list(report_lines(trial, check(trial)))
    trial = briefing(documents, card("one", quotation("Words.", citation("other")), one))
    said = "Trial: 0 exact, 0 shortened, 1 to fix, 1 not checked"
    assert said in list(report_lines(trial, check(trial)))
    assert report_json(trial, check(trial))["quotations"][0]["grade"] == "missing"


def test_every_code_has_a_meaning() -> None:
    assert all(fault.meaning for fault in FAULTS.values())


def test_what_introduces_a_kind_is_compared_too_but_not_counted(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text(
        'title = "T"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "a.txt"\n', encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("The line was used once.\n", encoding="utf-8")
    (tmp_path / "breakdown.md").write_text(
        "# Things\n\n> The line was used twice.\n> — [@a]\n\nSee [@b] and “nobody wrote this”.\n\n"
        "## One\n\n# Left out\n\n> once.\n\nAs [[One]] and [[Two]] say.\n",
        encoding="utf-8",
    )
    report = check(read_briefing(tmp_path))
    assert [(problem.code, problem.place.line) for problem in report.problems] == [
        ("quotation-altered", 3),
        ("document-unknown", 6),
        ("quotation-unchecked", 6),
        ("link-dead", 14),
    ]
    assert report.counts.quotations == 0
    assert (report.counts.links, report.counts.broken_links) == (2, 1)
