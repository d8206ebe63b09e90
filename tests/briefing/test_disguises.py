"""What turns or hides the words beside it is shown, wherever a briefing's words are read."""

import pytest

from briefer.briefing.decoding import decoded, decoded_anyway
from briefer.briefing.disguises import unmasked
from briefer.briefing.errors import FileProblem
from tests.briefing.conftest import MANIFEST, Read

OVERRIDE = "\u202e"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "plain – “words”, naïve, العربية, 日本\n\ttab",
            "plain – “words”, naïve, العربية, 日本\n\ttab",
        ),
        ("a\u202etxt.exe", "a⟦U+202E⟧txt.exe"),
        ("\u2066a\u2069", "⟦U+2066⟧a⟦U+2069⟧"),
        ("a\0b\x1b[31m\x7f", "a␀b␛[31m␡"),
        ("a\u2028b\x85c", "a⟦U+2028⟧b⟦U+0085⟧c"),
    ],
)
def test_only_what_misleads_is_shown_in_another_way(text: str, shown: str) -> None:
    assert unmasked(text) == shown


def test_titles_of_cards_kinds_and_briefings_cannot_turn_around(read: Read) -> None:
    manifest = MANIFEST.replace("Talks", "Talks \\u202egpj").replace(
        '"Article"', '"Art\\u202eicle"'
    )
    briefing = read(f"# Chan{OVERRIDE}nels\n\n## Li{OVERRIDE}ne\n\nA [[x{OVERRIDE}y]].\n",
                    manifest=manifest)  # fmt: skip
    said = (
        briefing.title, briefing.cards[0].title, briefing.kinds[0].heading,
        briefing.documents[0].title, *(problem.message for problem in briefing.problems),
    )  # fmt: skip
    assert len(said) > 4
    assert not [words for words in said if OVERRIDE in words]
    assert sum("⟦U+202E⟧" in words for words in said) == len(said)


def test_marks_and_line_ends_are_read_as_one() -> None:
    assert decoded(b"\xef\xbb\xbfa\r\nb\rc\nd", "x.txt") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("caf\xe9 one\n".encode("latin-1"), "the byte at offset 3 is 0xE9. Save it again as UTF-8"),
        ("words".encode("utf-16"), "It looks like UTF-16. Save it again as UTF-8"),
    ],
)
def test_other_encodings_are_named_and_what_can_be_read_stays(data: bytes, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        decoded(data, "x.txt")
    text, (problem,) = decoded_anyway(data, "x.txt")
    assert said in problem.message
    assert text


def test_a_word_of_a_megabyte_is_a_card_like_others(read: Read) -> None:
    briefing = read(f"# Channels\n\n## Long\n\n{'x' * 1_000_000} end\n")
    assert briefing.cards[0].body.text.endswith("x end")
