"""A document's bytes become text, paragraphs and sentences."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.documents import paragraphs_of
from briefer.briefing.model import Briefing, Document
from briefer.briefing.sentences import sentences_of
from briefer.resources import built_in_briefing

Read = Callable[..., Briefing]
CARD = "# Channels\n## A\n"


def document(text: str) -> Document:
    return Document("a", "A", "A", "a.txt", text, paragraphs_of(text), "")


def parts(text: str, division: str = "") -> list[str]:
    return [text[slice(*each.span)] for each in paragraphs_of(text, division)]


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[slice(*each.span)] for each in sentences_of(document(text), language)]


def test_lines_are_paragraphs_when_no_line_is_blank_inside() -> None:
    assert parts("\n \n  One.\nTwo. \n\n") == ["One.", "Two."]


def test_blocks_are_paragraphs_when_a_line_is_blank_inside() -> None:
    assert parts("One\none.\n \t\n\n Two.\n") == ["One\none.", "Two."]


def test_the_division_can_be_said() -> None:
    assert parts("One\none.\n\nTwo.", "lines") == ["One", "one.", "Two."]
    assert parts("One.\nTwo.", "blocks") == ["One.\nTwo."]
    assert parts(" \n\n ") == []


def test_text_is_decoded_and_line_ends_are_one(read: Read) -> None:
    (found,) = read(CARD, article=b"\xef\xbb\xbfOne\r\ntwo\rthree\n\xef\xbb\xbf").documents
    assert found.text == "One\ntwo\nthree\n\ufeff"
    assert len(found.sha256) == 64


def test_bytes_that_are_not_utf_8_are_named(read: Read) -> None:
    briefing = read(CARD, article=b"One\ntw\xff")
    (problem,) = briefing.problems
    assert (problem.code, problem.place) == ("not-utf-8", ("documents/article.txt", 2, 1))
    assert "offset 6 is 0xFF" in problem.message
    assert (briefing.documents[0].readable, briefing.documents[0].text) == (False, "")


def manifest(**entry: str) -> str:
    entry = {"id": "a", "title": "A", "file": "documents/article.txt"} | entry
    lines = "".join(f'{key} = "{value}"\n' for key, value in entry.items())
    return f'title = "T"\n[[documents]]\n{lines}'


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("documents/none.txt", "file-missing"),
        ("../x.txt", "file-outside"),
        ("documents", "file-special"),
        ("breakdown.pdf", "document-kind"),
    ],
)
def test_a_document_that_cannot_be_read_is_one_problem(read: Read, file: str, code: str) -> None:
    briefing = read(CARD, manifest=manifest(file=file), article="x", **{})
    if code == "document-kind":
        (briefing.files.path / "breakdown.pdf").write_bytes(b"%PDF")
        from briefer.briefing.reading import read_briefing

        briefing = read_briefing(briefing.files.path)
    (problem,) = briefing.problems
    assert (problem.code, problem.place.file, problem.place.line) == (code, "briefing.toml", 5)
    assert not briefing.documents[0].readable


def test_a_changed_document_is_a_warning(read: Read) -> None:
    (problem,) = read(CARD, manifest=manifest(sha256="0" * 64)).problems
    assert (problem.code, problem.severity) == ("document-changed", "warning")


def test_a_markdown_document_counts_as_its_source(write: Callable[..., object]) -> None:
    from briefer.briefing.reading import read_briefing

    folder = write(CARD, manifest=manifest(file="documents/b.md"), documents__b="# One\n\n*Two*")
    (found,) = read_briefing(folder).documents  # type: ignore[arg-type]
    assert (found.text, found.markdown, len(found.paragraphs)) == ("# One\n\n*Two*", True, 2)


def test_the_article_has_16_sentences() -> None:
    text = (built_in_briefing() / "documents" / "us-russia-channels.txt").read_text("utf-8")
    found = sentences(text)
    assert len(found) == 16
    assert found[3].startswith("The U.S. military leadership")
    assert found[-1].startswith("(Attribution:")
    assert found[-1].endswith("statements)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Mr. Smith. They left.", ["He met Mr. Smith.", "They left."]),
        (
            "No. 5 of Vol. 2 is U.S. property. It is.",
            ["No. 5 of Vol. 2 is U.S. property.", "It is."],
        ),
        ("“Is it?” He said so! (Yes.) 5 came.", ["“Is it?”", "He said so!", "(Yes.)", "5 came."]),
        ("J. R. Smith, e.g. This one.", ["J. R. Smith, e.g. This one."]),
        ("It rose 3.5 percent. and fell", ["It rose 3.5 percent. and fell"]),
        ("At 5 p.m. They met.", ["At 5 p.m.", "They met."]),
        ("In 2024. Then.", ["In 2024.", "Then."]),
        ("1. First. 2 more.", ["1. First.", "2 more."]),
        ("Он пришёл. Она ушла.", ["Он пришёл.", "Она ушла."]),
        ("你好。再见。", ["你好。", "再见。"]),
        ("One\nTwo. Three", ["One", "Two.", "Three"]),
        ("***\nOne. * * *", ["One."]),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_german_ordinals_end_no_sentence() -> None:
    assert sentences("Am 5. Mai kam Dr. Braun. Er ging.", "de-AT") == [
        "Am 5. Mai kam Dr. Braun.",
        "Er ging.",
    ]


@given(st.text(alphabet=st.sampled_from("Aa1. \n?!”(。\tU"), max_size=80))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    read = document(text)
    end = 0
    for sentence in sentences_of(read):
        assert not any(sign.isalnum() for sign in text[end : sentence.span.start])
        assert end <= sentence.span.start < sentence.span.end <= len(text)
        paragraph = read.paragraphs[sentence.paragraph - 1].span
        assert paragraph.start <= sentence.span.start < sentence.span.end <= paragraph.end
        end = sentence.span.end
    assert not any(sign.isalnum() for sign in text[end:])


@given(st.text(max_size=200), st.sampled_from(["", "lines", "blocks"]))
def test_paragraphs_hold_every_sign_that_is_not_white_space(text: str, division: str) -> None:
    end = 0
    for number, paragraph in enumerate(paragraphs_of(text, division), start=1):
        assert paragraph.number == number
        assert text[end : paragraph.span.start].strip() == ""
        assert text[slice(*paragraph.span)] == text[slice(*paragraph.span)].strip() != ""
        end = paragraph.span.end
    assert text[end:].strip() == ""
