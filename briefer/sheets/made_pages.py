"""Pages that were set lately, to be shown again at once."""

from __future__ import annotations

from typing import NamedTuple

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.options import Options
from briefer.sheets.typesetting import Typeset

_KEPT = 8
_BYTES = 64_000_000  # of all that is kept; the newest stays whatever its size


class Made(NamedTuple):
    """Pages, and the width and height of each in points."""

    pages: Typeset
    sizes: tuple[tuple[float, float], ...]


class MadePages:
    """The pages of one briefing as it stands, by the options that made them."""

    def __init__(self) -> None:
        self._of: tuple[Briefing, Report] | None = None
        self._made: dict[Options, Made] = {}

    def find(self, briefing: Briefing, report: Report, options: Options) -> Made | None:
        """Return what these options made of this very briefing."""
        if self._of is None or self._of[0] is not briefing or self._of[1] is not report:
            return None
        return self._made.get(options)

    def keep(self, briefing: Briefing, report: Report, options: Options, made: Made) -> None:
        """Keep pages; those of another briefing go, and the oldest when there are too many."""
        if self._of is None or self._of[0] is not briefing or self._of[1] is not report:
            self._of, self._made = (briefing, report), {}
        self._made.pop(options, None)
        self._made[options] = made
        while len(self._made) > 1 and (len(self._made) > _KEPT or self._size() > _BYTES):
            del self._made[next(iter(self._made))]

    def _size(self) -> int:
        return sum(len(made.pages.pdf) for made in self._made.values())
