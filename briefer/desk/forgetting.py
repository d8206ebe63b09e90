"""What the reader wants forgotten -> tables without it."""

from __future__ import annotations

from sqlite3 import Connection

from briefer.desk.briefings import forget_visits
from briefer.desk.changes import Traces

_TABLES = {
    Traces.READING: ("seen", "seen_words", "known"),
    Traces.PICKS: ("picks", "lists"),
    Traces.NOTES: ("notes",),
}


def forget(connection: Connection, traces: frozenset[Traces]) -> None:
    """Wipe these traces in all briefings; a briefing of which nothing is left goes too."""
    for trace in sorted(traces - {Traces.VISITS}):
        for table in _TABLES[trace]:
            connection.execute(f"DELETE FROM {table}")
    if Traces.VISITS in traces:
        forget_visits(connection)
    if traces == set(Traces):
        connection.execute("DELETE FROM briefings")
