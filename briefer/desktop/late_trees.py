"""Prose that takes longer than a moment -> its tree, made by a process that can be ended."""

from __future__ import annotations

import pickle
import subprocess
from functools import partial
from itertools import count
from xml.etree.ElementTree import Element

from PySide6.QtCore import QObject, Signal

from briefer.briefing.markup import LATER, as_typed, quick_tree, too_intricate
from briefer.briefing.model import Prose
from briefer.desktop.card_view import CardView
from briefer.desktop.jobs import Jobs
from briefer.guard.children import start_child

_DEADLINE = 5.0  # seconds by the clock; of processor time the child allows itself two
_MOST_KEPT = 100

Key = tuple[str, str]


class LateTrees(QObject):
    """Gives trees at once: of what is quick the tree itself, else the text as it was typed."""

    made = Signal()  # a tree that was not there when it was asked for

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._made: dict[Key, Element] = {}
        self._waiting: set[Key] = set()
        self._turns = count()

    def tree(self, prose: Prose, folder: str) -> Element:
        """Return the tree of a prose, or for now what was typed."""
        key = prose.text, folder
        if key in self._made:
            return self._made[key]
        tree = quick_tree(prose, folder)
        if tree is not None:
            return tree
        if key not in self._waiting:
            self._waiting.add(key)
            work = partial(made_elsewhere, prose, folder)
            self._jobs.run(f"tree {next(self._turns)}", work, partial(self._take, key))
        return as_typed(prose, LATER)

    def is_for_now(self, shown: str) -> bool:
        """Tell whether a card shows a text as it was typed because its tree took longer."""
        return LATER in shown

    def _take(self, key: Key, tree: Element) -> None:
        if len(self._made) >= _MOST_KEPT:
            self._made.clear()
        self._waiting.discard(key)
        self._made[key] = tree
        self.made.emit()


def made_elsewhere(prose: Prose, folder: str) -> Element:
    """Return a prose's tree from a process of its own; as typed when that takes too long."""
    child = start_child("briefer.briefing.markup_work")
    try:
        told, _ = child.communicate(pickle.dumps((prose, folder)), timeout=_DEADLINE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        told = b""
    if child.returncode != 0 or not told:
        return too_intricate(prose)
    tree = pickle.loads(told)
    assert isinstance(tree, Element)
    return tree


def give_time(card: CardView, jobs: Jobs) -> None:
    """Let a card view lay out elsewhere what takes longer than a moment."""
    card.take_trees(LateTrees(jobs, card))
