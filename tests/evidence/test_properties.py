"""What must hold for any text: slices are exact, changed words never are."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from briefer.evidence.folding import folded, same
from briefer.evidence.indexing import index_of
from briefer.evidence.model import Altered, Shortened, Verbatim
from briefer.evidence.words import form_of, is_letter, word_pattern
from tests.evidence.material import document, outcome

ODD = (
    "the a talks line two nations café naïve Straße Ωmega канал 5 1962 mil-to-mil can't U.S. and"
    " ﬁrst cafe\u0301 soft\u00adhyphen not never 👩\u200d🚀 O'Brien e-mail x ﬂow\u0130z שלום हिन्दी"
)
PLAIN = "talks line two held kept were been so far"
WORDS = st.sampled_from(ODD.split())
GAPS = st.sampled_from(
    [" ", "  ", "\n", " \n\n", "\u00a0", ", ", "; ", " – ", "--", ". ", " “", "” "]
)
LETTERS = st.text(alphabet="abcdeé", min_size=1, max_size=4)


@st.composite
def running_text(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Return words, each with what stands behind it."""
    return draw(st.lists(st.tuples(WORDS, GAPS), min_size=2, max_size=25))


def _text(pieces: list[tuple[str, str]]) -> str:
    return "".join(word + gap for word, gap in pieces)


@given(running_text(), st.data())
def test_every_slice_between_word_boundaries_is_exact(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(pieces) - 1))
    end = data.draw(st.integers(start + 1, len(pieces)))
    words = _text(pieces[start : end - 1]) + pieces[end - 1][0]
    text = _text(pieces)
    result = outcome(words, text)
    assert isinstance(result, Verbatim)
    stands = text[slice(*result.ranges[0])]
    assert same(folded(stands).lower().rstrip(",.;"), folded(words).lower().rstrip(",.;"))


@given(st.text(max_size=60), st.text(max_size=12))
def test_a_match_never_begins_or_ends_inside_a_word(text: str, words: str) -> None:
    result = outcome(words, text)
    if not isinstance(result, Verbatim | Shortened):
        return
    for start, end in result.ranges:
        for at in (start, end):
            around = text[max(0, at - 1) : at + 1]
            unspaced = any(character >= "\u2e80" for character in around)
            assert unspaced or len(around) < 2 or not all(map(is_letter, around)) or at == 0


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    once = folded(text.replace("\uffff", "").replace("\ufffe", ""))
    assert folded(once) == once


@given(st.text())
def test_positions_lead_back_to_the_words(text: str) -> None:
    index = index_of(document(text))
    text = index.text
    words = [text[start:end] for start, end in zip(index.starts, index.ends, strict=True)]
    assert "".join(map(form_of, words)) == index.skeleton
    assert [form_of(word) for word in words] == list(index.forms)
    for number, form in enumerate(index.forms):
        assert number in index.places[form]
        assert index.skeleton[index.offsets[number] : index.offsets[number + 1]] == form
    between = [text[end:start] for end, start in zip(index.ends, index.starts[1:], strict=False)]
    assert not any(map(is_letter, "".join(between)))


@given(st.lists(LETTERS, min_size=4, max_size=20), st.data())
def test_a_changed_dropped_or_added_word_is_never_exact(
    words: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    change = data.draw(st.sampled_from(["change", "drop", "add"]))
    quoted = list(words)
    if change == "change":
        quoted[at] = data.draw(LETTERS.filter(lambda word: word != words[at]))
    elif change == "drop":
        del quoted[at]
    else:
        quoted.insert(at, data.draw(LETTERS))
    text, quote = " ".join(words), " ".join(quoted)
    assume(quote not in text)
    assume(quote[:1].swapcase() + quote[1:] not in text)
    assert not isinstance(outcome(quote, text), Verbatim | Shortened)


@given(st.lists(st.sampled_from(PLAIN.split()), min_size=5))
def test_a_dropped_not_is_named(words: list[str]) -> None:
    at = len(words) // 2
    text = " ".join([*words[:at], "not", *words[at:]])
    result = outcome(" ".join(words), text)
    assert isinstance(result, Altered)
    assert result.difference.kind == "negation"


@given(st.lists(st.sampled_from(PLAIN.split()), min_size=5))
def test_an_added_not_is_named(words: list[str]) -> None:
    at = len(words) // 2
    result = outcome(" ".join([*words[:at], "not", *words[at:]]), " ".join(words))
    assert isinstance(result, Altered)
    assert result.difference.kind == "negation"


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_can_be_compared_with_any_other(text: str, words: str) -> None:
    for markdown in (False, True):
        result = outcome(words, text, markdown=markdown)
        for start, end in getattr(result, "ranges", ()):
            assert 0 <= start < end <= len(text)


@given(st.text(alphabet=" \n\t-–'\".,…[]*_`#>ab1", max_size=80), st.data())
def test_marks_and_spaces_can_stand_anywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    result = outcome(text[start:end], text)
    for first, last in getattr(result, "ranges", ()):
        assert 0 <= first < last <= len(text)
    outcome(text[start:end], text, markdown=True)


def test_the_same_words_are_found_in_words_of_either_pattern() -> None:
    text = "Plain ASCII words, 2 of them: mil-to-mil."
    assert word_pattern(text).findall(text) == word_pattern(text + "é").findall(text)
    assert re.fullmatch(r"[A-Za-z0-9]+", word_pattern(text).findall(text)[0])
