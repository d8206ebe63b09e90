"""Which window is where: the room and the console on their screens, or one of them on the only one.

On a lone screen the room may be looking at it, so that the console, with its notes, comes up there
only when the presenter asks for it; a panel that a key opens (all cards, looking privately, the
keys) shows no notes, and the room's view comes back when it is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_LAPTOPS_OWN = ("edp", "lvds", "dsi", "built-in", "color lcd")  # as Linux and macOS name them


@dataclass(frozen=True, slots=True)
class Placement:
    """The names of the screens; without a second one the console has none of its own."""

    room: str
    console: str

    @property
    def swapped(self) -> Placement:
        """Return the other way round."""
        return Placement(self.console, self.room)


@dataclass(frozen=True, slots=True)
class Stage:
    """The screens that there are, and what the presenter wants to see on a lone one."""

    screens: tuple[str, ...]
    primary: str
    wanted: Placement = Placement("", "")  # as the presenter chose it, here or the last time
    console_wanted: bool = False  # on a lone screen
    panel_open: bool = False

    @property
    def alone(self) -> bool:
        """Tell whether there is only one screen."""
        return len(self.screens) < 2

    @property
    def placement(self) -> Placement:
        """Return where room and console go."""
        return placement(self.screens, self.primary, self.wanted)

    @property
    def console_shown(self) -> bool:
        """Tell whether the console is to be seen."""
        return not self.alone or self.console_wanted or self.panel_open

    @property
    def room_shown(self) -> bool:
        """Tell whether the room's view is to be seen."""
        return not (self.alone and self.console_shown)

    def swapped(self) -> Stage:
        """Return the screens swapped; with one, the other window in front."""
        if self.alone:
            return replace(self, console_wanted=not self.console_shown, panel_open=False)
        return replace(self, wanted=self.placement.swapped)

    def with_panel(self, *, opened: bool) -> Stage:
        """Return the stage with a panel of the console open or left."""
        return replace(self, panel_open=opened)

    def with_screens(self, screens: Sequence[str], primary: str) -> Stage:
        """Return the stage after screens came or went.

        Windows stay where they are, whichever screen a desktop calls the first one now. When the
        room's screen goes, the console stays; when the console's goes, the room's does, and the
        notes do not follow it there. A screen that comes to a lone one is the room's.
        """
        now, before = tuple(screens), self.placement
        lone = len(now) == 1 and not self.alone
        notes = now[0] != before.room if lone else self.console_wanted
        stage = replace(self, screens=now, primary=primary, console_wanted=notes)
        return replace(stage, wanted=before if before.console else stage._joined(before.room))

    def _joined(self, lone: str) -> Placement:
        """Return where the windows go when screens have come to a lone one."""
        wanted, came = self.wanted, [name for name in self.screens if name != lone]
        known = {wanted.room, wanted.console} <= set(self.screens)
        if known or not came or len(came) == len(self.screens) or _built_in(self.screens):
            return wanted
        return Placement(came[0], lone)


def placement(screens: Sequence[str], primary: str, wanted: Placement) -> Placement:
    """Return where room and console go; what is wanted counts as far as its screens are there.

    Else the console is on the laptop's own screen where its name tells, or on the first one.

    >>> placement(("laptop", "projector"), "laptop", Placement("", ""))
    Placement(room='projector', console='laptop')
    """
    if len(screens) < 2:
        return Placement(screens[0] if screens else "", "")
    home = _built_in(screens) or primary
    others = [name for name in screens if name != home]
    room = wanted.room if wanted.room in screens else others[0]
    left = [name for name in (wanted.console, home, *screens) if name in screens]
    return Placement(room, next(name for name in left if name != room))


def apart(places: Sequence[tuple[int, int, int, int]]) -> tuple[int, ...]:
    """Return which of the screens (left, top, width, height) show something of their own.

    One that shows what another does, as a projector that mirrors the laptop, is no second screen.

    >>> apart([(0, 0, 1280, 800), (0, 0, 1280, 800), (1280, 0, 1920, 1080)])
    (0, 2)
    """
    kept: list[int] = []
    for number, place in enumerate(places):
        if not any(_overlap(place, places[other]) for other in kept):
            kept.append(number)
    return tuple(kept)


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def _built_in(screens: Sequence[str]) -> str:
    """Return the laptop's own screen; "" where no name tells."""
    own = (name for name in screens if name.casefold().startswith(_LAPTOPS_OWN))
    return next(own, "")
