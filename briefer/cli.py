"""The command line -> one of Briefer's commands, its exit code, and sentences for people.

Exit codes: 0 done; 1 the briefing has errors, or a file was not written; 2 the briefing could not
be read, the command line was not understood, or there is no screen for a window.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import __version__

if TYPE_CHECKING:
    import argparse
    from datetime import date
    from typing import TextIO

    from briefer.briefing.model import Briefing, Problem

USAGE = """\
usage: briefer [--private] [PATH]     open the window; PATH is a folder, a .briefing file, or
                                      nothing for the one that was open last, at first the
                                      built-in briefing; private keeps nothing of the reader's
       briefer present [PATH]         start presenting
       briefer check [PATH] [--json] [--against FILE --document ID]
                                      compare quotations, links and coverage
       briefer pdf PATH -o FILE       print briefing sheets (briefer pdf --help)
       briefer search PATH QUERY [--json] [--limit N]
                                      find in cards and documents
       briefer new FOLDER --document FILE...
                                      start a briefing from documents
       briefer pack FOLDER -o FILE    write a .briefing, one file to send
       briefer --version
PATH may be the word built-in."""

WITHOUT_SCREEN = (
    "briefer: there is no screen to open a window on. "
    "These commands need none: briefer check, pdf, search, new, pack."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None and words and words[0] in COMMANDS and words[0] != "present":
        from briefer.guard.limits import limit_memory
        from briefer.guard.network import deny_network

        limit_memory()
        deny_network()  # the window commands do it once they are connected to the display
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _dispatch(words)
    except BrokenPipeError:  # the reader of our output left, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _dispatch(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in COMMANDS:
        return COMMANDS[first](words[1:])
    if first in {"-h", "--help"}:
        print(USAGE)
        return 0
    if first == "--version":
        print(f"briefer {__version__}")
        return 0
    return _window(words, command="open")


def _window(words: list[str], *, command: str) -> int:
    private = words[:1] == ["--private"]
    words = words[1:] if private else words
    if words and words[0] == "--":
        words = words[1:]
    elif words and words[0].startswith("-"):
        return _misused(f"there is no option {words[0]}")
    if len(words) > 1:
        return _misused(f"one PATH is enough; {words[1]} is one too many")
    if not _has_screen():
        print(WITHOUT_SCREEN, file=sys.stderr)
        return 2
    from platformdirs import PlatformDirs

    from briefer.app import run

    folders = PlatformDirs("briefer", appauthor=False)
    return run(
        _path(words[0]) if words else None,
        command=command,
        private=private,
        data_folder=folders.user_data_path,
        cache_folder=folders.user_cache_path,
    )


def _present(words: list[str]) -> int:
    return _window(words, command="present")


def _check(words: list[str]) -> int:
    parser = _parser("check", "Compare quotations, links and coverage with the documents.")
    parser.add_argument("path", nargs="?", default="built-in", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="print the report as one JSON object")
    parser.add_argument("--against", type=Path, metavar="FILE", help="a document's new version")
    parser.add_argument("--document", metavar="ID", help="which document it is a version of")
    chosen = parser.parse_args(words)
    if (chosen.against is None) != (chosen.document is None):
        parser.error("--against and --document belong together")
    from briefer.briefing.errors import UnreadableBriefing

    try:
        briefing = _read(chosen.path)
    except UnreadableBriefing as error:
        return _unreadable(chosen.path, error.problems, as_json=chosen.json)
    if chosen.against is not None:
        return _check_against(briefing, chosen.document, chosen.against)
    return _print_report(briefing, as_json=chosen.json)


def _print_report(briefing: Briefing, *, as_json: bool) -> int:
    from briefer.evidence.checker import check
    from briefer.evidence.printing import report_json, report_lines

    report = check(briefing, today=_today())
    if as_json:
        _print_json(report_json(briefing, report))
    else:
        _print_lines(report_lines(briefing, report))
    return 0 if report.ok else 1


def _check_against(briefing: Briefing, document_id: str, path: Path) -> int:
    from briefer.evidence.checker import check
    from briefer.evidence.versions import compare_with_file, version_lines

    comparison = compare_with_file(briefing, check(briefing), document_id, path)
    _print_lines(version_lines(comparison))
    return 0 if comparison.ok else 1


def _pdf(words: list[str]) -> int:
    from briefer.sheet_arguments import add_sheet_arguments

    parser = _parser("pdf", "Print briefing sheets to a file.")
    add_sheet_arguments(parser)
    chosen = parser.parse_args(words)
    from briefer.briefing.errors import UnreadableBriefing
    from briefer.sheet_command import STOPPED, print_briefing

    try:
        return print_briefing(chosen, _read(chosen.path), _today(), _data_folder)
    except UnreadableBriefing as error:
        return _unreadable(chosen.path, error.problems)
    except KeyboardInterrupt:
        print("briefer pdf: stopped; nothing was written.", file=sys.stderr)
        return STOPPED


def _search(words: list[str]) -> int:
    parser = _parser(
        "search", "Find in cards and documents.", usage="PATH QUERY [--json] [--limit N]"
    )
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--json", action="store_true", help="print every hit as one JSON object")
    parser.add_argument("--limit", type=_count, metavar="N", help="print at most N hits")
    options, query = _split_query(words)
    chosen = parser.parse_args(options)
    if query is None:
        parser.error("the following arguments are required: QUERY")
    from briefer.briefing.errors import UnreadableBriefing
    from briefer.evidence.checker import check
    from briefer.search.index import build_index
    from briefer.search.printing import results_json, results_lines

    try:
        briefing = _read(chosen.path)
    except UnreadableBriefing as error:
        return _unreadable(chosen.path, error.problems)
    limit = chosen.limit if chosen.limit is not None else None if chosen.json else 20
    results = build_index(briefing, check(briefing), None).search(query, limit=limit)
    if chosen.json:
        _print_json(results_json(results))
    else:
        _print_lines(results_lines(results))
    return 0


def _count(text: str) -> int:
    """Read how many hits are wanted."""
    import argparse

    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no number of hits")
    return int(text)


def _split_query(words: list[str]) -> tuple[list[str], str | None]:
    """Return the options with PATH, and the query: what follows PATH, or stands behind "--".

    Options after the query are taken too, as the usage line shows them.
    """
    if "--" in words:
        cut = words.index("--")
        before, behind = words[:cut], words[cut + 1 :]
    else:
        before, behind = words, []
    options, plain = _options_and_words(before)
    path, *query = [*plain, *behind] or [""]
    paths = [path] if plain or behind else []
    return [*options, *paths], " ".join(query) if query else None


def _options_and_words(words: list[str]) -> tuple[list[str], list[str]]:
    options: list[str] = []
    plain: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--limit":
            options += [word, *([value] if (value := next(waiting, None)) is not None else [])]
        elif word in {"--json", "-h", "--help"} or word.startswith("--limit="):
            options.append(word)
        else:
            plain.append(word)
    return options, plain


def _new(words: list[str]) -> int:
    parser = _parser("new", "Start a briefing from documents.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--document", type=Path, nargs="+", action="extend", required=True)
    chosen = parser.parse_args(words)
    from briefer.briefing.errors import BrieferError
    from briefer.briefing.starting import start_briefing

    try:
        start_briefing(chosen.folder, chosen.document)
    except BrieferError as error:
        print(f"briefer new: {error}", file=sys.stderr)
        return 1
    print(f"{chosen.folder} is ready. Open it with: briefer {chosen.folder}")
    return 0


def _pack(words: list[str]) -> int:
    parser = _parser("pack", "Write a briefing as one .briefing file.")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    chosen = parser.parse_args(words)
    from briefer.briefing.errors import CannotPack, UnreadableBriefing
    from briefer.briefing.packing import pack, packed_lines

    try:
        packed = pack(_read(chosen.folder), chosen.output)
    except UnreadableBriefing as error:
        return _unreadable(chosen.folder, error.problems)
    except CannotPack as error:
        _print_lines((f"briefer pack: {p.message}" for p in error.problems), to=sys.stderr)
        return 1
    _print_lines(packed_lines(packed, chosen.output))
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "present": _present,
    "check": _check,
    "pdf": _pdf,
    "search": _search,
    "new": _new,
    "pack": _pack,
}


def _parser(command: str, sentence: str, usage: str | None = None) -> argparse.ArgumentParser:
    import argparse

    full = None if usage is None else f"briefer {command} {usage}"
    return argparse.ArgumentParser(
        prog=f"briefer {command}", description=sentence, usage=full, allow_abbrev=False
    )


def _read(path: str) -> Briefing:
    from briefer.briefing.reading import read_briefing

    return read_briefing(_path(path))


def _path(text: str) -> Path:
    from briefer.resources import built_in_briefing

    return built_in_briefing() if text == "built-in" else Path(text)


def _data_folder() -> Path:
    from platformdirs import PlatformDirs

    return PlatformDirs("briefer", appauthor=False).user_data_path


def _today() -> date:
    """Return the day that SOURCE_DATE_EPOCH names, so that output can be made again, or today."""
    from datetime import UTC, date, datetime

    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    return date.today()


def _has_screen() -> bool:
    """Tell whether a window can be opened; only on Linux and its like may there be no screen."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    if os.environ.get("WAYLAND_DISPLAY"):
        return True
    return _answers(os.environ.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Tell whether a local X server answers; one elsewhere is left for Qt to try."""
    import socket

    host, _, number = display.rpartition(":")
    if host not in {"", "unix"}:
        return bool(number)
    if not number:
        return False
    name = f"/tmp/.X11-unix/X{number.split('.')[0]}"
    for address in (name, "\0" + name):
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex(address) == 0:
                return True
    return False


def _misused(complaint: str) -> int:
    print(f"briefer: {complaint}.\n{USAGE}", file=sys.stderr)
    return 2


def _unreadable(path: str, problems: Iterable[Problem], *, as_json: bool = False) -> int:
    from briefer.evidence.printing import problem_line, unreadable_json

    if as_json:
        _print_json(unreadable_json(path, tuple(problems)))
    else:
        _print_lines((problem_line(problem) for problem in problems), to=sys.stderr)
    return 2


def _print_lines(lines: Iterable[str], to: TextIO | None = None) -> None:
    for line in lines:
        print(line, file=to)


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))
