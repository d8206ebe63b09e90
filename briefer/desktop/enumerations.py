"""Qt's enumerations, made in a fifth of the time that Python's own maker takes.

PySide makes all enumerations of a class when the class is first touched: some 300 with 4,000
members before the window is painted, a sixth of the whole start. Python makes each member as if
it might be anything; Qt's are names for whole numbers.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

_KNOWN = (3, 11)  # the Python whose enumerations these are equal to, attribute for attribute
_UNPLAIN = {"name", "value", "mro"}
_OWN = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_")
_make = enum.EnumType._create_  # type: ignore[attr-defined]
_templates: dict[type[enum.Enum], dict[str, Any]] = {}


def quicken_enumerations() -> None:
    """Make Qt's enumerations quickly from now on; under another Python, as it does itself."""
    if sys.version_info[:2] == _KNOWN:
        enum.EnumType._create_ = _created  # type: ignore[attr-defined]


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
        and all(
            type(pair) is tuple and type(pair[1]) is int and _is_plain(pair[0]) for pair in names
        )
    )


def _is_plain(name: str) -> bool:
    return name[0] != "_" and name not in _UNPLAIN


def _quick(base: Any, name: str, names: list[tuple[str, int]]) -> Any:
    made: Any = type.__new__(enum.EnumType, name, (base,), _body(base))
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    is_flag, is_number = issubclass(base, enum.Flag), issubclass(base, int)
    put = type.__setattr__
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
        put(made, key, member)
        by_name[key] = member
    if is_flag:
        _set_masks(made)
    return made


def _body(base: Any) -> dict[str, Any]:
    """Return what stands in the body of an empty enumeration, with containers of its own."""
    if base not in _templates:
        empty = _make(base, "Empty", [], module=__name__, boundary=enum.KEEP)
        left_out = {"__dict__", "__weakref__"}
        _templates[base] = {k: v for k, v in vars(empty).items() if k not in left_out}
    return _templates[base] | {key: type(_templates[base][key])() for key in _OWN}


def _set_masks(made: Any) -> None:
    mask = singles = 0
    for value in made._value2member_map_:
        mask |= value
        singles |= value if _is_single_bit(value) else 0
    values = [made._member_map_[name]._value_ for name in made._member_names_]
    put = type.__setattr__
    put(made, "_flag_mask_", mask)
    put(made, "_singles_mask_", singles)
    put(made, "_all_bits_", 2 ** mask.bit_length() - 1)
    if values != sorted(values):
        put(made, "_iter_member_", made._iter_member_by_def_)


def _is_single_bit(number: int) -> bool:
    return number != 0 and number & (number - 1) == 0
