"""make bench -> every row of design.md's speed table, each a ratio measured in this run."""

from __future__ import annotations

import importlib
import sys

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
)


def main(names: list[str]) -> None:
    """Run the named benchmarks, or all of them."""
    for name in names or MODULES:
        for row in importlib.import_module(f"benchmarks.{name}").rows():
            print_row(row)


if __name__ == "__main__":
    main(sys.argv[1:])
