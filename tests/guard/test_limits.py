"""A process that is held to its memory fails where it would take more."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits")
def test_what_is_beyond_the_bound_is_refused() -> None:
    program = (
        "import briefer.guard.limits as limits\nlimits._memory = lambda: 0\n"
        "print(limits.limit_memory())\n"
        "held = bytearray(200_000_000)\n"
        "try:\n    bytearray(1024**3)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(1024**3), "refused"]
