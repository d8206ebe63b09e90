"""make bench -> every row of design.md's speed table, each a ratio measured in this run."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import time

from benchmarks.figures import print_row

MODULES = (
    "first_paint",
    "large",
    "reading",
    "grading",
    "searching",
    "printing",
    "previewing",
    "views",
    "presenting",
    "answering",
)


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all of them; one that fails does not end the others."""
    failed = 0
    for name in names or MODULES:
        started = time.perf_counter()
        try:
            for row in importlib.import_module(f"benchmarks.{name}").rows():
                print_row(row)
        except (subprocess.SubprocessError, OSError, RuntimeError) as error:
            failed = 1
            print(f"FAIL  {name}: {error}\n{_said(error)}", flush=True)
        load = ", ".join(f"{share:.1f}" for share in os.getloadavg())
        print(f"      {name} took {time.perf_counter() - started:.0f} s; load {load}", flush=True)
    return failed


def _said(error: Exception) -> str:
    """Return the end of what a failed process said."""
    said = getattr(error, "stderr", None) or ""
    return (said if isinstance(said, str) else said.decode(errors="replace"))[-2000:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
