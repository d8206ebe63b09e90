"""Each row of format.md's table of grades, with what it folds and what it never folds."""

from __future__ import annotations

import pytest

from briefer.evidence.model import Altered, Missing, Shortened, Verbatim
from tests.evidence.material import found, graded, kind, outcome

PLAIN = "The two nations kept a line open, and no one denied it. It was used in 1962."


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("kept a line open", "They kept  a\n  line\u00a0open."),
        ("punctually arriving", "a punc- \ntually arriving train"),
        ("punctually arriving", "a punc-\n\n\f\n tually arriving train"),
        ("the punc-\ntually arriving", "the punctually arriving train"),
        ("the punc- tually arriving", "the punctually arriving train"),
        ("a mil-to- mil line", "a mil-to-mil line"),
        ("the north-west wind", "the north- \nwest wind"),
        ("the northwest wind", "the north- \nwest wind"),
        ("mid- and long-term", "mid- \nand long-term plans"),
        ("a mil-to-mil line", "a mil-to-\nmil line"),
        ("from 1914-18 on", "from 1914-\n18 on"),
        ("“Yes,” he said", "'Yes,' he said."),
        ("don’t go", "They don't go."),
        ("„Ja“ and «oui»", "\"Ja\" and ``oui''"),
        ("contact — through it — ends", "contact--through it–ends here"),
        ("contact - through it", "contact—through it"),
        ("the first effort", "the \ufb01rst e\ufb00ort"),
        ("the program ended", "the pro\u00adgram ended"),
        ("the program ended", "the pro\u00ad\ngram ended"),
        ("a café closed", "a cafe\u0301 closed"),
        ("a cafe\u0301 closed", "a café closed"),
        ("Two nations kept", "The two nations kept"),
        ("two nations kept", "Two nations kept"),
        ("a line open.", "kept a line open, and"),
        ("a line open,", "kept a line open and"),
        ("it is open;", "it is open! They"),
        ("said “go.”", "he said “go”. Then"),
        ("wait … what", "They wait . . . what then"),
        ("the [sic] line", "the [sic] line"),
        ("word; next", "a word ; next one"),
        ("he said ‘so’", "he said ' so ' again"),
        ("it was never so", "it was _never_ so"),
        ("I'll go", "and I 'll go"),
        ("שלום עולם", "אמר שלום  עולם אתמול"),
        ("два канала связи", "есть два  канала связи"),
        ("两国保持联系", "据报道，两国保持联系。"),
        ("हम की बात", "और हम  की बात"),
        ("go 👩‍🚀 now", "let us go  👩‍🚀 now"),
    ],
)
def test_what_typing_and_typesetting_change_is_folded(words: str, text: str) -> None:
    assert isinstance(outcome(words, text), Verbatim)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a miltomil line there", "a mil-to-mil line there"),
        ("the mil-to-mil line", "the miltomil line"),
        ("an area of 5 km2", "an area of 5 km²"),
        ("some 5 1/2 of them", "some 5½ of them"),
        ("the two Nations kept", "the two nations kept"),
        ("they kept no where", "they kept nowhere"),
        ("they kept it apart", "they kept it a part"),
        ("the cafe closed early", "the café closed early"),
        ("in 191418 it ended", "in 1914-\n18 it ended"),
        ("a sum of 3.5 million", "a sum of 35 million"),
        ("a sum of 3, 5 million", "a sum of 3,5 million"),
        ("the talks: open", "the talks, open"),
        ("let's eat, grandpa", "let's eat grandpa"),
        ("हम का बात करें", "हम की बात करें"),
    ],
)
def test_what_a_reader_would_notice_is_never_exact(words: str, text: str) -> None:
    assert isinstance(outcome(words, text), Altered | Missing)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("The two nations … open", ("The two nations", "open")),
        ("The two nations ... open", ("The two nations", "open")),
        ("The two nations . . . open", ("The two nations", "open")),
        ("The two nations [...] open", ("The two nations", "open")),
        ("The two nations […] open", ("The two nations", "open")),
        ("… kept a line open", ("kept a line open",)),
        ("kept a line open …", ("kept a line open,",)),
        ("kept a line open, ...", ("kept a line open,",)),
        ("[T]he two nations", ("The two nations",)),
        ("[t]he two nations", ("The two nations",)),
        ("and [N]o one denied", ("and no one denied",)),
        ("The [very] two nations", ("The", "two nations")),
        ("[Both countries] kept a line", ("kept a line",)),
        ("The two nations [they] a line open", ("The two nations", "a line open")),
        ("no one den[ies] it", ("no one", "it")),
        ("The … nations [they] a … open", ("The", "nations", "a", "open")),
    ],
)
def test_marked_omissions_and_brackets_shorten(words: str, parts: tuple[str, ...]) -> None:
    assert isinstance(outcome(words, PLAIN), Shortened)
    stands = tuple(part.rstrip(",") for part in found(words, PLAIN))
    assert stands == tuple(part.rstrip(",") for part in parts)


def test_an_ellipsis_of_the_document_beside_an_omission_joins_its_parts() -> None:
    text = "They wait … what then, and they go home at last."
    assert found("They wait … what then […] at last", text) == ("They wait … what then", "at last")


def test_parts_in_another_order_are_not_shortened() -> None:
    assert not isinstance(outcome("a line open … The two nations kept", PLAIN), Shortened)


@pytest.mark.parametrize(("apart", "shortened"), [(2900, True), (3100, False)])
def test_parts_far_apart_are_not_shortened(apart: int, shortened: bool) -> None:
    text = f"Once upon a time {'la ' * (apart // 3)}they lived happily"
    assert (
        isinstance(outcome("Once upon a time … they lived happily", text), Shortened) is shortened
    )


def test_a_later_part_that_is_too_far_leads_back_to_a_nearer_one() -> None:
    text = f"one two {'x ' * 100} three {'x ' * 1600} one two {'x ' * 100} three four"
    assert isinstance(outcome("one two … three four", text), Shortened)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("and one denied it", "negation"),
        ("It was not used in 1962", "negation"),
        ("The two nations never kept a line open", "negation"),
        ("It was used in 1963", "number"),
        ("The three nations kept a line open", "number"),
        ("The two nations kept the line open", "words"),
        ("The two nations of Reuters kept a line open", "name"),
        ("nations two kept a line open, and", "order"),
        ("The two nations kept a line open; and no one", "punctuation"),
        ("The two nations kept a Line open", "capitals"),
        ("no one in 1963 denied it. It was", "number"),
        ("It was not used in 1963", "negation"),
    ],
)
def test_the_difference_that_matters_most_is_named(words: str, expected: str) -> None:
    assert kind(words, PLAIN) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("they can stay here", "they can't stay here", "negation"),
        ("contribute to escalation", "contribute to de-escalation", "negation"),
        ("an likely outcome here", "an unlikely outcome here", "negation"),
        ("they came with an escort", "they came without an escort", "negation"),
        ("either side did speak", "neither side did speak", "negation"),
        ("they went south again", "they went north again", "words"),
        ("in South Korea today", "in North Korea today", "name"),
        ("a cost of $3.4 million", "a cost of $3.5 million", "number"),
        ("a cost of €3.5 million", "a cost of $3.5 million", "number"),
        ("King Henry VII was there", "King Henry VIII was there", "number"),
        ("a rise of 5 % was seen", "a rise of 6 % was seen", "number"),
        ("Bloomberg reported a line", "Reuters reported a line", "name"),
        ("a fall of -5 degrees now", "a fall of 5 degrees now", "number"),
    ],
)
def test_kinds_of_difference(words: str, text: str, expected: str) -> None:
    assert kind(words, text) == expected


def test_the_words_that_differ_are_told_apart() -> None:
    result = outcome("The three nations kept line open", PLAIN)
    assert isinstance(result, Altered)
    told = [(c.change.value, c.document, c.quotation) for c in result.difference.words]
    assert told == [
        ("equal", "The", "The"),
        ("replace", "two", "three"),
        ("equal", "nations kept", "nations kept"),
        ("delete", "a", ""),
        ("equal", "line open", "line open"),
    ]


def test_a_marked_omission_is_no_difference_of_an_altered_quotation() -> None:
    result = outcome("The two countries … line open, and no one denied", PLAIN)
    assert isinstance(result, Altered)
    told = [(c.document, c.quotation) for c in result.difference.words if c.change != "equal"]
    assert told == [("nations", "countries")]


def test_less_than_two_thirds_of_the_words_is_missing() -> None:
    assert isinstance(outcome("The two men kept a dog inside", PLAIN), Missing)
    assert isinstance(outcome("The two nations kept a dog", PLAIN), Altered)


def test_words_that_stand_far_from_one_another_are_no_passage() -> None:
    text = f"the {'x ' * 300} king {'y ' * 300} went {'z ' * 300} home"
    assert isinstance(outcome("the king went home", text), Missing)


def test_a_clause_dropped_without_a_mark_is_altered() -> None:
    text = (
        "The line, which some had called useless, and others a relic of a colder time, and which"
        " had cost a great deal of money over many years, was used once."
    )
    words = "The line, which some had called useless, was used once."
    assert isinstance(outcome(words, text), Altered)


def test_the_longest_common_run_helps_when_nothing_is_found() -> None:
    words = "Yesterday somebody claimed that two nations kept a line open for gossip and for trade"
    result = outcome(words, PLAIN)
    assert isinstance(result, Missing)
    assert result.longest is not None
    assert PLAIN[slice(*result.longest)] == "two nations kept a line open"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("they can", "they can't stay"),
        ("nuclear states", "non-nuclear states"),
        ("level talks", "high-level talks"),
        ("tually arriving", "a punc-\ntually arriving train, punctually"),
        ("5 million", "a sum of 3.5 million"),
        ("a sum of 3", "a sum of 3.5 million"),
        ("he go", "the goat"),
        ("homme", "l'homme"),
    ],
)
def test_a_match_never_cuts_a_word_or_a_number(words: str, text: str) -> None:
    assert not isinstance(outcome(words, text), Verbatim | Shortened)


def test_words_that_occur_twice_go_to_the_first_place_and_say_so() -> None:
    text = "It is so.\nIt is so.\n"
    assert graded("It is so.", text).several
    assert graded("It is so.", text).outcome.ranges == ((0, 9),)  # type: ignore[union-attr]


def test_the_named_paragraph_decides_between_places() -> None:
    text = "It is so.\nIt is so.\n"
    result = graded("It is so.", text, named=2)
    assert not result.several
    assert isinstance(result.outcome, Verbatim)
    assert result.outcome.paragraphs == (2,)


def test_right_words_in_another_paragraph_are_found_there() -> None:
    result = graded("It is so.", "Nothing here.\nIt is so.\n", named=1)
    assert isinstance(result.outcome, Verbatim)
    assert result.outcome.paragraphs == (2,)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("a bold word", "a **bold** word"),
        ("boldly said", "**bold**ly said"),
        ("a stressed word", "a _stressed_ word"),
        ("see the report today", "see [the report](https://example.org/a_b) today"),
        ("Heading and text", "# Heading\n\nand text"),
        ("one two three", "- one\n- two\n- three"),
        ("said so and more", "> said so\n> and more"),
        ("call it done twice", "call `it` done[^1] twice"),
        ("five * six", r"five \* six"),
    ],
)
def test_markdown_documents_are_compared_without_their_marks(words: str, source: str) -> None:
    assert isinstance(outcome(words, source, markdown=True), Verbatim)


def test_words_without_a_letter_are_missing() -> None:
    assert isinstance(outcome("… [...] —", PLAIN), Missing)
    assert isinstance(outcome("", PLAIN), Missing)
    assert isinstance(outcome("anything", ""), Missing)
