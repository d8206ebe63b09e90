"""A briefing's folder -> the briefing: whole, or at first its outline."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefer.briefing.breakdown import CardDraft, Outline, breakdown_sources, outline_of
from briefer.briefing.cards import CardReader
from briefer.briefing.documents import read_document, read_metadata
from briefer.briefing.errors import FileProblem, UnreadableBriefing
from briefer.briefing.files import MANIFEST_LIMIT, Files, open_files
from briefer.briefing.halving import Half, can_halve
from briefer.briefing.key_problems import key_problems
from briefer.briefing.kinds import Kinds
from briefer.briefing.link_problems import link_problems, links_of
from briefer.briefing.manifest import MANIFEST, AgendaEntry, DocumentEntry, Manifest, read_manifest
from briefer.briefing.model import Agenda, Briefing, Card, Document, Kind, Place, Problem
from briefer.briefing.names import Names, names_of
from briefer.briefing.problems import by_place, problem
from briefer.briefing.relations import listings_of, ties_of
from briefer.briefing.suggestions import Suggestions
from briefer.language import tr

_OVERVIEW = "overview"
_MANY_VALUES = 100_000
_MANY_CARDS = 2_000  # a fork and what it tells cost some 50 ms
_ReadDocument = Callable[[Files, DocumentEntry], tuple[Document, tuple[Problem, ...]]]


def read_briefing(path: Path) -> Briefing:
    """Read the briefing at a path whole, with its problems sorted by file and line.

    Raises UnreadableBriefing when it has no readable briefing.toml or no cards.
    """
    with _no_collection():
        return Reading(path).whole()


def read_outline(path: Path) -> Briefing:
    """Read titles, ids and kinds of all cards, and whole only the card that is shown first.

    Documents above 1 MB are there without their text; `complete` is false. Raises
    UnreadableBriefing like `read_briefing`.
    """
    with _no_collection():
        return Reading(path).outline()


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the cycle collector from walking over a million new values again and again.

    Reading makes no cycles; with 10,000 cards the collector takes a third of the time. What is
    there afterwards it never looks at: once would take as long as reading a tenth of it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            if gc.get_count()[0] > _MANY_VALUES:
                gc.freeze()
            gc.enable()


class Reading:
    """A briefing whose manifest and outline are known, and whose cards wait to be read."""

    def __init__(self, path: Path) -> None:
        """Raises UnreadableBriefing when there is no readable briefing.toml, or no card."""
        self._files = open_files(path)
        self._problems: list[Problem] = []
        self._manifest = self._read_manifest()
        self._kinds = Kinds(self._manifest.kinds)
        self._cards = CardReader(self._kinds.headings)
        self._outline = self._read_outline()

    @property
    def count(self) -> int:
        """The number of its cards."""
        return len(self._outline.cards)

    def whole(self) -> Briefing:
        """Return the whole briefing; of very many cards, half are read by another process."""
        if self.count > _MANY_CARDS and can_halve():
            return self.joined(self._read_in_halves())
        return self.joined(self.cards(0, self.count))

    def _read_in_halves(self) -> tuple[Card, ...]:
        middle = self.count // 2
        half = Half(self, middle)
        cards = list(self.cards(0, middle))
        try:
            for _, some in half.pieces(self):
                cards += some
        except EOFError:  # no memory for two, or killed
            cards += self.cards(len(cards), self.count)
        return tuple(cards)

    def cards(self, start: int, end: int) -> tuple[Card, ...]:
        """Return some of the cards, whole; what is wrong with them gathers in `card_problems`."""
        return tuple(self._cards.card(draft) for draft in self._outline.cards[start:end])

    @property
    def card_problems(self) -> list[Problem]:
        """What was found wrong with the cards that were read."""
        return self._cards.problems

    def joined(self, cards: tuple[Card, ...]) -> Briefing:
        """Return the whole briefing, all of whose cards have been read."""
        documents = self._documents(read_document)
        kinds = self._kinds_of_cards()
        omissions = tuple(
            omission for part in self._outline.left_out for omission in self._cards.omissions(part)
        )
        names = names_of(cards)
        agendas = self._agendas(names)
        listings = listings_of(cards, kinds, names)
        ties = ties_of(cards, kinds, listings, names)
        self._problems.extend(self._cards.problems)
        self._problems.extend(link_problems(links_of(cards, kinds, omissions), listings, names))
        self._problems.extend(key_problems(cards, kinds))
        return self._briefing(
            kinds, cards, documents, agendas, names,
            omissions=omissions, relations=ties.relations, mentions=ties.mentions,
        )  # fmt: skip

    def outline(self) -> Briefing:
        """Return the briefing with the card to be shown first, and the outline of the others.

        What is wrong with that card is found again when it is read with the others.
        """
        documents = self._documents(read_metadata)
        shown = _shown_first(self._outline.cards)
        cards = tuple(
            self._cards.card(draft) if draft is shown else _unread(draft)
            for draft in self._outline.cards
        )
        names = names_of(cards)
        kinds = self._kinds_of_cards()
        agendas = self._agendas(names)
        return self._briefing(kinds, cards, documents, agendas, names, complete=False)

    def _briefing(
        self,
        kinds: tuple[Kind, ...],
        cards: tuple[Card, ...],
        documents: tuple[Document, ...],
        agendas: tuple[Agenda, ...],
        names: Names,
        **rest: object,
    ) -> Briefing:
        said = self._manifest
        return Briefing(
            title=said.title or self._files.path.name or "Briefing",
            files=self._files,
            subtitle=said.subtitle,
            language=said.language,
            authors=said.authors,
            as_of=said.as_of,
            marking=said.marking,
            paper=said.paper,
            stale_after_days=said.stale_after_days,
            kinds=kinds,
            cards=cards,
            documents=documents,
            agendas=agendas,
            names=names,
            problems=by_place(self._problems),
            **rest,  # type: ignore[arg-type]
        )

    def _read_manifest(self) -> Manifest:
        try:
            manifest = read_manifest(self._files.read(MANIFEST, MANIFEST_LIMIT))
        except FileProblem as error:
            raise UnreadableBriefing(*map(_no_briefing, error.problems)) from None
        self._problems.extend(manifest.problems)
        return manifest

    def _read_outline(self) -> Outline:
        sources, faults = breakdown_sources(self._files)
        self._problems.extend(faults)
        outline = outline_of(sources)
        self._problems.extend(outline.problems)
        if not outline.cards:
            if sources:
                said = tr(
                    "the breakdown has no cards; a card begins with a line such as “## Title”."
                )
                self._problems.append(problem("no-cards", Place(sources[0].file), said))
            raise UnreadableBriefing(*by_place(self._problems))
        return outline

    def _documents(self, read: _ReadDocument) -> tuple[Document, ...]:
        documents = []
        for entry in self._manifest.documents:
            document, faults = read(self._files, entry)
            documents.append(document)
            self._problems.extend(faults)
        return tuple(documents)

    def _kinds_of_cards(self) -> tuple[Kind, ...]:
        return tuple(
            self._kinds.kind(draft.heading, self._cards.introduction(draft), draft.place, turn)
            for turn, draft in enumerate(self._outline.kinds)
        )

    def _agendas(self, names: Names) -> tuple[Agenda, ...]:
        suggestions = Suggestions(names)
        return tuple(self._agenda(entry, names, suggestions) for entry in self._manifest.agendas)

    def _agenda(self, entry: AgendaEntry, names: Names, suggestions: Suggestions) -> Agenda:
        found = [(name, names.find(name)) for name in entry.cards]
        for name, card in found:
            if card is None:
                said = tr(
                    "the agenda “{id}” names the card “{name}”, which is not there.",
                    id=entry.id,
                    name=name[:80],
                )
                near = suggestions.sentence(name).replace("[[", "“").replace("]]", "”")
                self._problems.append(problem("agenda-unknown-card", entry.place, said + near))
        cards = tuple(card.id for _, card in found if card)
        return Agenda(entry.id, entry.title, entry.minutes, cards, entry.place)


def _no_briefing(trouble: Problem) -> Problem:
    """Say of a folder without a manifest what to do with it."""
    if trouble.code != "file-missing":
        return trouble
    ways = tr("Open a folder that holds one, or start a briefing from documents: File, New.")
    return trouble._replace(message=f"{trouble.message} {ways}")


def _shown_first(drafts: Iterable[CardDraft]) -> CardDraft:
    drafts = tuple(drafts)
    return next((draft for draft in drafts if draft.kind == _OVERVIEW), drafts[0])


def _unread(draft: CardDraft) -> Card:
    return Card(draft.id, draft.title, draft.kind, draft.place)
