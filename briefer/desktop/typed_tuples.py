"""Named tuples, made without a look at the types of their fields.

Our annotations are text, which Python compiles, each for itself, when a named tuple is defined, so
that a mistake in one shows early; mypy has looked at them before.
"""

from __future__ import annotations

import sys
import typing
from collections import namedtuple
from collections.abc import Iterable
from typing import Any

_KNOWN = (3, 11)  # the Python whose maker this one is equal to
_make: Any = getattr(typing, "_make_nmtuple", None)


def quicken_tuples() -> None:
    """Define named tuples quickly from now on; under another Python, as it does itself."""
    if sys.version_info[:2] == _KNOWN:
        typing._make_nmtuple = _made  # type: ignore[attr-defined]


def _made(name: str, types: Iterable[tuple[str, Any]], module: str, defaults: Any = ()) -> Any:
    """Stand in for typing's own; types that are not text are left to it."""
    annotations = dict(types)
    if not all(type(annotation) is str for annotation in annotations.values()):
        return _make(name, annotations.items(), module, defaults)
    made: Any = namedtuple(name, list(annotations), defaults=defaults, module=module)  # type: ignore[misc]
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made
