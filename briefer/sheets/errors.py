"""What can go wrong in printing that is not our own fault.

SheetError
├── SelectionError     the selection names what is not there, or is empty
├── TypesettingError   the typesetter could not make the pages, even plainly
├── WritingError       the file could not be written; an older one is still whole
└── CancelledError     the reader changed their mind
"""


class SheetError(Exception):
    """A print that did not happen; its text is one sentence for people."""


class SelectionError(SheetError):
    """The selection names what is not there, or is empty."""


class TypesettingError(SheetError):
    """The typesetter could not make the pages, even plainly."""


class WritingError(SheetError):
    """The file could not be written; an older one is still whole."""


class CancelledError(SheetError):
    """The reader changed their mind."""
