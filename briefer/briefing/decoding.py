"""Bytes -> text: UTF-8, no byte order mark, lines that end in `\\n`."""

from __future__ import annotations

from briefer.briefing.errors import FileProblem
from briefer.briefing.model import Place, Problem
from briefer.briefing.problems import problem
from briefer.language import tr

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file; raises FileProblem naming the first byte that is not UTF-8."""
    try:
        return _cleaned(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise FileProblem(_not_utf_8(data, error.start, name)) from None


def decoded_anyway(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the text with U+FFFD for what is not UTF-8, and the problem that this is."""
    try:
        return decoded(data, name), ()
    except FileProblem as error:
        return _cleaned(data.decode("utf-8", "replace")), error.problems


def _cleaned(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf_8(data: bytes, offset: int, name: str) -> Problem:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    wide = tr(" It looks like UTF-16.") if data.startswith(_WIDE_MARKS) else ""
    message = tr(
        "{name} is not UTF-8: the byte at offset {offset} is 0x{byte:02X}.{wide} Save "
        "it again as UTF-8.",
        name=name,
        offset=offset,
        byte=data[offset],
        wide=wide,
    )
    return problem("not-utf-8", Place(name, line), message)
