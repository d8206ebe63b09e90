"""The fence around the program: the helper stays outside, everything else is shut in.

Nothing is loaded for it before the first paint.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.guard.network import Network
    from briefer.guard.outside import Outside


_BUS = "DBUS_SESSION_BUS_ADDRESS"
NO_BUS = "disabled:"


def start_no_bus(environment: MutableMapping[str, str]) -> None:
    """Where no session bus runs, keep the display's libraries from starting one (dbus-launch)."""
    runs = os.path.exists(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), "bus"))  # noqa: PTH110, PTH118
    if not runs:
        environment.setdefault(_BUS, NO_BUS)


class Fence:
    """Whether the program can reach the network, and the way to other programs."""

    def __init__(self, outside: Outside | None = None) -> None:
        self._outside = outside
        self.network: Network | None = None  # until it is shut

    @property
    def outside(self) -> Outside:
        """Return the way to other programs."""
        if self._outside is None:
            from briefer.guard.outside import new_outside

            self._outside = new_outside()
        return self._outside

    def shut(self) -> None:
        """Start the helper, then deny this process the network; once the display is connected."""
        from briefer.guard.network import deny_network

        self.outside.start()
        self.network = deny_network()

    def close(self) -> None:
        """End the helper."""
        if self._outside is not None:
            self._outside.close()
