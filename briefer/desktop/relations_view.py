"""The relations: who talks to whom, through what, for which purpose, and who says so."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from briefer.briefing.durable import replace_file
from briefer.desktop.announcing import announce
from briefer.desktop.glance_view import GlanceView, Material, Style
from briefer.desktop.overrides import override
from briefer.desktop.relations_canvas import RelationsCanvas
from briefer.desktop.relations_export import png_of, svg_text
from briefer.desktop.view_head import ViewHead, menu_tool, tool
from briefer.language import ntr, tr
from briefer.views.graph import Graph, Node
from briefer.views.graph_folding import Folding
from briefer.views.graph_paths import Lit, neighbours_lit, paths_lit

_QUESTION = tr("Who talks to whom, through what, for which purpose, and who says so.")
_HINT = tr(" A second card, by Ctrl+click or Space, shows the paths between the two.")


class RelationsView(GlanceView):
    """Cards in columns with what ties them; a chosen one lights its neighbours."""

    print_wanted = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.setAccessibleName(tr("Relations"))
        self._material: Material | None = None
        self._folding: Folding | None = None
        self._graph: Graph | None = None
        self._selected, self._first = "", ""  # ids of cards; the first end of a path
        self._unfolded: dict[str, str] = {}  # by kind, a card of the group that is open
        self._head = ViewHead(self)
        self._canvas = RelationsCanvas(style, self)
        self._canvas.setAccessibleName(tr("Relations"))
        self._every = tool(tr("All links"), tr("Show the links that lead past a column too"), self)
        self._every.setCheckable(True)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._canvas)

    def show_material(self, material: Material) -> None:
        """Show these cards and what they are tied to."""
        if self._material is None or self._material.briefing is not material.briefing:
            self._unfolded, self._first = {}, ""
        self._material = material
        self._folding = Folding(material.briefing, material.citings, material.cards)
        self._draw()

    def select_card(self, card_id: str) -> None:
        """Light a card and its neighbours; its group unfolds."""
        self._selected = card_id
        node = self._graph.node_of(card_id) if self._graph else None
        if node is not None and node.is_group:
            self._unfold(node, card_id)
        self._light()
        self._canvas.bring(card_id)

    @override
    def draw_ahead(self) -> None:
        self._canvas.draw_ahead()

    def set_style(self, style: Style) -> None:
        """Take other colours and sizes."""
        super().set_style(style)
        self._canvas.set_style(style)

    def lit(self) -> Lit:
        """Return what stands out now."""
        graph = self._graph
        here = graph.node_of(self._selected) if graph else None
        if graph is None or here is None:
            return Lit()
        first = graph.node_of(self._first) if self._first else None
        if first is not None and first is not here:
            return paths_lit(graph, first.id, here.id)
        return neighbours_lit(graph, here.id)

    def _lay_out(self) -> None:
        export = QMenu(self)
        export.addAction(tr("As &SVG…"), lambda: self._save("svg"))
        export.addAction(tr("As &PNG…"), lambda: self._save("png"))
        smaller, larger = tool("−", tr("Smaller (−)"), self), tool("+", tr("Larger (+)"), self)
        fit, printing = (
            tool(tr("Fit"), tr("Show the whole picture (F)"), self),
            tool(tr("Print…"), tr("Print the picture with its relations in words"), self),
        )
        smaller.setAccessibleName(tr("Smaller picture"))
        larger.setAccessibleName(tr("Larger picture"))
        smaller.clicked.connect(lambda: self._canvas.zoom_by(1 / 1.2))
        larger.clicked.connect(lambda: self._canvas.zoom_by(1.2))
        fit.clicked.connect(self._canvas.fit)
        printing.clicked.connect(self.print_wanted)
        save = menu_tool(tr("Export"), tr("Save the picture as a file"), export, self)
        self._head.add(self._every, smaller, fit, larger, save, printing)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._canvas, 1)

    def _connect(self) -> None:
        self._canvas.node_chosen.connect(self._choose)
        self._canvas.node_reached.connect(self._select)
        self._canvas.second_chosen.connect(self._choose_second)
        self._canvas.node_opened.connect(self._open)
        self._canvas.choice_ended.connect(self._end_choice)
        self._every.toggled.connect(lambda _: self._light())

    def _draw(self) -> None:
        if self._folding is None:
            return
        self._graph = self._folding.graph(frozenset(self._unfolded.values()))
        self._canvas.show_graph(self._graph)
        self._light()

    def _choose(self, node: Node) -> None:
        self._first = ""
        if node.is_group:
            self._unfold(node, node.cards[0])
        else:
            self._select(node)

    def _unfold(self, group: Node, card_id: str) -> None:
        """Show the cards of a group, and fold the one of its column that was open."""
        self._unfolded[group.kind] = card_id
        self._draw()
        self._canvas.bring(card_id)

    def _choose_second(self, node: Node) -> None:
        """Take a node as the other end; the one chosen before is where the paths begin.

        The chosen one itself, by Space, is where they begin until the choice ends.
        """
        here = self._graph.node_of(self._selected) if self._graph else None
        if here is None or here is node:
            self._first = "" if self._first == node.id else node.id
            self._light()
            return
        self._first = self._first or self._selected
        self._select(node)

    def _select(self, node: Node) -> None:
        self._selected = node.id
        if not node.is_group:
            self.card_selected.emit(node.id)
        self._light()
        self._canvas.bring(node.id)
        announce(self._canvas, self._spoken(node))

    def _open(self, node: Node) -> None:
        if node.is_group:
            self._choose(node)
        else:
            self.card_opened.emit(node.id)

    def _end_choice(self) -> None:
        self._first, self._selected = "", ""
        self._light()

    def _light(self) -> None:
        graph = self._graph
        if graph is None or self._material is None:
            return
        lit = self.lit()
        here, first = graph.node_of(self._selected), graph.node_of(self._first)
        self._canvas.light(
            lit,
            here.id if here else "",
            first.id if first else "",
            every=self._every.isChecked(),
        )
        self._head.show_words(tr("Relations"), self._hint(here, first, lit))
        self._canvas.setAccessibleDescription(self._spoken(here) if here else _QUESTION)

    def _hint(self, here: Node | None, first: Node | None, lit: Lit) -> str:
        if here is None:
            return _QUESTION + _HINT
        if first is None:
            return _QUESTION + " " + tr("Selected: {title}.", title=here.title)
        if first is here:
            return tr("From {title}: choose the card that the paths lead to.", title=here.title)
        if not lit.steps:
            return self._untied(first, here)
        steps = ntr("{n} step", "{n} steps", lit.steps)
        return tr(
            "The shortest paths between {first} and {second}: {steps}.",
            first=first.title,
            second=here.title,
            steps=steps,
        )

    def _untied(self, first: Node, second: Node) -> str:
        made = self._material
        if made is None or len(made.cards) == len(made.briefing.cards):
            return tr("Nothing ties {first} to {second}.", first=first.title, second=second.title)
        return tr(
            "Among these cards nothing ties {first} to {second}.",
            first=first.title,
            second=second.title,
        )

    def _spoken(self, node: Node) -> str:
        lit, graph = self.lit(), self._graph
        others = graph.nodes if graph else ()
        tied = [n.title for n in others if n.id in lit.nodes and n is not node]
        parts = [node.title, node.detail]
        if self._material is not None and not node.is_group:
            parts.insert(1, self._material.briefing.kind(node.kind).singular)
        return tr(
            "{what}. Tied to {others}",
            what=", ".join(parts),
            others=", ".join(tied) if tied else tr("nothing"),
        )

    def _save(self, ending: str) -> None:
        made, graph, places = self._material, self._graph, self._canvas.places
        if made is None or graph is None or places is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the relations"), f"relations.{ending}", f"{ending.upper()} (*.{ending})"
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(f"{name}.{ending}")
        if ending == "svg":
            text = svg_text(made.briefing, graph, places, self.lit(), self._style.theme)
            content = text.encode()
        else:
            content = png_of(self._canvas.image())
        try:
            replace_file(path, content)
        except OSError as error:
            self.said.emit(
                tr(
                    "{path} could not be written: {reason}",
                    path=path,
                    reason=error.strerror or error,
                )
            )
        else:
            self.said.emit(tr("Saved as {path}", path=path))
