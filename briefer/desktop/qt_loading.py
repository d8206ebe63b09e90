"""Loads PySide without what a start has no use for.

WORKAROUND: PySide carries 100 KB of Python that describes signatures for error messages and stub
files, and compiles them anew at each start: 40 ms of a bare window's 180. Here each of those
modules is compiled when somebody first asks it for something, as the message of a TypeError does.
And it takes hold of every import statement for a feature that we do not use (PYSIDE-2029).
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

_FOLDER = "shibokensupport/"
_LATER = ("layout", "errorhandler", "mapping", "parser")
_LATER_IN_LIB = ("enum_sig", "pyi_generator", "tool")
_LATER_FILES = {
    f"{_FOLDER}feature.py",
    *(f"{_FOLDER}signature/{name}.py" for name in _LATER),
    *(f"{_FOLDER}signature/lib/{name}.py" for name in _LATER_IN_LIB),
}
_STUB = f"from {__name__} import getter_of\n__getattr__ = getter_of(__name__, globals())\n"
_CALLED_FROM_C = {
    "mapping.py": "def update_mapping(): return __getattr__('update_mapping')()",
    "feature.py": "def feature_import(*_, **__): pass\ndef feature_imported(_): pass",
}
_sources: dict[str, Any] = {}
_compile = builtins.compile


def load_qt() -> None:
    """Import Qt's modules; to be called before anything else imports them."""
    from briefer.desktop.enumerations import quicken_enumerations
    from briefer.desktop.late_modules import delay_modules

    quicken_enumerations()
    delay_modules()
    builtins.compile = _compiled
    try:
        import PySide6
    finally:
        builtins.compile = _compile
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    import PySide6.QtWidgets  # noqa: F401


def _compiled(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
    if filename not in _LATER_FILES:
        return _compile(source, filename, *rest, **named)
    _sources[filename.removesuffix(".py").replace("/", ".")] = source
    stub = _STUB + _CALLED_FROM_C.get(filename.rpartition("/")[2], "")
    return _compile(stub, filename, *rest, **named)


def getter_of(module: str, names: dict[str, Any]) -> Callable[[str], Any]:
    """Return a module's `__getattr__`, which fills it when it is first asked for a name."""

    def get(name: str) -> Any:
        dunder = name.startswith("__")
        if not dunder and module in _sources:
            from briefer.desktop.enumerations import settle_enumerations

            settle_enumerations()  # a signature names members
            source = _sources.pop(module)
            exec(_compile(source, f"{module.replace('.', '/')}.py", "exec"), names)
        if dunder or name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        return names[name]

    return get
