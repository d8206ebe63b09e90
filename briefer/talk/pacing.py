"""A run and the time that has gone -> whether the talk is ahead or behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefer.language import tr
from briefer.talk.run import Run

_TOLERANCE = 15.0  # seconds that nobody calls ahead or behind


class Pace(StrEnum):
    """How a talk stands to its plan."""

    ON_TIME = "on time"
    AHEAD = "ahead"
    BEHIND = "behind"
    OVER = "over"  # the whole time has gone


@dataclass(frozen=True, slots=True)
class Pacing:
    """The pace, and by how many seconds the talk is off its plan."""

    pace: Pace
    seconds: float = 0.0

    @property
    def words(self) -> str:
        """Return the pace as people say it."""
        match self.pace:
            case Pace.ON_TIME:
                return tr("On time")
            case Pace.OVER:
                return tr("{about} over", about=_about(self.seconds))
            case Pace.BEHIND:
                return tr("{about} behind", about=_about(self.seconds))
            case _:
                return tr("{about} ahead", about=_about(self.seconds))


def planned_seconds(run: Run, weights: tuple[float | None, ...]) -> tuple[float, ...]:
    """Return when each card is due to end; () when the run has no minutes.

    `weights` are the cards' own minutes, in the order of the run. A card without any gets the
    mean of the others, and all are stretched to the run's minutes.
    """
    if run.minutes is None:
        return ()
    known = [weight for weight in weights if weight]
    mean = sum(known) / len(known) if known else 1.0
    filled = [weight or mean for weight in weights]
    scale = run.minutes * 60 / sum(filled)
    ends, at = [], 0.0
    for weight in filled:
        at += weight * scale
        ends.append(at)
    return tuple(ends)


def begun_at(plan: tuple[float, ...], position: int) -> tuple[float, ...]:
    """Return the plan of a talk that begins at a card of the run instead of at its first."""
    gone = plan[position - 1] if plan and position else 0.0
    return tuple(end - gone for end in plan)


def pacing(plan: tuple[float, ...], position: int, elapsed: float) -> Pacing | None:
    """Return how a talk stands that is at a card of the run; None without a plan."""
    if not plan:
        return None
    if elapsed > plan[-1]:
        return Pacing(Pace.OVER, elapsed - plan[-1])
    due = plan[position - 1] if position else 0.0
    if elapsed > plan[position] + _TOLERANCE:
        return Pacing(Pace.BEHIND, elapsed - plan[position])
    if elapsed < due - _TOLERANCE:
        return Pacing(Pace.AHEAD, due - elapsed)
    return Pacing(Pace.ON_TIME)


def _about(seconds: float) -> str:
    if seconds < 55:
        return tr("{seconds} s", seconds=max(5, round(seconds / 5) * 5))
    return tr("{minutes} min", minutes=round(seconds / 60))
