"""The errors that a briefing can cause.

BrieferError
├── FileProblem          a file can't be read: missing, outside the briefing, too large, special
├── UnreadableBriefing   nothing can be opened: no readable briefing.toml, or no cards
├── CannotStart          a new briefing can't be started, and nothing was written
└── CannotPack           a briefing can't be packed, and nothing was written

Each carries the problems to show. Whatever else is raised is our own fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.briefing.model import Problem


class BrieferError(Exception):
    """What a briefing or its files did wrong; `problems` says it for people."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


class FileProblem(BrieferError):
    """One file can't be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class UnreadableBriefing(BrieferError):
    """The briefing can't be opened at all."""


class CannotStart(BrieferError):
    """A new briefing can't be started; nothing was written."""


class CannotPack(BrieferError):
    """A briefing can't be packed; nothing was written."""
