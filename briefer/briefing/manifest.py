"""briefing.toml -> what the briefing says of itself, and its faults."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from briefer.briefing.decoding import decoded
from briefer.briefing.errors import UnreadableBriefing
from briefer.briefing.model import Place, Problem
from briefer.briefing.problems import problem
from briefer.briefing.toml_places import places_of
from briefer.briefing.toml_table import TomlTable
from briefer.language import tr

MANIFEST = "briefing.toml"
FORMAT = 1
PAPERS = ("a4", "us-letter")
PARAGRAPHS = ("lines", "blocks")
_SYNTAX_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


class DocumentEntry(NamedTuple):
    """A document as briefing.toml names it."""

    id: str
    title: str
    file: str
    paragraphs: str  # lines | blocks; "" when left out
    letter: str  # filled in where it is left out
    sha256: str  # "" when left out
    place: Place


class AgendaEntry(NamedTuple):
    """An ordered run of cards as written; they may not exist."""

    id: str
    title: str
    minutes: int | None
    cards: tuple[str, ...]
    place: Place


class KindEntry(NamedTuple):
    """A kind of the breakdown as briefing.toml shapes it; "" for what is left out."""

    heading: str
    singular: str
    icon: str
    color: str


class Manifest(NamedTuple):
    """All that briefing.toml says, with the format's defaults for what it does not."""

    title: str = ""
    subtitle: str = ""
    language: str = "en"
    authors: tuple[str, ...] = ()
    as_of: date | None = None
    marking: str = ""
    paper: str = "a4"
    stale_after_days: int = 0
    documents: tuple[DocumentEntry, ...] = ()
    agendas: tuple[AgendaEntry, ...] = ()
    kinds: tuple[KindEntry, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_manifest(data: bytes) -> Manifest:
    """Read the bytes of briefing.toml; raises FileProblem or UnreadableBriefing when none can."""
    text = decoded(data, MANIFEST)
    problems: list[Problem] = []
    table = TomlTable(_parsed(text), places_of(text, MANIFEST), problems, set())
    _check_format(table)
    manifest = Manifest(
        title=table.required("title"),
        subtitle=table.text("subtitle"),
        language=table.text("language", "en"),
        authors=table.texts("authors"),
        as_of=table.day("as_of"),
        marking=table.text("marking"),
        paper=table.choice("paper", PAPERS) or PAPERS[0],
        stale_after_days=table.number("stale_after_days") or 0,
        documents=_documents(table),
        agendas=_agendas(table),
        kinds=_kinds(table),
    )
    table.refuse_unknown()
    return manifest._replace(problems=tuple(problems))


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableBriefing(_syntax(str(error))) from None
    except (RecursionError, ValueError, OverflowError, MemoryError) as error:
        said = tr("nested too deeply") if isinstance(error, RecursionError) else str(error)
        raise UnreadableBriefing(_syntax(said)) from None


def _syntax(said: str) -> Problem:
    found = _SYNTAX_PLACE.search(said)
    place = Place(MANIFEST, int(found[1]), int(found[2])) if found else Place(MANIFEST)
    reason = _SYNTAX_PLACE.sub("", said).removesuffix(" (at end of document)")
    return problem(
        "manifest-syntax",
        place,
        tr("{file} is not valid TOML: {reason}.", file=MANIFEST, reason=reason),
    )


def _check_format(table: TomlTable) -> None:
    version = table.number("format")
    if version is not None and version > FORMAT:
        said = tr(
            "format = {version} is newer than this version of Briefer; some of it may not show.",
            version=version,
        )
        table.say("manifest-format", "format", said)
    elif version is not None and version < FORMAT:
        table.say(
            "manifest-bad-value",
            "format",
            tr("format = {version} does not exist; write 1.", version=version),
        )


def _documents(table: TomlTable) -> tuple[DocumentEntry, ...]:
    from briefer.briefing.letters import free_letters

    tables = table.tables("documents")
    if not tables and "documents" not in table.data:
        said = tr(
            "briefing.toml names no document; add [[documents]] with an id, a title and a file."
        )
        table.say("manifest-missing", "documents", said)
    ids, letters = _Unique(), _Unique()
    own = [letters.take(each, "letter", each.pattern("letter", _LETTER)) for each in tables]
    free = free_letters(frozenset(own))
    return tuple(
        _document(each, ids, letter or next(free)) for each, letter in zip(tables, own, strict=True)
    )


_ID = re.compile(r"[a-z0-9-]+")
_LETTER = re.compile(r"[A-Z]{1,3}")
_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class _Unique:
    """Ids or letters that may be given once; the second becomes `x-2`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, table: TomlTable, key: str, value: str) -> str:
        """Return the value, or "" for a doubled letter, or `x-2` for a doubled id."""
        if value and value in self._taken:
            said = tr(
                "the {key} “{value}” is given twice; every {key} must be its own.",
                key=key,
                value=value,
            )
            table.say("manifest-double", key, said)
            value = "" if key == "letter" else self._next(value)
        self._taken.add(value)
        return value

    def _next(self, value: str) -> str:
        turn = 2
        while f"{value}-{turn}" in self._taken:
            turn += 1
        return f"{value}-{turn}"


def _document(table: TomlTable, ids: _Unique, letter: str) -> DocumentEntry:
    given = table.pattern("id", _ID, required=True) or f"document-{letter.lower()}"
    file = table.required("file")
    entry = DocumentEntry(
        id=ids.take(table, "id", given),
        title=table.text("title") or file or given,
        file=file,
        paragraphs=table.choice("paragraphs", PARAGRAPHS),
        letter=letter,
        sha256=table.pattern("sha256", _SHA256).lower(),
        place=table.place("file"),
    )
    if "title" not in table.data:
        table.say(
            "manifest-missing",
            "title",
            tr("the document “{id}” has no title; add one.", id=entry.id),
        )
    table.refuse_unknown()
    return entry


def _agendas(table: TomlTable) -> tuple[AgendaEntry, ...]:
    ids = _Unique()
    return tuple(_agenda(each, ids) for each in table.tables("agendas"))


def _agenda(table: TomlTable, ids: _Unique) -> AgendaEntry:
    given = table.pattern("id", _ID, required=True) or "agenda"
    entry = AgendaEntry(
        id=ids.take(table, "id", given),
        title=table.text("title") or given,
        minutes=table.number("minutes"),
        cards=table.texts("cards"),
        place=table.place("cards"),
    )
    table.refuse_unknown()
    return entry


def _kinds(table: TomlTable) -> tuple[KindEntry, ...]:
    kinds = tuple(_kind(each) for each in table.tables("kinds"))
    return tuple(kind for kind in kinds if kind.heading)


def _kind(table: TomlTable) -> KindEntry:
    entry = KindEntry(
        heading=table.required("heading"),
        singular=table.text("singular"),
        icon=table.text("icon"),
        color=table.pattern("color", _COLOR).lower(),
    )
    table.refuse_unknown()
    return entry
