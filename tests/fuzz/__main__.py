"""python -m tests.fuzz [MINUTES] [TARGET...] -> a crash is kept in tests/corpus, and told.

A crash becomes a test that way before it is mended: tests/fuzz/test_fuzz.py tries the corpus.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_SLOW = 5.0  # seconds of processor time for 20 KB


def seeds(target: str) -> list[bytes]:
    """Return what is kept for a target."""
    return [path.read_bytes() for path in sorted((CORPUS / target).iterdir())]


def _fails(target: str, data: bytes) -> str:
    began = time.process_time()
    try:
        TARGETS[target](data)
    except Exception:
        return traceback.format_exc()
    took = time.process_time() - began
    return f"took {took:.1f} s of processor time" if took > _SLOW else ""


def run(target: str, seconds: float, seed: int) -> tuple[int, int]:
    """Try changed inputs for some time; return how many, and how many failed in a new way."""
    chance, kept = random.Random(seed), seeds(target)
    tried, known = 0, set()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = mutated(chance.choice(kept), kept, chance)
        tried += 1
        if (said := _fails(target, data)) and (way := str(said.splitlines()[-3:-1])) not in known:
            known.add(way)
            name = hashlib.sha256(data).hexdigest()[:12]
            (CORPUS / target / f"crash-{name}").write_bytes(data)
            print(f"{target}: crash-{name}\n{said}", flush=True)
        elif tried % 50 == 0 and len(kept) < 400:
            kept.append(data)
    return tried, len(known)


def main() -> int:
    """Run the targets one after the other; 1 when something failed."""
    words = sys.argv[1:]
    minutes = float(words.pop(0)) if words and words[0].replace(".", "").isdigit() else 1.0
    failed = 0
    for target in words or TARGETS:
        tried, crashes = run(target, minutes * 60, seed=time.time_ns())
        print(f"{target}: {tried:,} inputs, {crashes} crashes", flush=True)
        failed += crashes
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
