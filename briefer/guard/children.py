"""A module of ours -> a Python process that runs it, and reads nothing from where it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import briefer
from briefer.guard.fence import NO_BUS


def _environment() -> dict[str, str]:
    """Return the environment without what holds for this process alone."""
    return {name: value for name, value in os.environ.items() if value != NO_BUS}


def start_child(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a module as a process that is spoken to by standard input and output.

    -P and PYTHONPATH: a folder that holds a briefing must never be a place to import from.
    """
    folder = str(Path(briefer.__file__).resolve().parent.parent)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", module, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=_environment() | {"PYTHONPATH": folder},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
