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


@pytest.mark.skipif(sys.platform == "win32", reason="a process there keeps its parent's number")
def test_a_process_ends_when_the_one_that_started_it_was_killed() -> None:
    child = (
        "from briefer.guard.limits import end_with_parent\nend_with_parent()\n"
        "print('ready', flush=True)\nwhile True: pass"
    )
    parent = (
        "import subprocess, sys, time\n"
        f"subprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == "ready\n"
        started.kill()
        assert started.stdout.read() == ""  # once the child, which holds it too, has ended
