"""Modules of the standard library that others import at the start and use much later, or never.

PySide opens its own archive of Python with zipfile, and names tempfile and traceback for
what seldom happens: 15 ms together with what these import. Each is loaded when it is first asked
for something. Python's own LazyLoader would load it at the second import statement.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.util import find_spec, module_from_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader
    from types import ModuleType

_LATE = ("bz2", "html", "lzma", "shutil", "tempfile", "traceback")
_loading = RLock()


def delay_modules() -> None:
    """Have these modules loaded when they are first asked for something."""
    for name in _LATE:
        if name not in sys.modules:
            delay_module(name)


def delay_module(name: str) -> None:
    """Have a module that nobody has imported loaded when it is first asked for something."""
    spec = find_spec(name)
    if spec is not None and spec.loader is not None:
        module = sys.modules[name] = module_from_spec(spec)
        module.__dict__["__getattr__"] = _Getter(module, spec.loader)


class _Getter:
    """What a module asks for the names that it lacks; it fills the module once."""

    def __init__(self, module: ModuleType, loader: Loader) -> None:
        self._module = module
        self._loader: Loader | None = loader

    def __call__(self, name: str) -> Any:
        names = self._module.__dict__
        if name != "__path__":  # a package has it from the beginning
            with _loading:  # another thread waits until the module is whole
                self._load(names)
        if name in names:
            return names[name]
        raise AttributeError(f"module {self._module.__name__!r} has no attribute {name!r}")

    def _load(self, names: dict[str, Any]) -> None:
        loader, self._loader = self._loader, None
        if loader is not None:
            loader.exec_module(self._module)
            del names["__getattr__"]
