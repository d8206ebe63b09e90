"""The text of one of our own TOML files -> its values, without tomllib where they are plain.

The window's theme is read before the first paint, and tomllib with its patterns would cost 8 ms.
"""

from __future__ import annotations

from typing import Any


def read_plain_toml(text: str) -> dict[str, Any]:
    """Return what tomllib returns; what is not plain is left to it."""
    try:
        return _read(text)
    except (ValueError, IndexError):
        import tomllib

        return tomllib.loads(text)


def _read(text: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    table = values
    for line in map(str.strip, text.split("\n")):
        if line.startswith("["):
            table = {}
            _put(values, _key(line[1:-1] if line[-1] == "]" else ""), table)
        elif line and line[0] != "#":
            key, _, value = line.partition("=")
            _put(table, _key(key), _value(value.strip()))
    return values


def _put(table: dict[str, Any], key: str, value: Any) -> None:
    if key in table:
        raise ValueError(key)
    table[key] = value


def _key(text: str) -> str:
    word = text.strip()
    if word[0] == word[-1] == '"' and len(word) > 2 and '"' not in word[1:-1]:
        return word[1:-1]
    if not word.isascii() or not word.replace("_", "x").isalnum():
        raise ValueError(text)
    return word


def _value(text: str) -> Any:
    if text[0] == '"':
        words, closed, rest = text[1:].partition('"')
        return _ended(words, rest if closed and "\\" not in words else "?")
    if text[0] == "{":
        inside, closed, rest = text[1:].partition("}")
        pairs = (pair.partition("=") for pair in inside.split(","))
        table: dict[str, Any] = {}
        for key, _, value in pairs:
            _put(table, _key(key), _value(value.strip()))
        return _ended(table, rest if closed else "?")
    word = text.partition("#")[0].strip()
    if word in ("true", "false"):
        return word == "true"
    whole, _, part = word.partition(".")
    if not (whole.isdecimal() and part.isdecimal() and word.isascii()) or whole[:-1] == "0":
        raise ValueError(word)
    return float(word)


def _ended(value: Any, rest: str) -> Any:
    if rest.strip() and rest.strip()[0] != "#":
        raise ValueError(rest)
    return value
