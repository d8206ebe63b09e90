"""What once went wrong, and what is like it, goes well: `make fuzz` does this for longer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.__main__ import CORPUS, seeds
from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS

_INPUTS = [path for name in TARGETS for path in sorted((CORPUS / name).iterdir())]
_TRIES = {"manifest": 400, "breakdown": 60, "package": 300, "query": 600, "document": 400}


@pytest.mark.parametrize("path", _INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_kept_is_answered_or_refused(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_like_it_is_too(target: str) -> None:
    chance, kept = random.Random(8), seeds(target)
    for _ in range(_TRIES[target]):
        TARGETS[target](mutated(chance.choice(kept), kept, chance))


def test_there_are_seeds_for_every_target() -> None:
    assert {path.name for path in CORPUS.iterdir()} == set(TARGETS)
    assert all(len(seeds(target)) >= 3 for target in TARGETS)
