"""One table of briefing.toml -> typed values, with a problem for each that is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from briefer.briefing.disguises import unmasked
from briefer.briefing.model import Place, Problem
from briefer.briefing.problems import problem
from briefer.briefing.toml_places import TomlPlaces
from briefer.language import tr


class TomlTable(NamedTuple):
    """A table that is read key by key; what nobody asked for is unknown."""

    data: dict[str, Any]
    places: TomlPlaces
    problems: list[Problem]
    asked: set[str]
    name: str = ""
    turn: int = 0

    def text(self, key: str, default: str = "") -> str:
        """Return a text on one line."""
        value = self._typed(key, str, tr("a text in quotation marks"))
        return default if value is None else unmasked(" ".join(value.split()))

    def required(self, key: str) -> str:
        """Return a text that must be there; "" with a problem when it is not."""
        value = self.text(key)
        if not value and (key not in self.data or isinstance(self.data[key], str)):
            self.say(
                "manifest-missing",
                key,
                tr("{label} is missing; it is required.", label=self._label(key)),
            )
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; an entry of another type is left out with a problem."""
        values = self._typed(key, list, tr("a list of texts")) or []
        if not all(isinstance(value, str) for value in values):
            self._wrong(key, tr("a list of texts"))
        return tuple(value.strip() for value in values if isinstance(value, str))

    def number(self, key: str) -> int | None:
        """Return a whole number from 0 on, or None when it is left out."""
        value: int | None = self._typed(key, int, tr("a whole number"))
        if value is not None and not 0 <= value < 10**6:
            self.say(
                "manifest-bad-value", key, tr("{label} is out of range.", label=self._label(key))
            )
            return None
        return value

    def day(self, key: str) -> date | None:
        """Return a date, also when it is written as a text or with a time."""
        value = self.data.get(key)
        self.asked.add(key)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self._wrong(key, tr("a date such as 2024-05-01"))
            return None

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """Return one of the allowed words; "" when it is left out or another."""
        value = self.text(key)
        if value and value not in allowed:
            said = tr(
                "{label} is “{value}”; write {allowed}.",
                label=self._label(key),
                value=value[:40],
                allowed=" or ".join(allowed),
            )
            self.say("manifest-bad-value", key, said)
            return ""
        return value

    def pattern(self, key: str, pattern: re.Pattern[str], *, required: bool = False) -> str:
        """Return a text of a form; "" when it is left out or of another form."""
        value = self.required(key) if required else self.text(key)
        if value and not pattern.fullmatch(value):
            said = tr(
                "{label} is “{value}”; it must look like {pattern}.",
                label=self._label(key),
                value=value[:40],
                pattern=pattern.pattern,
            )
            self.say("manifest-bad-value", key, said)
            return ""
        return value

    def tables(self, key: str) -> tuple[TomlTable, ...]:
        """Return the tables written as `[[key]]`."""
        values = self._typed(key, list, tr("written as [[{key}]]", key=key)) or []
        if not all(isinstance(value, dict) for value in values):
            self._wrong(key, tr("written as [[{key}]]", key=key))
        return tuple(
            TomlTable(value, self.places, self.problems, set(), key, turn)
            for turn, value in enumerate(values)
            if isinstance(value, dict)
        )

    def refuse_unknown(self) -> None:
        """Warn of every key that nobody asked for."""
        for key in self.data.keys() - self.asked:
            said = tr(
                "{label} is not a key that this version knows; it is ignored.",
                label=self._label(key),
            )
            self.say("manifest-unknown-key", key, said)

    def place(self, key: str) -> Place:
        """Return where a key of this table stands."""
        return self.places.of(key, self.name, self.turn)

    def say(self, code: str, key: str, message: str) -> None:
        """Add a problem at a key."""
        self.problems.append(problem(code, self.place(key), message))

    def _typed(self, key: str, kind: type, needed: str) -> Any:
        self.asked.add(key)
        value = self.data.get(key)
        if value is None or (isinstance(value, kind) and not isinstance(value, bool)):
            return value
        self._wrong(key, needed)
        return None

    def _wrong(self, key: str, needed: str) -> None:
        self.say(
            "manifest-wrong-type",
            key,
            tr("{label} must be {needed}.", label=self._label(key), needed=needed),
        )

    def _label(self, key: str) -> str:
        key = key if key.isprintable() else ascii(key)
        return (
            tr("“{key}” of [[{name}]]", key=key[:40], name=self.name)
            if self.name
            else f"“{key[:40]}”"
        )
