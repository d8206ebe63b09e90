"""What can be wrong with the desk's file.

DeskError
├── CannotKeep    the file can't be read or written now: full, locked, read-only
├── DamagedDesk   the file holds something else than what was written
└── NewerDesk     a newer Briefer wrote the file: it is left alone

Whatever else is raised is our own fault.
"""

from __future__ import annotations


class DeskError(Exception):
    """What the desk's file or its folder did wrong, in words for people."""


class CannotKeep(DeskError):
    """Nothing can be written now; it may be possible later."""


class DamagedDesk(DeskError):
    """The file is not what was written."""


class NewerDesk(CannotKeep):
    """A newer Briefer wrote the file."""
