"""Results, recent searches or commands -> the rows of the list below the search box."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.briefing.model import Briefing, Kind
from briefer.desktop.action_set import Command
from briefer.desktop.overrides import override
from briefer.desktop.paragraph_names import find_paragraph
from briefer.desktop.search_box_filters import heading_of_texts, operator_of
from briefer.language import grouped, in_sentence, ntr, tr
from briefer.search.model import NOT_YET, CardHit, Group, Hit, Part, PassageHit, Results, Snippet

_FROM = {
    Part.NOTES: tr("Speaker notes"),
    Part.ALIASES: tr("Also known as"),
    Part.FIELDS: tr("Fields"),
}
_TOP = QModelIndex()
_OPENING = 200  # code points of a paragraph that is named
_NOT_CHOSEN = Qt.ItemFlag.NoItemFlags
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """What the rows below it are; it cannot be chosen."""

    words: str
    count: str = ""
    kind: Kind | None = None

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return f"{self.words}, {self.count}" if self.count else self.words


@dataclass(frozen=True, slots=True)
class HitRow:
    """A card or a passage that was found; `kind` is None for a passage."""

    hit: Hit
    kind: Kind | None
    origin: str  # "Channel", or "A1" for a passage

    @property
    def said(self) -> str:
        """What a screen reader says."""
        shown = ": ".join(filter(None, (part_of(self.hit), self.hit.snippet.text)))
        if isinstance(self.hit, CardHit):
            return f"{self.hit.title}, {self.origin}. {shown}"
        return f"{self.origin}. {shown}"


@dataclass(frozen=True, slots=True)
class ShowAllRow:
    """The way to all hits of a group that has more than are shown."""

    said: str  # what is read, and what a screen reader says
    operator: str  # what restricts the query to the group; "" where it finds nothing else


def part_of(hit: Hit) -> str:
    """Return what a snippet is from, when that is not what one reads first."""
    return tr("My notes") if hit.snippet.mine else _FROM.get(hit.snippet.part, "")


@dataclass(frozen=True, slots=True)
class CommandRow:
    """Something that the window can do."""

    words: str
    keys: str
    run: Callable[[], object]

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return f"{self.words}, {self.keys}" if self.keys else self.words


@dataclass(frozen=True, slots=True)
class RecentRow:
    """A search that was made before."""

    query: str

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.query


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A way to ask: what to type, and what it does."""

    typed: str
    meaning: str

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return f"{self.typed}: {self.meaning}"


Row = HeadingRow | HitRow | ShowAllRow | CommandRow | RecentRow | ExampleRow

EXAMPLES = (
    ExampleRow('"exact words"', tr("these words, one after the other")),
    ExampleRow("-word", tr("without this word")),
    ExampleRow("one OR other", tr("at least one of them")),
    ExampleRow("kind:actor", tr("cards of one kind")),
    ExampleRow("in:document", tr("passages of the text only")),
    ExampleRow("in:notes", tr("speaker notes only")),
    ExampleRow("A1", tr("a paragraph, and the cards that cite it")),
    ExampleRow("is:single-source", tr("cards that rest on one source")),
    ExampleRow(">", tr("everything that the window can do")),
)


class SearchResultsModel(QAbstractListModel):
    """A thin view of a tuple of rows; ValueRole returns the row itself."""

    ValueRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        """Show more rows below those that are there."""
        if rows:
            start = len(self._rows)
            self.beginInsertRows(_TOP, start, start + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def replace_rows(self, start: int, rows: tuple[Row, ...]) -> None:
        """Show these rows in place of as many from `start` on."""
        end = start + len(rows)
        self._rows = (*self._rows[:start], *rows, *self._rows[end:])
        self.dataChanged.emit(self.index(start, 0), self.index(end - 1, 0))

    def rows(self) -> tuple[Row, ...]:
        """Return what is shown."""
        return self._rows

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == self.ValueRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.said
        return None

    @override
    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], HeadingRow):
            return _NOT_CHOSEN
        return _CHOSEN


def rows_of_results(results: Results, briefing: Briefing) -> tuple[Row, ...]:
    """Return the hits under the headings of their kinds; a paragraph that is named comes first.

    A group ends with the way to those of its hits that are beyond the limit.
    """
    rows: list[Row] = [*_named_paragraph(results.query, briefing)]
    for group, kind in _with_kinds(results, briefing):
        heading = kind.heading if kind else heading_of_texts(briefing)
        rows.append(HeadingRow(heading, _count(len(group.hits), group.total), kind))
        rows += _hit_rows(group, kind)
        if len(group.hits) < group.total:
            operator = operator_of(kind) if len(results.groups) > 1 else ""
            rows.append(ShowAllRow(_show_all(group.total, kind, briefing), operator))
    nothing = HeadingRow(tr("Nothing found for “{query}”", query=results.query.strip()), "", None)
    return tuple(rows) or (nothing,)


def rows_of_everything(results: Results, briefing: Briefing) -> tuple[HitRow, ...]:
    """Return a row for every hit, one like the other, those that nobody has looked into too."""
    groups = _with_kinds(results, briefing)
    return tuple(row for group, kind in groups for row in _hit_rows(group, kind))


def _with_kinds(results: Results, briefing: Briefing) -> Iterator[tuple[Group, Kind | None]]:
    kinds = {kind.id: kind for kind in briefing.kinds}
    return ((group, kinds.get(group.kind)) for group in results.groups)


def _hit_rows(group: Group, kind: Kind | None) -> Iterator[HitRow]:
    return (HitRow(hit, kind, _origin(hit, kind)) for hit in group.hits)


def _show_all(total: int, kind: Kind | None, briefing: Briefing) -> str:
    if kind is None:
        where = in_sentence(heading_of_texts(briefing))
        return ntr(
            "Show {n} passage of the {where}",
            "Show all {n} passages of the {where}",
            total,
            where=where,
        )
    names = {"one": in_sentence(kind.singular), "many": in_sentence(kind.heading)}
    return ntr("Show {n} {one}", "Show all {n} {many}", total, **names)


def _named_paragraph(query: str, briefing: Briefing) -> tuple[Row, ...]:
    """Return the row that leads to the paragraph when a query is nothing but its name: A12."""
    name = query.strip()
    found = find_paragraph(name, briefing.documents) if name[:1].isalpha() else None
    document = briefing.document(found[0]) if found else None
    if found is None or document is None:
        return ()
    number = found[1]
    span = document.paragraphs[number - 1].span
    words = " ".join(document.text[span.start : min(span.end, span.start + _OPENING)].split())
    snippet = Snippet(words if span.end - span.start <= _OPENING else f"{words} …")
    hit = PassageHit(document.id, document.letter, number, span, 0.0, snippet)
    return HeadingRow(tr("Go to the paragraph")), HitRow(hit, None, f"{document.letter}{number}")


def looked_into(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows up to the first hit whose snippet is not there yet."""
    end = next((n for n, row in enumerate(rows) if is_waiting(row)), len(rows))
    while 0 < end < len(rows) and isinstance(rows[end - 1], HeadingRow):
        end -= 1
    return rows[:end]


def is_waiting(row: Row) -> bool:
    """Tell whether nobody has looked into a hit yet."""
    return isinstance(row, HitRow) and row.hit.snippet is NOT_YET


def rows_of_commands(commands: tuple[Command, ...], typed: str) -> tuple[Row, ...]:
    """Return the commands that have all the typed words, in their name before what they do."""
    wanted = typed.casefold().split()
    start = " ".join(wanted)
    ranked = []
    for command in commands:
        name, sentence = command.words.casefold(), command.sentence.casefold()
        if not all(word in name or word in sentence for word in wanted):
            continue
        rank = 2 - all(word in name for word in wanted) - name.startswith(start)
        ranked.append((rank, CommandRow(command.words, command.keys, command.run)))
    rows = tuple(row for _, row in sorted(ranked, key=lambda each: each[0]))
    return rows or (
        HeadingRow(tr("Nothing in the menus is called “{query}”", query=typed.strip())),
    )


def rows_of_recent(queries: tuple[str, ...]) -> tuple[Row, ...]:
    """Return recent searches, and ways to ask."""
    examples = (HeadingRow(tr("Ways to ask")), *EXAMPLES)
    if not queries:
        return examples
    return (HeadingRow(tr("Recent searches")), *map(RecentRow, queries), *examples)


def _origin(hit: Hit, kind: Kind | None) -> str:
    if isinstance(hit, CardHit):
        return kind.singular if kind else ""
    return f"{hit.letter}{hit.paragraph}"


def _count(shown: int, total: int) -> str:
    return (
        f"{total:,}"
        if shown in (0, total)
        else tr("{shown} of {total}", shown=shown, total=grouped(total))
    )
