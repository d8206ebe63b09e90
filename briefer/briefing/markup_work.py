"""What a child process does: one prose on standard input, its tree on standard output."""

from __future__ import annotations

import pickle
import sys

from briefer.briefing.markup import MOST_ELEMENTS, as_typed, element_tree
from briefer.briefing.model import Prose
from briefer.guard.limits import limit_memory, limit_time
from briefer.language import tr

_SECONDS = 2  # of processor time
_MOST_SHOWN = 60_000  # characters that a window lays out without a halt


def main() -> None:
    """Render the prose; the system ends this process when it takes too long."""
    limit_memory()
    limit_time(_SECONDS)
    prose: Prose
    prose, folder = pickle.load(sys.stdin.buffer)
    tree = element_tree(prose, folder)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        tree = as_typed(prose, tr("This text has too many parts for a card. It is shown as typed."))
    elif sum(map(len, tree.itertext())) > _MOST_SHOWN:
        tree = as_typed(prose, tr("This text is too long for a card. It is shown as it was typed."))
    pickle.dump(tree, sys.stdout.buffer)


if __name__ == "__main__":
    main()
