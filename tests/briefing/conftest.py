"""Small briefings in a temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.briefing.model import Briefing, Prose
from briefer.briefing.prose import ReadProse, read_prose
from briefer.briefing.reading import read_briefing

MANIFEST = """\
title = "Talks"

[[documents]]
id = "article"
title = "Article"
file = "documents/article.txt"
"""
ARTICLE = "The talks are not merely ceremonial. They go on.\nA second paragraph stands here.\n"

Write = Callable[..., Path]
Read = Callable[..., Briefing]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a briefing's files and return its folder."""

    def write_files(breakdown: str | bytes | None = None, **files: str | bytes) -> Path:
        contents: dict[str, str | bytes] = {
            "briefing.toml": files.pop("manifest", MANIFEST),
            "documents/article.txt": files.pop("article", ARTICLE),
        }
        if breakdown is not None:
            contents["breakdown.md"] = breakdown
        contents |= {name.replace("__", "/") + ".md": text for name, text in files.items()}
        for name, content in contents.items():
            path = tmp_path / "briefing" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path / "briefing"

    return write_files


@pytest.fixture
def read(write: Write) -> Read:
    """Write a briefing's files and read it."""

    def read_files(breakdown: str | bytes | None = None, **files: str | bytes) -> Briefing:
        return read_briefing(write(breakdown, **files))

    return read_files


@pytest.fixture
def found() -> Callable[[str], ReadProse]:
    """Read a text as prose."""

    def read_text(text: str) -> ReadProse:
        lines = text.split("\n")
        return read_prose("breakdown.md", lines, range(1, len(lines) + 1))

    return read_text


@pytest.fixture
def prose(found: Callable[[str], ReadProse]) -> Callable[[str], Prose]:
    """Return the prose of a text."""
    return lambda text: found(text).prose
