"""Bounds on what this process may take of the machine, where the system can hold it to them."""

from __future__ import annotations

import os
import threading
import time

_LOOK = 1.0  # seconds
_LEAST = 1024**3  # bytes


def limit_memory() -> int:
    """Hold this process and its children to half of the machine's memory; return it, or 0.

    What is counted are writable pages of its own (RLIMIT_DATA): libraries and reserved addresses
    are not. An allocation beyond the bound fails. No core is left behind either.
    """
    try:
        import resource
    except ImportError:  # Windows
        return 0
    bound = max(_LEAST, _memory() // 2)
    for kind, wanted in ((resource.RLIMIT_DATA, bound), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (allowed, allowed))
    return bound


def _memory() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return 0


def limit_time(seconds: int) -> None:
    """End this process when it has used so much processor time, whatever it is doing."""
    try:
        import resource
    except ImportError:  # Windows; whoever waits for it has a clock too
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def end_with_parent() -> None:
    """End this process soon after the one that started it has gone, whatever it is doing."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
