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

_NOT_SET = frozenset({"__module__", "__name__", "__annotations__"})
_KNOWN = (3, 11)  # the Python whose maker this one is equal to
_make: Any = getattr(typing, "_make_nmtuple", None)
_Meta: Any = getattr(typing, "NamedTupleMeta", None)
_own_class_of: Any = getattr(_Meta, "__new__", None)


def quicken_tuples() -> None:
    """Define named tuples quickly from now on; under another Python, as it does itself."""
    if sys.version_info[:2] == _KNOWN:
        typing._make_nmtuple = _made  # type: ignore[attr-defined]
        _Meta.__new__ = _class_of


def _made(name: str, types: Iterable[tuple[str, Any]], module: str, defaults: Any = ()) -> Any:
    """Stand in for typing's own; types that are not text are left to it."""
    annotations = dict(types)
    if not all(type(annotation) is str for annotation in annotations.values()):
        return _make(name, annotations.items(), module, defaults)
    made: Any = namedtuple(name, list(annotations), defaults=defaults, module=module)  # type: ignore[misc]
    made.__annotations__ = made.__new__.__annotations__ = annotations
    return made


def _class_of(meta: Any, name: str, bases: tuple[Any, ...], body: dict[str, Any]) -> Any:
    """Stand in for NamedTupleMeta's maker, which gives every class anew the base that it has.

    That makes Python look at all of its slots again. What is not plain is left to it.
    """
    fields = body.get("__annotations__", {})
    given = [field in body for field in fields]
    plain = bases == (typing._NamedTuple,) and given == sorted(given)  # type: ignore[attr-defined]
    if not plain or not typing._prohibited.isdisjoint(body):  # type: ignore[attr-defined]
        return _own_class_of(meta, name, bases, body)
    defaults = [body[field] for field in fields if field in body]
    made = typing._make_nmtuple(  # type: ignore[attr-defined]
        name, fields.items(), defaults=defaults, module=body["__module__"]
    )
    for key, value in body.items():
        if key not in fields and key not in _NOT_SET:
            setattr(made, key, value)
    return made
