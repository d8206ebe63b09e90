"""10,000 cards read, whole and in outline, against rendering them and splitting their lines."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Row, spread
from benchmarks.material import write_briefing

_ROUNDS = 3
_SHARE = 100  # one card of so many is rendered, and the time extrapolated


def rows() -> Iterator[Row]:
    """Measure each way in turn, every time in a new process, and yield the rows."""
    times: dict[str, list[float]] = {name: [] for name in _MEASURES}
    with tempfile.TemporaryDirectory() as scratch:
        folder = write_briefing(Path(scratch))
        size = (folder / "breakdown.md").stat().st_size / 1e6
        for _ in range(_ROUNDS):
            for name, seconds in times.items():
                seconds.append(_in_new_process(name, folder))
    best = {name: min(seconds) for name, seconds in times.items()}
    what = f"10,000 cards in {size:.0f} MB read whole"
    yield Row(what, spread(times["whole"], "s"), "at most 2 s", best["whole"] <= 2)
    what, ratio = "their outline, as a part of reading whole", best["outline"] / best["whole"]
    yield Row(what, f"{ratio:.2f}", "at most 0.2", ratio <= 0.2)
    what, ratio = "reading whole, as a part of rendering all", best["whole"] / best["rendering"]
    yield Row(what, f"{ratio:.2f}", "at most 0.3", ratio <= 0.3)
    what, ratio = "reading whole, in times of splitting lines", best["whole"] / best["lines"]
    yield Row(what, f"{ratio:.0f}", "at most 60", ratio <= 60)


def _in_new_process(name: str, folder: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.reading", name, str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _whole(folder: Path) -> float:
    from briefer.briefing.reading import read_briefing

    return _timed(lambda: read_briefing(folder))


def _outline(folder: Path) -> float:
    from briefer.briefing.reading import read_outline

    return _timed(lambda: read_outline(folder))


def _lines(folder: Path) -> float:
    path = folder / "breakdown.md"
    return _timed(lambda: [line.strip() for line in path.read_text("utf-8").split("\n")])


def _rendering(folder: Path) -> float:
    import markdown

    cards = (folder / "breakdown.md").read_text("utf-8").split("\n## ")[1::_SHARE]
    renderer = markdown.Markdown(extensions=["tables", "footnotes"])
    return _SHARE * _timed(lambda: [renderer.reset().convert(card) for card in cards])


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


_MEASURES: dict[str, Callable[[Path], float]] = {
    "whole": _whole,
    "outline": _outline,
    "lines": _lines,
    "rendering": _rendering,
}

if __name__ == "__main__":
    print(_MEASURES[sys.argv[1]](Path(sys.argv[2])))
