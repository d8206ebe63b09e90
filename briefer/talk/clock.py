"""The talk's clock: time that runs and rests, told from moments that the caller hands in.

Moments are seconds of any clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds gathered so far, and since when more of them run; None while it rests."""

    gathered: float = 0.0
    running_since: float | None = None

    def elapsed(self, now: float) -> float:
        """Return the seconds that have run until now."""
        running = 0.0 if self.running_since is None else now - self.running_since
        return self.gathered + running

    def started(self, now: float) -> Clock:
        """Return the clock, running."""
        return self if self.running_since is not None else replace(self, running_since=now)

    def paused(self, now: float) -> Clock:
        """Return the clock, resting."""
        return Clock(self.elapsed(now))

    def toggled(self, now: float) -> Clock:
        """Return the clock, resting if it ran and running if it rested."""
        return self.started(now) if self.running_since is None else self.paused(now)

    def reset(self, now: float) -> Clock:
        """Return the clock at zero, running if it ran."""
        return Clock(0.0, None if self.running_since is None else now)


def minutes_and_seconds(seconds: float) -> str:
    """Return a duration as people read it.

    >>> minutes_and_seconds(462.4)
    '07:42'
    >>> minutes_and_seconds(-5)
    '-00:05'
    """
    whole = abs(int(seconds))
    return f"{'-' if seconds <= -1 else ''}{whole // 60:02d}:{whole % 60:02d}"
