"""Named tuples defined quickly are those that Python defines."""

import sys
import typing
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple, get_type_hints

import pytest

from briefer.desktop import typed_tuples

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != typed_tuples._KNOWN, reason="defined quickly under one Python only"
)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(typing, "_make_nmtuple", typed_tuples._make)
    monkeypatch.setattr(typed_tuples._Meta, "__new__", typed_tuples._own_class_of)
    yield


def _defined() -> Any:
    class Place(NamedTuple):
        """Where something stands."""

        file: "str"
        line: "int | None" = None

        @property
        def words(self) -> str:
            return f"{self.file}:{self.line}"

    return Place


def _shape(made: Any) -> dict[str, Any]:
    own = {key: value for key, value in vars(made).items() if key in _PLAIN}
    new = made.__new__
    return own | {
        "names": sorted(vars(made)),
        "hints": get_type_hints(made),
        "new": (new.__name__, new.__defaults__, new.__code__.co_code, new.__code__.co_varnames),
        "shown": repr(made("a", 2)),
        "words": made("a").words,
    }


_PLAIN = {"__doc__", "__module__", "__qualname__", "_fields", "_field_defaults", "__match_args__"}


def test_a_tuple_defined_quickly_is_the_same() -> None:
    slow = _shape(_defined())
    typed_tuples.quicken_tuples()
    assert typing._make_nmtuple is typed_tuples._made  # type: ignore[attr-defined]
    assert _shape(_defined()) == slow


def test_what_python_refuses_is_refused() -> None:
    typed_tuples.quicken_tuples()
    with pytest.raises(TypeError, match="Non-default namedtuple field line cannot follow"):

        class Unordered(NamedTuple):
            file: "str" = ""
            line: "int"  # type: ignore[misc]

    with pytest.raises(AttributeError, match="Cannot overwrite NamedTuple attribute _make"):

        class Prohibited(NamedTuple):
            file: "str"
            _make = None  # type: ignore[assignment,misc]


def test_a_generic_tuple_is_made_by_python_itself() -> None:
    typed_tuples.quicken_tuples()
    kind = typing.TypeVar("kind")

    class Pair(NamedTuple, typing.Generic[kind]):
        first: "kind"

    assert Pair[int](1) == (1,)


def test_types_that_are_not_text_are_looked_at_as_ever() -> None:
    typed_tuples.quicken_tuples()
    with pytest.raises(TypeError, match="not valid as type argument"):

        class Odd(NamedTuple):
            a: ClassVar[int]  # type: ignore[valid-type]

    class Pair(NamedTuple):
        a: int
        b: "str"

    assert Pair.__annotations__["a"] is int
