"""A search that reads every text from its beginning agrees with the index, hit by hit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.briefing.model import Briefing, Card, Field, Prose
from briefer.briefing.names import names_of
from briefer.search.index import build_index
from briefer.search.model import CardHit
from briefer.search.stemming import stem_for
from tests.search.material import KINDS, PLACE, NoFiles, new_document

WORDS = (
    "hotline", "hotlines", "Talks", "talk", "talking", "Élysée", "elysee", "Russia", "US", "us",
    "crisis", "crises", "nuclear", "Москва", "москвы", "a", "x1", "O’Brien", "mil-to-mil",
)  # fmt: skip
STEM = stem_for("en")


def plain(text: str) -> list[str]:
    """Fold and cut a text the slow and simple way."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.casefold())


@dataclass(frozen=True)
class Term:
    """One term of a query: its words, and what is asked of them."""

    words: str
    no: bool
    quoted: bool

    def typed(self) -> str:
        body = f'"{self.words}"' if self.quoted else self.words
        return f"-{body}" if self.no else body

    def stands_in(self, text: list[str]) -> bool:
        wanted = plain(self.words)
        size = len(wanted)
        return any(self._fits(text[at : at + size], wanted) for at in range(len(text) - size + 1))

    def _fits(self, row: list[str], wanted: list[str]) -> bool:
        same_end = row[-1] == wanted[-1] or (not self.quoted and STEM(row[-1]) == STEM(wanted[-1]))
        return row[:-1] == wanted[:-1] and same_end


def texts(max_size: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), max_size=max_size).map(" ".join)


terms = st.builds(Term, st.sampled_from(WORDS), st.booleans(), st.just(False)) | st.builds(
    Term,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join),
    st.booleans(),
    st.just(True),
)
parts = st.fixed_dictionaries(
    {
        "title": texts(3),
        "alias": texts(2),
        "body": texts(12),
        "status": texts(2),
        "notes": texts(3),
        "kind": st.sampled_from(("channels", "actors")),
    }
)


def card_of(number: int, made: dict[str, str]) -> Card:
    fields = (Field("Status", made["status"], (), PLACE),)
    aliases = (made["alias"],) if made["alias"] else ()
    return Card(
        f"c{number}",
        made["title"],
        made["kind"],
        PLACE,
        fields,
        aliases,
        made["body"],
        Prose(made["body"]),
        Prose(made["notes"]),
    )


def agrees(term: Term, searched: list[str]) -> bool:
    return any(term.stands_in(plain(text)) for text in searched) != term.no


def has_all(query: list[Term], searched: list[str]) -> bool:
    return all(agrees(term, searched) for term in query)


@settings(max_examples=120)
@given(
    st.lists(parts, min_size=1, max_size=6),
    st.lists(texts(8).filter(bool), max_size=3),
    st.lists(terms, min_size=1, max_size=3),
    st.sampled_from(("", " kind:actor", " in:cards", " in:document")),
)
def test_a_search_that_reads_everything_agrees(
    made: list[dict[str, str]], lines: list[str], query: list[Term], narrowed: str
) -> None:
    cards = tuple(card_of(number, own) for number, own in enumerate(made))
    documents = (new_document("\n".join(lines), letter="Q"),) if lines else ()
    briefing = Briefing(
        "B", NoFiles(), kinds=KINDS, cards=cards, documents=documents, names=names_of(cards)
    )
    results = build_index(briefing, None, None).search(
        " ".join(term.typed() for term in query) + narrowed
    )
    expected = {
        f"c{number}"
        for number, own in enumerate(made)
        if has_all(query, [v for key, v in own.items() if key != "kind"])
        and narrowed != " in:document"
        and (narrowed != " kind:actor" or own["kind"] == "actors")
    } | {
        number
        for number, line in enumerate(lines, 1)
        if has_all(query, [line]) and narrowed in ("", " in:document")
    }
    if results.note:  # a slip was guessed, which happens only where nothing fits
        assert not expected
    else:
        found = [hit.card if isinstance(hit, CardHit) else hit.paragraph for hit in results.hits]
        assert set(found) == expected
        assert len(found) == len(expected) == results.total


QUERIES = st.recursive(
    terms.map(lambda term: ("term", term))
    | st.sampled_from(("hotl*", "talk*", "моск*", "r*")).map(lambda typed: ("begins", typed))
    | st.sampled_from(
        ("kind:actor", "in:cards", "in:document", "status:talks", "has:notes", "asof:2022", "Q1")
    ).map(lambda typed: ("filter", typed)),
    lambda inner: st.tuples(
        st.sampled_from(("all", "either", "not")), st.lists(inner, min_size=1, max_size=3)
    ),
    max_leaves=5,
)


@dataclass(frozen=True)
class Thing:
    """A card or a paragraph as the slow search sees it."""

    texts: tuple[str, ...]
    card: dict[str, str] | None = None
    number: int = 0


def typed(query: tuple[str, object]) -> str:
    """Write a query as a reader would type it."""
    name, inner = query
    match name:
        case "term":
            return inner.typed()  # type: ignore[attr-defined]
        case "begins" | "filter":
            return str(inner)
        case "not":
            return f"-({' '.join(map(typed, inner))})"  # type: ignore[call-overload]
        case "either":
            return f"({' OR '.join(map(typed, inner))})"  # type: ignore[call-overload]
    return f"({' '.join(map(typed, inner))})"  # type: ignore[call-overload]


def fits(query: tuple[str, object], thing: Thing) -> bool:
    """Tell by reading everything whether a thing is meant."""
    name, inner = query
    match name:
        case "term":
            return agrees(inner, list(thing.texts))  # type: ignore[arg-type]
        case "begins":
            (start,) = plain(str(inner))
            return any(
                word.startswith(start) or STEM(word) == STEM(start)
                for text in thing.texts
                for word in plain(text)
            )
        case "filter":
            return fits_filter(str(inner), thing)
        case "not":
            return not all(fits(part, thing) for part in inner)  # type: ignore[attr-defined]
        case "either":
            return any(fits(part, thing) for part in inner)  # type: ignore[attr-defined]
    return all(fits(part, thing) for part in inner)  # type: ignore[attr-defined]


def fits_filter(typed: str, thing: Thing) -> bool:
    card = thing.card
    if card is None:
        return typed == "in:document" or (typed == "Q1" and thing.number == 1)
    match typed:
        case "kind:actor":
            return card["kind"] == "actors"
        case "status:talks":
            return "talks" in plain(card["status"])
        case "has:notes":
            return bool(card["notes"].strip())
        case "asof:2022":
            return card["asof"] == "2022-05-01"
    return typed == "in:cards"


@settings(max_examples=100)
@given(
    st.lists(parts, min_size=1, max_size=5),
    st.lists(texts(8).filter(bool), min_size=1, max_size=3),
    st.lists(st.sampled_from(("2022-05-01", "2021-01-01", "")), min_size=5, max_size=5),
    QUERIES,
)
def test_every_operator_within_every_other_agrees(
    made: list[dict[str, str]], lines: list[str], days: list[str], query: tuple[str, object]
) -> None:
    made = [{**own, "asof": day} for own, day in zip(made, days, strict=False)]
    cards = tuple(dated(card_of(n, own), own["asof"]) for n, own in enumerate(made))
    briefing = Briefing(
        "B",
        NoFiles(),
        kinds=KINDS,
        cards=cards,
        documents=(new_document("\n".join(lines), letter="Q"),),
        names=names_of(cards),
    )
    results = build_index(briefing, None, None).search(typed(query))
    expected = {f"c{n}" for n, own in enumerate(made) if fits(query, Thing(searched(own), own))} | {
        n for n, line in enumerate(lines, 1) if fits(query, Thing((line,), None, n))
    }
    if "No exact match" in results.note:
        assert not expected
        return
    found = [hit.card if isinstance(hit, CardHit) else hit.paragraph for hit in results.hits]
    assert set(found) == expected
    assert len(found) == len(expected) == results.total


def searched(own: dict[str, str]) -> tuple[str, ...]:
    return tuple(value for key, value in own.items() if key != "kind")


def dated(card: Card, day: str) -> Card:
    return card._replace(fields=(*card.fields, Field("As of", day, (), PLACE)))
