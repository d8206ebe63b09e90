"""A query's tree -> tantivy's query; it never sees what was typed.

Scores say where and how a word was found: title and aliases before summary before body, the word
itself before other endings of it before typing slips.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from briefer.search.building import stored_tag
from briefer.search.model import PASSAGE, Part
from briefer.search.stemming import Stem
from briefer.search.tree import (
    All,
    Dated,
    Either,
    Filter,
    Near,
    Node,
    Not,
    Noted,
    Scope,
    Signs,
    Tagged,
    Text,
)  # fmt: skip

if TYPE_CHECKING:
    import tantivy

WEIGHTS: Mapping[str, float] = {
    Part.TITLE: 64,
    Part.ALIASES: 60,
    Part.SUMMARY: 16,
    Part.BODY: 6,
    PASSAGE: 6,
    Part.FIELDS: 3,
    Part.NOTES: 1.5,
}
_OTHER_ENDING, _BEGINNING, _SLIP = 0.9, 0.8, 0.5
_PASSAGE = 100.0  # a paragraph named by its number
_COMMON = 0.02  # how much of tantivy's own score decides between equals
_MOST_ENDINGS = 10_000  # that tantivy follows in a phrase; with more, they are not looked at
_LATER = "\U0010ffff"


class Lexicon:
    """All words of an index, and which of them are forms of one word."""

    def __init__(
        self, words: tuple[str, ...], stem: Stem, families: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.words = words  # sorted
        self._stem = stem
        self._families = families

    def has(self, word: str) -> bool:
        """Tell whether the word stands somewhere in the briefing."""
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the other words with the same stem."""
        stem = self._stem(word)
        alone = (stem,) if self.has(stem) else ()  # its own stem, and of no family
        return tuple(form for form in self._families.get(stem, alone) if form != word)

    def beginning(self, prefix: str) -> Sequence[str]:
        """Return the words that begin like this."""
        return self.words[
            bisect_left(self.words, prefix) : bisect_left(self.words, prefix + _LATER)
        ]


class Matching:
    """Builds tantivy queries over one schema and one lexicon."""

    def __init__(self, schema: tantivy.Schema, lexicon: Lexicon) -> None:
        import tantivy

        self._schema, self._lexicon = schema, lexicon
        self._query, self._occur = tantivy.Query, tantivy.Occur
        self._integer = tantivy.FieldType.Integer

    def query(self, node: Node, parts: tuple[str, ...] = tuple(Part)) -> tantivy.Query:
        """Return tantivy's query for a tree whose filters are looked up, over these fields."""
        match node:
            case Text():
                return self._any([self._text(node, part) for part in parts])
            case Near(_, words):
                found = [self._word(w, part, _SLIP) for w in words for part in parts]
                return self._any(found)
            case Signs(_, signs):
                return self._every([self._tag((f"sign:{sign}",)) for sign in signs], [])
            case Tagged(tags, _):
                return self._tag(tags)
            case Noted(notes, _, _):
                return self._tag(tuple(tag for tag, _ in notes))
            case Dated():
                return self._days(node)
            case Scope(own, _):
                return self._scope(own)
            case Not(inner):
                return self._every([], [self.query(inner, parts)])
            case Either(nodes):
                return self._any([self.query(inner, parts) for inner in nodes])
            case All(nodes):
                return self._all(nodes, parts)
            case Filter():
                return self._query.empty_query()
        assert_never(node)

    def only(self, query: tantivy.Query, tag: str) -> tantivy.Query:
        """Return the query kept to the entries with a tag."""
        return self._every([query, self._tag((tag,))], [])

    def _all(self, nodes: tuple[Node, ...], parts: tuple[str, ...]) -> tantivy.Query:
        scopes = [node for node in nodes if isinstance(node, Scope)]
        words = [node for node in nodes if isinstance(node, Text | Near)]
        if scopes:
            parts = tuple(part for part in parts if all(part in scope.parts for scope in scopes))
        wanted = [n for n in nodes if not isinstance(n, Not) and not (words and n in scopes)]
        unwanted = [n.node for n in nodes if isinstance(n, Not)]
        return self._every(
            [self.query(node, parts) for node in wanted],
            [self.query(node, parts) for node in unwanted],
        )

    def _every(self, wanted: list[tantivy.Query], unwanted: list[tantivy.Query]) -> tantivy.Query:
        if not wanted:
            wanted = [self._query.const_score_query(self._query.all_query(), 0.0)]
        return self._query.boolean_query(
            [(self._occur.Must, query) for query in wanted]
            + [(self._occur.MustNot, query) for query in unwanted]
        )

    def _any(self, queries: list[tantivy.Query]) -> tantivy.Query:
        return self._query.disjunction_max_query(queries, 0.01)

    def _text(self, text: Text, part: str) -> tantivy.Query:
        if len(text.tokens) > 1:
            return self._phrase(text, part)
        return self._any(self._words(text, part))

    def _words(self, text: Text, part: str) -> list[tantivy.Query]:
        (token,) = text.tokens
        found = [self._word(token, part, 1.0)]
        if not text.quoted:
            found += [self._word(form, part, _OTHER_ENDING) for form in self._lexicon.forms(token)]
        if text.prefix:
            beginning = self._query.fuzzy_term_query(
                self._schema, part, token, distance=0, prefix=True
            )
            found.append(self._weighed(beginning, part, _BEGINNING))
        return found

    def _word(self, token: str, part: str, share: float) -> tantivy.Query:
        term = self._query.term_query(self._schema, part, token)
        scored = self._query.boost_query(term, _COMMON * share)
        exact = self._weighed(term, part, share)
        return self._query.boolean_query([(self._occur.Must, exact), (self._occur.Should, scored)])

    def _phrase(self, text: Text, part: str) -> tantivy.Query:
        *first, last = text.tokens
        found = [(last, 1.0)]
        if not text.quoted:
            found += [(form, _OTHER_ENDING) for form in self._lexicon.forms(last)]
        queries = [
            self._weighed(self._query.phrase_query(self._schema, part, [*first, word]), part, share)
            for word, share in found
        ]
        if text.prefix and (ends := self._lexicon.beginning(last)):
            queries.append(self._weighed(self._ending(first, last, ends, part), part, _BEGINNING))
        return self._any(queries)

    def _ending(self, first: list[str], last: str, ends: Sequence[str], part: str) -> tantivy.Query:
        """Return a phrase whose last word may go on; tantivy's own stops at 50 endings."""
        words: list[str | tuple[int, str]] = [*first, last]
        if len(ends) > _MOST_ENDINGS:
            return self._every([self._word(word, part, 1.0) for word in first], [])
        if len(ends) <= 50:
            return self._query.phrase_prefix_query(self._schema, part, words)
        return self._query.regex_phrase_query(self._schema, part, [*first, last + ".*"])

    def _weighed(self, query: tantivy.Query, part: str, share: float) -> tantivy.Query:
        return self._query.const_score_query(query, WEIGHTS[part] * share)

    def _tag(self, tags: tuple[str, ...]) -> tantivy.Query:
        named = any(tag.startswith("at:") for tag in tags)
        queries = [self._query.term_query(self._schema, "tag", stored_tag(tag)) for tag in tags]
        score = _PASSAGE if named else 0.0
        return self._any(
            [
                self._query.const_score_query(query, score if tag.startswith("at:") else 0.0)
                for tag, query in zip(tags, queries, strict=True)
            ]
        )

    def _days(self, dated: Dated) -> tantivy.Query:
        days = self._query.range_query(
            self._schema, "day", self._integer, max(dated.first, 1), dated.last
        )
        return self._query.const_score_query(days, 0.0)

    def _scope(self, parts: tuple[str, ...]) -> tantivy.Query:
        if Part.NOTES in parts:
            return self._tag(("has:notes",))
        return self._tag(("type:card",))
