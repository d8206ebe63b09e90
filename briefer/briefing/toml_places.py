"""The text of a TOML file -> the lines where its keys first stand, found by a scan."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.briefing.model import Place

_LINE = re.compile(
    r"^[ \t]*(?:(\[\[?)[ \t]*([^\[\]\n]*?)[ \t]*\]|[\"']?([\w-]+)[\"']?[ \t]*[.=])", re.MULTILINE
)


class TomlPlaces(NamedTuple):
    """Where keys stand: by table, the table's turn among those of its name, and key."""

    file: str
    lines: dict[tuple[str, int, str], int]

    def of(self, key: str, table: str = "", turn: int = 0) -> Place:
        """Return the place of a key, else of its table, else of the file as a whole."""
        line = self.lines.get((table, turn, key)) or self.lines.get((table, turn, ""))
        return Place(self.file, line or self.lines.get(("", 0, table), 0))


def places_of(text: str, file: str) -> TomlPlaces:
    """Return the places of a TOML text's keys and of its tables (as the key "")."""
    places = TomlPlaces(file, {})
    turns: dict[str, int] = {}
    table, turn, line, last = "", 0, 1, 0
    for match in _LINE.finditer(text):
        line, last = line + text.count("\n", last, match.start()), match.start()
        if match[1]:
            table, turn = match[2], turns.get(match[2], 0)
            turns[table] = turn + 1
        places.lines.setdefault((table, turn, match[3] or ""), line)
    return places
