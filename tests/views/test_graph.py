"""Who is tied to whom: columns, their order, what is lit, and the picture as text."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.reading import read_briefing
from briefer.resources import built_in_briefing
from briefer.views.graph import Graph
from briefer.views.graph_folding import FOLDED_FROM, Folding
from briefer.views.graph_order import crossings, ordered
from briefer.views.graph_paths import Lit, neighbours_lit, paths_lit
from briefer.views.graph_places import Measures, places_of
from briefer.views.graph_svg import Ink, svg_of
from briefer.views.graph_words import relations_in_words
from tests.views.material import briefings, many, tied_briefing

MEASURES = Measures(190, 44, 54, 30)
INK = Ink("#ffffff", "#ffffff", "#000000", "#444444", "#dddddd", "#1f5fbf")


def graph_of(briefing, citings, cards, unfolded=frozenset()) -> Graph:
    return Folding(briefing, citings, cards).graph(unfolded)


@st.composite
def layered(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[str, str]]]:
    sizes = draw(st.lists(st.integers(1, 7), min_size=2, max_size=4))
    columns = [[f"{c}.{n}" for n in range(size)] for c, size in enumerate(sizes)]
    pairs = [(a, b) for one, two in pairwise(columns) for a in one for b in two]
    return columns, draw(st.lists(st.sampled_from(pairs), unique=True, max_size=25))


@given(layered())
def test_sweeps_lose_no_name_and_never_cross_more(made) -> None:
    columns, links = made
    order = ordered(columns, links)
    assert [sorted(column) for column in order] == [sorted(column) for column in columns]
    assert crossings(order, links) <= crossings(columns, links)
    assert order == ordered(columns, links)


def test_a_plain_tangle_is_undone() -> None:
    columns = [["a", "b", "c"], ["x", "y", "z"]]
    links = [("a", "z"), ("b", "y"), ("c", "x")]
    order = ordered(columns, links)
    assert crossings(order, links) == 0


@given(briefings(), st.data())
def test_every_tie_between_shown_cards_is_a_link(briefing, data) -> None:
    chosen = tuple(data.draw(st.sets(st.sampled_from(briefing.cards), min_size=1)))
    graph = graph_of(briefing, {}, chosen)
    ids = {card.id for card in chosen}
    wanted = {
        frozenset((card, other))
        for card in ids
        for relation in briefing.relations[card]
        for other in relation.cards
        if card != other
    }
    assert {frozenset((link.left, link.right)) for link in graph.links} == wanted


@given(briefings(), st.data())
def test_paths_are_as_short_as_can_be_and_hold_together(briefing, data) -> None:
    graph = graph_of(briefing, {}, briefing.cards)
    one, other = (data.draw(st.sampled_from(graph.nodes)).id for _ in range(2))
    lit = paths_lit(graph, one, other)
    assert {one, other} <= lit.nodes
    assert {end for link in lit.links for end in link} <= lit.nodes
    assert bool(lit.links) == bool(lit.steps)
    if lit.steps == 1:
        assert lit.nodes == {one, other}


def test_a_card_lights_its_neighbours_alone() -> None:
    briefing = tied_briefing(
        {"line": "channels", "russia": "actors", "nato": "actors"}, {("line", "russia")}
    )
    lit = neighbours_lit(graph_of(briefing, {}, briefing.cards), "line")
    assert lit.nodes == {"line", "russia"}


def test_many_cards_fold_into_groups_by_what_they_share() -> None:
    graph = graph_of(many(100), {}, many(100).cards)
    channels = graph.columns[1]
    assert [len(node.cards) for node in channels.nodes] == [20] * 5
    assert {node.detail for node in channels.nodes} == {f"with Actor-{n}" for n in range(5)}
    assert sum(link.ties for link in graph.links) == 100


def test_a_group_unfolds_for_a_card_in_it() -> None:
    graph = graph_of(many(100), {}, many(100).cards, frozenset({"channel-7"}))
    assert graph.node_of("channel-7").cards == ("channel-7",)
    assert len(graph.columns[1].nodes) == 4 + 20


def test_a_very_large_group_gives_the_card_that_is_asked_for_alone() -> None:
    briefing = many(5_000)
    graph = graph_of(briefing, {}, briefing.cards, frozenset({"channel-7"}))
    assert graph.node_of("channel-7").cards == ("channel-7",)
    assert sorted(len(node.cards) for node in graph.columns[1].nodes) == [1, 999] + [1_000] * 4


@given(st.integers(1, 60))
def test_no_column_is_longer_than_can_be_read(count) -> None:
    graph = graph_of(many(count), {}, many(count).cards)
    assert all(len(column.nodes) <= FOLDED_FROM for column in graph.columns)
    assert sum(len(node.cards) for node in graph.columns[1].nodes) == count


@given(briefings(), st.floats(100, 3000), st.floats(100, 2000))
def test_boxes_never_lie_on_each_other(briefing, width, height) -> None:
    graph = graph_of(briefing, {}, briefing.cards)
    places = places_of(graph, MEASURES, (width, height))
    boxes = list(places.boxes.values())
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = abs(one.left - other.left) >= one.width
            assert apart or abs(one.top - other.top) >= one.height
    assert all(box.top >= 0 and box.top + box.height <= places.height for box in boxes)


def test_links_within_the_first_column_stay_on_the_picture() -> None:
    cards = {"one": "actors", "two": "actors", "talks": "channels"}
    briefing = tied_briefing(cards, {("one", "two"), ("talks", "one")})
    places = places_of(graph_of(briefing, {}, briefing.cards), MEASURES, (800, 400))
    assert {curve.link.steps for curve in places.curves} == {0, 1}
    for curve in places.curves:
        (x, *_), ((x1, _, x2, *_), *_) = curve.start, curve.pieces
        assert min(x, x / 4 + 3 * (x1 + x2) / 8) >= -1e-6  # a bow is farthest out at its middle
    assert max(box.left + box.width for box in places.boxes.values()) <= places.width + 1e-6


@given(briefings(), st.floats(300, 3000), st.floats(100, 2000))
def test_no_link_runs_across_a_node(briefing, width, height) -> None:
    graph = graph_of(briefing, {}, briefing.cards)
    places = places_of(graph, MEASURES, (width, height))
    for curve in places.curves:
        x, y = curve.start
        for *_, end_x, end_y in curve.pieces:
            for box in places.boxes.values():
                within = min(x, end_x) < box.left + box.width and max(x, end_x) > box.left
                level = box.top < max(y, end_y) and min(y, end_y) < box.top + box.height
                assert curve.link.steps == 0 or not (within and level)
            x, y = end_x, end_y


def test_the_built_in_briefing_reads_from_actors_to_sources() -> None:
    briefing = read_briefing(built_in_briefing())
    graph = graph_of(briefing, {}, briefing.cards)
    headings = [column.kind.heading for column in graph.columns]
    assert headings == ["Actors", "Channels", "Purposes", "Sources"]


def test_the_picture_is_well_formed_and_tells_its_relations() -> None:
    cards = {"<line>": "channels", "russia & co": "actors"}
    briefing = tied_briefing(cards, {("<line>", "russia & co")})
    graph = graph_of(briefing, {}, briefing.cards)
    places = places_of(graph, MEASURES, (800, 400))
    svg = svg_of(briefing, graph, places, Lit(), INK)
    root = ElementTree.fromstring(svg)
    described = root.find("{http://www.w3.org/2000/svg}desc")
    assert described.text == "\n".join(relations_in_words(briefing, graph))
    assert "<Line>. Actors: Russia & Co" in described.text
    assert len(root.findall(".//{http://www.w3.org/2000/svg}path")) == 1
