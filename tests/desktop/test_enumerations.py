"""Qt's enumerations made quickly are those that Python makes."""

import copy
import enum
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefer.desktop import enumerations

_BASES = (enum.IntFlag, enum.Flag, enum.IntEnum, enum.Enum)
_LATER = {"__module__", "__qualname__", "__doc__", "_missing_", "__new__"}  # PySide sets them

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] != enumerations._KNOWN, reason="made quickly under one Python only"
)


def _enumerations() -> Iterator[type[enum.Enum]]:
    for module in (QtCore, QtGui, QtWidgets):
        for value in [getattr(module, name) for name in dir(module)]:
            names = dir(value) if isinstance(value, type) else ()  # PySide makes them meanwhile
            for inner in (value, *(getattr(value, name, None) for name in names)):
                if isinstance(inner, enum.EnumType):
                    yield inner


def _made_both_ways(base: Any, name: str, pairs: list[tuple[str, Any]]) -> tuple[Any, Any]:
    rest = {"qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
    slow = enumerations._make(base, name, pairs, module=__name__, **rest)
    return slow, enumerations._created(base, name, pairs, module=None, **rest)


def _shape(made: Any) -> dict[str, Any]:
    own = {k: v for k, v in vars(made).items() if k not in {*_LATER, *made._member_map_}}
    own["_member_map_"] = {k: _member(made, m) for k, m in made._member_map_.items()}
    own["_value2member_map_"] = {k: _member(made, m) for k, m in made._value2member_map_.items()}
    own["attributes"] = {k: _member(made, vars(made)[k]) for k in made._member_map_}
    if "_iter_member_" in own:
        own["_iter_member_"] = own["_iter_member_"].__func__
    own["order"] = [member.name for member in made]
    return own


def _member(made: Any, member: Any) -> Any:
    own = dict(vars(member))
    assert own.pop("__objclass__") is made
    return own, int(member) if isinstance(member, int) else None, str(member), hash(member)


def test_every_enumeration_of_qt_is_the_same_made_quickly() -> None:
    count = 0
    for known in _enumerations():
        base = next(base for base in _BASES if issubclass(known, base))
        pairs = [(name, member.value) for name, member in known.__members__.items()]
        slow, quick = _made_both_ways(base, known.__name__, pairs)
        assert quick.__mro__[1:] == slow.__mro__[1:]
        assert type(quick) is type(slow)
        assert _shape(quick) == _shape(slow), known
        count += 1
    assert count > 250


def test_an_alias_is_the_member_that_came_first() -> None:
    _, quick = _made_both_ways(enum.Enum, "Sides", [("LEFT", 1), ("LEADING", 1), ("RIGHT", 2)])
    assert quick.LEADING is quick.LEFT is quick(1) is quick["LEADING"]
    assert list(quick) == [quick.LEFT, quick.RIGHT]


def test_flags_join_and_turn_round() -> None:
    pairs = [("NONE", 0), ("A", 1), ("B", 2), ("BOTH", 3)]
    slow, quick = _made_both_ways(enum.Flag, "Letters", pairs)
    assert quick.A | quick.B is quick.BOTH
    assert (~quick.A).value == (~slow.A).value
    assert list(quick) == [quick.A, quick.B]
    assert (quick.A | quick(8)).value == 9


def test_what_is_not_from_qt_is_made_as_ever() -> None:
    made = enumerations._created(
        enum.Enum, "Sizes", "SMALL LARGE", module=None, qualname=None, type=None, boundary=None
    )
    assert [member.value for member in made] == [1, 2]
    for pair in (("text", "words"), ("yes", True), ("_order", 1)):
        slow, odd = _made_both_ways(enum.Enum, "Odd", [("PLAIN", 1), pair])
        assert type(odd) is enum.EnumType
        assert [member.value for member in odd] == [member.value for member in slow]


def test_a_member_cannot_be_set_anew() -> None:
    _, quick = _made_both_ways(enum.Enum, "Sides", [("LEFT", 1)])
    with pytest.raises(AttributeError):
        quick.LEFT = 2
    with pytest.raises(AttributeError):
        del quick.LEFT


_ASKED: tuple[Callable[[Any], object], ...] = (
    lambda made: made.LEFT,
    lambda made: made(1),
    lambda made: made["LEFT"],
    lambda made: made.__members__,
    lambda made: made._value2member_map_,
    list,
    len,
    dir,
    repr,
    lambda made: list(reversed(made)),
    lambda made: made.LEFT in made,
    vars,
    copy.copy,
)


@pytest.mark.parametrize("base", _BASES)
@pytest.mark.parametrize("ask", _ASKED)
def test_members_are_made_when_anything_is_asked_for(base: Any, ask: Any) -> None:
    slow, quick = _made_both_ways(base, "Sides", [("LEFT", 1), ("RIGHT", 2)])
    quick.__module__ = __name__  # as PySide does
    assert type(quick) is enumerations._Waiting
    try:
        expected = str(ask(slow))
    except TypeError:
        with pytest.raises(TypeError):
            ask(quick)
    else:
        assert ask is vars or str(ask(quick)) == expected
        vars(quick)
    assert type(quick) is enum.EnumType
    assert _shape(quick) == _shape(slow)


def test_what_pyside_sets_stays_when_members_are_made() -> None:
    _, quick = _made_both_ways(enum.Enum, "Sides", [("LEFT", 1)])
    quick.__module__, quick.__qualname__, quick._missing_ = "elsewhere", "Edge.Sides", None
    assert (quick.__module__, quick.__qualname__, quick._missing_) == (
        "elsewhere",
        "Edge.Sides",
        None,
    )


def test_several_threads_find_all_members() -> None:
    pairs = [(f"M{number}", number) for number in range(2000)]
    _, quick = _made_both_ways(enum.Enum, "Many", pairs)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: len(quick), range(8))) == {2000}
