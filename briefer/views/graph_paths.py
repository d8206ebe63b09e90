"""A graph and one or two of its nodes -> the nodes and links to light."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from briefer.views.graph import Graph


@dataclass(frozen=True, slots=True)
class Lit:
    """The nodes and links that stand out; `steps` counts the links of the paths between two."""

    nodes: frozenset[str] = frozenset()
    links: frozenset[tuple[str, str]] = frozenset()
    steps: int = 0


def neighbours_lit(graph: Graph, node: str) -> Lit:
    """Return a node with all that it is tied to."""
    links = [(link.left, link.right) for link in graph.links if node in (link.left, link.right)]
    return Lit(frozenset({node, *(end for link in links for end in link)}), frozenset(links))


def paths_lit(graph: Graph, one: str, other: str) -> Lit:
    """Return all shortest paths between two nodes; the two alone where there is none."""
    near = _near(graph)
    ahead, behind = _steps(near, one), _steps(near, other)
    if other not in ahead:
        return Lit(frozenset({one, other}))
    least = ahead[other]
    links = frozenset(
        (link.left, link.right)
        for link in graph.links
        for a, b in ((link.left, link.right), (link.right, link.left))
        if a in ahead and b in behind and ahead[a] + 1 + behind[b] == least
    )
    return Lit(frozenset({one, other, *(end for link in links for end in link)}), links, least)


def _near(graph: Graph) -> Mapping[str, list[str]]:
    near: dict[str, list[str]] = {}
    for link in graph.links:
        near.setdefault(link.left, []).append(link.right)
        near.setdefault(link.right, []).append(link.left)
    return near


def _steps(near: Mapping[str, list[str]], start: str) -> Mapping[str, int]:
    steps = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in near.get(here, ()):
            if there not in steps:
                steps[there] = steps[here] + 1
                waiting.append(there)
    return steps
