"""Qt's enumerations, made in a fifth of the time that Python's own maker takes.

PySide makes all enumerations of a class when the class is first touched: some 300 with 4,000
members before the window is painted, a sixth of the whole start. Python makes each member as if
it might be anything; Qt's are names for whole numbers. And most of these are never asked for, so
that an enumeration's members are made when it is first asked for anything.
"""

from __future__ import annotations

import enum
import sys
from _thread import RLock
from collections.abc import Iterator
from typing import Any

_KNOWN = (3, 11)  # the Python whose enumerations these are equal to, attribute for attribute
_UNPLAIN = {"name", "value", "mro"}
_make = enum.EnumType._create_  # type: ignore[attr-defined]
_templates: dict[type[enum.Enum], dict[str, Any]] = {}
_waiting: dict[Any, list[tuple[str, int]]] = {}  # those that nobody asked for anything yet


class _Start:
    over = False


_filling = RLock()


def quicken_enumerations() -> None:
    """Make Qt's enumerations quickly from now on; under another Python, as it does itself."""
    if sys.version_info[:2] == _KNOWN:
        enum.EnumType._create_ = _created  # type: ignore[attr-defined]


def settle_enumerations() -> None:
    """Make all members that wait, and let none wait from now on; to be called after the start.

    PySide's C code looks for members by short names (Qt.LeftButton) and for enumerations in
    signals only where members are there. Our own code needs neither; libraries may.
    """
    _Start.over = True
    for made in tuple(_waiting):
        _fill(made)


def _created(base: Any, name: str, names: Any, **rest: Any) -> Any:
    """Stand in for EnumType._create_, which `Enum("Name", [("MEMBER", 1)])` calls."""
    if base in (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag) and _is_from_qt(names, rest):
        return _quick(base, name, names)
    if rest.get("module") is None:
        rest["module"] = sys._getframe(2).f_globals.get("__name__")
    return _make(base, name, names, **rest)


def _is_from_qt(names: Any, rest: dict[str, Any]) -> bool:
    """Tell whether these are the arguments that PySide gives; it sets the module afterwards."""
    return (
        rest.get("boundary") is enum.KEEP
        and type(names) is list
        and rest["module"] is None is rest["qualname"] is rest["type"]
        and {tuple}.issuperset(map(type, names))
        and _are_plain(dict(names))
    )


def _are_plain(members: dict[str, Any]) -> bool:
    """Tell whether all are whole numbers, with names that mean nothing to Python."""
    return (
        {int}.issuperset(map(type, members.values()))
        and _UNPLAIN.isdisjoint(members)
        and "\n_" not in "\n" + "\n".join(members)
    )


def _quick(base: Any, name: str, names: list[tuple[str, int]]) -> Any:
    """Return an enumeration that waits for its members until somebody asks for anything of it."""
    made = type.__new__(_Waiting, name, (base,), {})
    _waiting[made] = names
    if _Start.over:
        _fill(made)
    return made


class _Waiting(enum.EnumType):
    """The type of an enumeration without its members; filled, it is what Python would make."""

    def __getattribute__(cls, name: str) -> Any:
        _fill(cls)
        return getattr(cls, name)

    def __call__(cls, *args: Any, **named: Any) -> Any:
        _fill(cls)
        return cls(*args, **named)

    def __contains__(cls, member: object) -> bool:
        _fill(cls)
        return member in cls

    def __getitem__(cls, name: str) -> Any:
        _fill(cls)
        return cls[name]

    def __iter__(cls) -> Iterator[Any]:
        _fill(cls)
        return iter(cls)

    def __reversed__(cls) -> Iterator[Any]:
        _fill(cls)
        return reversed(cls)

    def __len__(cls) -> int:
        _fill(cls)
        return len(cls)

    def __dir__(cls) -> list[str]:
        _fill(cls)
        return dir(cls)

    def __repr__(cls) -> str:
        _fill(cls)
        return repr(cls)

    def __setattr__(cls, name: str, value: Any) -> None:
        if name[0] == "_":  # PySide says what module it is from, and more of that kind
            type.__setattr__(cls, name, value)
        else:
            _fill(cls)
            setattr(cls, name, value)

    def __delattr__(cls, name: str) -> None:
        _fill(cls)
        delattr(cls, name)


def _fill(made: Any) -> None:
    """Give a waiting enumeration its members, and make it an enumeration like any other."""
    with _filling:
        if made not in _waiting:
            return
        names, base = _waiting[made], type.__getattribute__(made, "__base__")
        put, own, body = type.__setattr__, type.__getattribute__(made, "__dict__"), _body(base)
        body |= _members(made, base, names)
        for key, value in body.items():
            if key not in own or key == "__new__":
                put(made, key, value)
        put(made, "__class__", enum.EnumType)
        del _waiting[made]


def _members(made: Any, base: Any, names: list[tuple[str, int]]) -> dict[str, Any]:
    """Return the members by name, and what an enumeration knows about them."""
    order: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    is_flag, is_number = issubclass(base, enum.Flag), issubclass(base, int)
    for key, value in names:
        member = by_value.get(value)
        if member is None:
            member = int.__new__(made, value) if is_number else object.__new__(made)
            member.__dict__.update(
                _value_=value, _name_=key, __objclass__=made, _sort_order_=len(order)
            )
            by_value[value] = member
            if not is_flag or _is_single_bit(value):
                order.append(key)
        by_name[key] = member
    known = {"_member_names_": order, "_member_map_": by_name, "_value2member_map_": by_value}
    masks = _masks(made, order, by_name, by_value) if is_flag else {}
    return by_name | known | {"_unhashable_values_": []} | masks


def _body(base: Any) -> dict[str, Any]:
    """Return what stands in the body of an empty enumeration."""
    if base not in _templates:
        empty = _make(base, "Empty", [], module=__name__, boundary=enum.KEEP)
        left_out = {"__dict__", "__weakref__"}
        _templates[base] = {k: v for k, v in vars(empty).items() if k not in left_out}
    return dict(_templates[base])


def _masks(
    made: Any, order: list[str], by_name: dict[str, Any], by_value: dict[int, Any]
) -> dict[str, Any]:
    mask = singles = 0
    for value in by_value:
        mask |= value
        singles |= value if _is_single_bit(value) else 0
    masks: dict[str, Any] = {
        "_flag_mask_": mask,
        "_singles_mask_": singles,
        "_all_bits_": 2 ** mask.bit_length() - 1,
    }
    values = [by_name[name]._value_ for name in order]
    if values != sorted(values):
        by_definition = enum.Flag.__dict__["_iter_member_by_def_"]
        masks["_iter_member_"] = by_definition.__get__(None, made)
    return masks


def _is_single_bit(number: int) -> bool:
    return number != 0 and number & (number - 1) == 0
