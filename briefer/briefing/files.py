"""A briefing's folder -> bounded reads of the files in it, and of nothing outside it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """Where a briefing's files come from; names are relative, with forward slashes."""

    @property
    def path(self) -> Path:
        """Return what was opened: the folder, or later the package."""
        ...

    def names(self, folder: str = "") -> tuple[str, ...]:
        """Return the names of the files right in a folder of the briefing, sorted."""
        ...

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; raises FileProblem when it is missing, outside or too large."""
        ...
