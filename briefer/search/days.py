"""`asof:` values -> days, as proleptic ordinals."""

from __future__ import annotations

import re
from datetime import date

from briefer.language import tr
from briefer.search.tree import Dated

_EARLIEST, _LATEST = 1, date.max.toordinal()
_RANGE = re.compile(r"(?P<sign>[<>]=?)?(?P<first>[\d-]*)(?P<to>\.\.)?(?P<last>[\d-]*)")


def as_of(value: str) -> Dated | None:
    """Return `2022`, `2022-02`, `<2022-02-24`, `>=2020`, `2015..2022`, `..2022` as days."""
    match = _RANGE.fullmatch(value.strip())
    if match is None or (match["sign"] and match["to"]) or (match["last"] and not match["to"]):
        return None
    first, last = _days(match["first"]), _days(match["last"])
    if (match["first"] and not first) or (match["last"] and not last) or not (first or last):
        return None
    if match["to"]:
        return _between(match["first"], match["last"], first, last)
    assert first is not None
    day = match["first"]
    bounds = {
        "": (*first, tr("as of {day}", day=day)),
        "<": (_EARLIEST, first[0] - 1, tr("as of before {day}", day=day)),
        "<=": (_EARLIEST, first[1], tr("as of {day} or earlier", day=day)),
        ">": (first[1] + 1, _LATEST, tr("as of after {day}", day=day)),
        ">=": (first[0], _LATEST, tr("as of {day} or later", day=day)),
    }
    return Dated(*bounds[match["sign"] or ""])


def _between(
    start: str, end: str, first: tuple[int, int] | None, last: tuple[int, int] | None
) -> Dated:
    """Return a range with one end or two; two that stand the wrong way round are turned."""
    if first is None or last is None:
        low = first[0] if first else _EARLIEST
        high = last[1] if last else _LATEST
        return Dated(
            low,
            high,
            tr("as of {day} or later", day=start)
            if first
            else tr("as of {day} or earlier", day=end),
        )
    if first > last:
        start, end, first, last = end, start, last, first
    return Dated(first[0], last[1], tr("as of {start} to {end}", start=start, end=end))


def _days(text: str) -> tuple[int, int] | None:
    """Return the first and the last day of a year, a month or a day."""
    parts = text.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) < 5 for part in parts):
        return None
    year, month, day = (*map(int, parts), *(0,) * (3 - len(parts)))
    try:
        first = date(year, month or 1, day or 1).toordinal()
        if day:
            return first, first
        if month:
            return first, date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
        return first, date(year, 12, 31).toordinal()
    except ValueError:
        return None
