"""Plain TOML is read as tomllib reads it."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from briefer.briefing.plain_toml import read_plain_toml
from briefer.resources import themes_folder

_FILES = sorted(themes_folder().glob("*.toml"))


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_our_themes_are_read_without_tomllib(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert expected == read_plain_toml(text) != {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        'a = "b" # c',
        'a = "#b"  # "c"',
        "a = 'b'",
        "a = 1",
        "a = 1.5 # one and a half",
        "a = -1.5",
        "a = 1e3",
        "a = 1.",
        "a = .5",
        "a = 01.5",
        "a = 0.5",
        "a = true#",
        "a = yes",
        "a = ",
        "a",
        "= 1.0",
        'a = "b\\n"',
        'a = "b" c',
        'a = "b',
        'a = """\nb\n"""',
        'a = ["b", "c"]',
        'a = { b = "c", d = "e" }',
        'a = { b = "c, d = e" }',
        'a = { b = "}" }',
        'a = { b = "c"',
        "a = {}",
        'a.b = "c"',
        'a b = "c"',
        '"a b" = "c"',
        '"a"b" = "c"',
        '"a.b" = "c"',
        "'a' = \"c\"",
        'a = "b"\na = "c"',
        '[a]\nb = "c"\n[d]\ne = "f"',
        '["a:b"]\nc = "d"',
        '[a.b]\nc = "d"',
        '[[a]]\nb = "c"',
        "[a] # b\nc = true",
        "[a",
        "[a]\n[a]",
        "[]",
        "2026-01-01 = 1.0",
    ],
)
def test_whatever_is_written_is_read_as_tomllib_reads_it(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        with pytest.raises(tomllib.TOMLDecodeError, match=re.escape(str(error))):
            read_plain_toml(text)
    else:
        assert read_plain_toml(text) == expected
