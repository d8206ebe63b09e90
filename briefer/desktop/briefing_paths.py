"""What the reader pointed at -> the briefing that it belongs to."""

from __future__ import annotations

from pathlib import Path


def briefing_at(path: Path) -> Path:
    """Return the folder for a file of a briefing; folders and packages stand for themselves."""
    path = path.absolute()
    if path.is_dir() or path.suffix.lower() == ".briefing":
        return path
    if path.name == "briefing.toml" or path.name == "breakdown.md":
        return path.parent
    in_folder = path.parent.name in ("breakdown", "documents", "images")
    return path.parent.parent if in_folder and path.suffix else path
