"""How often a fault test tries its luck: seldom in make test, often in make faults."""

from __future__ import annotations

import os

WHOLE = os.environ.get("BRIEFER_FAULTS") == "whole"


def rounds(few: int, whole: int) -> int:
    """Return how many rounds to run."""
    return whole if WHOLE else few
