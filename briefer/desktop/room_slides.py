"""The slides of a talk, laid out when they are asked for and kept; those to come, ahead."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from briefer.briefing.markup import element_tree
from briefer.briefing.model import Briefing, Card
from briefer.briefing.passage_names import NamedPassage, passage_named
from briefer.desktop.card_page import CardEvidence, CardsEvidence, Trees
from briefer.desktop.room_html import SlideCard, slide_html
from briefer.desktop.room_slide import HEIGHT, Frame, Look, Slide, laid_out
from briefer.desktop.room_source import CONTEXTS, passage_html, source_html
from briefer.desktop.room_styles import SlideLooks, slide_css
from briefer.desktop.room_text import RoomText
from briefer.desktop.theme import Theme
from briefer.evidence.model import Checked, Missing, Report
from briefer.language import tr

SMALLEST = 34  # pixels of running text on a slide that is 1080 high
_KEPT = 48
_ONE_PAGE = 300  # code points: a shorter passage fits on a page at any size that can be set
_NARROWEST, _WIDEST = 1.2, 2.4  # width by height


class SourceStep(NamedTuple):
    """One press of S: which of the card's passages, and which page of it."""

    passage: int
    page: int


class Slides:
    """Lays out cards and passages for a room of one shape."""

    def __init__(self, briefing: Briefing, theme: Theme, smallest: int = SMALLEST) -> None:
        self.briefing, self.theme = briefing, theme
        self._smallest = smallest
        self._evidence: CardsEvidence | None = None
        self._width = round(HEIGHT * 16 / 9)
        self._kept: OrderedDict[tuple[str, int], Slide] = OrderedDict()
        self._steps: dict[str, tuple[SourceStep, ...]] = {}
        self._trees: Trees = element_tree

    @property
    def width(self) -> int:
        """Return the width of the slides; their height is HEIGHT."""
        return self._width

    def take_report(self, report: Report | None) -> None:
        """Take the grades of the quotations."""
        self._evidence = CardsEvidence(report) if report else None
        self.forget()

    def take_trees(self, trees: Trees) -> None:
        """Take what gives the trees of texts from now on: some later than they are asked for."""
        self._trees = trees
        self.forget()

    def forget(self) -> None:
        """Forget what was laid out: it would be another now."""
        self._kept.clear()
        self._steps.clear()

    def fit_room(self, width: int, height: int) -> bool:
        """Take the shape of the room's window; return whether slides changed by it."""
        shape = min(max(width / max(height, 1), _NARROWEST), _WIDEST)
        wanted = round(HEIGHT * shape)
        if wanted == self._width:
            return False
        self._width = wanted
        self.forget()
        return True

    def written(self, card_id: str) -> SlideCard:
        """Return a card with what its slide and its notes are written from."""
        evidence = self._known(card_id)
        return SlideCard(self.briefing, self.briefing.card(card_id), evidence, self._trees)

    def graded(self, card_id: str) -> tuple[Checked, ...]:
        """Return the quotations that the room sees on a card."""
        found = self._known(card_id).quotations
        return tuple(checked for (in_notes, _), checked in sorted(found.items()) if not in_notes)

    def sources(self, card_id: str) -> tuple[Checked, ...]:
        """Return the quotations of a card that have a passage to show, in order."""
        return tuple(
            checked
            for checked in self.graded(card_id)
            if not isinstance(checked.outcome, Missing) and checked.outcome.ranges
        )

    def name(self, card_id: str) -> str:
        """Return the title of a card, or "a passage"."""
        return tr("a passage") if passage_named(card_id) else self.briefing.card(card_id).title

    def marking(self, card_id: str) -> str:
        """Return the marking of a card: its own, else the briefing's; that of a passage too."""
        if passage_named(card_id) is not None:
            return self.briefing.marking
        return self.briefing.card(card_id).field("marking") or self.briefing.marking

    def card(self, card_id: str) -> Slide:
        """Return the slide of a card, or of a passage that was sent to the room."""
        passage = passage_named(card_id)
        if passage is not None:
            return self._keep((card_id, -1), partial(self._new_passage, passage))
        return self._keep((card_id, -1), partial(self._new_card, card_id))

    def source_steps(self, card_id: str) -> tuple[SourceStep, ...]:
        """Return what S goes through: every passage behind a card, page by page."""
        if card_id not in self._steps:
            self._steps[card_id] = tuple(
                SourceStep(index, page)
                for index, checked in enumerate(self.sources(card_id))
                for page in range(self._source_pages(card_id, index, checked))
            )
        return self._steps[card_id]

    def source(self, card_id: str, step: int) -> tuple[Slide, int]:
        """Return the slide and page of a step; of the card when no passage is behind it."""
        steps = self.source_steps(card_id)
        if not steps:
            return self.card(card_id), 0
        found = steps[min(step, len(steps) - 1)]
        return self._source_slide(card_id, found.passage), found.page

    def _source_slide(self, card_id: str, index: int) -> Slide:
        checked = self.sources(card_id)[index]
        return self._keep((card_id, index), partial(self._new_source, card_id, checked))

    def _source_pages(self, card_id: str, index: int, checked: Checked) -> int:
        """Return how many pages a passage takes; only a long one has to be laid out for that."""
        outcome = checked.outcome
        assert not isinstance(outcome, Missing)
        words = sum(span.end - span.start for span in outcome.ranges)
        return 1 if words < _ONE_PAGE else len(self._source_slide(card_id, index).pages)

    def _keep(self, key: tuple[str, int], make: Callable[[], Slide]) -> Slide:
        if key not in self._kept:
            self._kept[key] = make()
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _new_card(self, card_id: str) -> Slide:
        html = slide_html(self.written(card_id))
        look = self._look(self.briefing.card(card_id))
        layout = partial(self._text, html, look)
        return laid_out(layout, look, self._frame(look), self._smallest)

    def _new_source(self, card_id: str, checked: Checked) -> Slide:
        look = self._look(self.briefing.card(card_id))
        return self._in_context(partial(source_html, self.briefing, checked), look)

    def _new_passage(self, passage: NamedPassage) -> Slide:
        look = Look("", self.theme["muted"], self.briefing.marking, self.theme)
        return self._in_context(partial(passage_html, self.briefing, passage), look)

    def _in_context(self, html_of: Callable[[int | None], str], look: Look) -> Slide:
        """Return a passage with as much around it as there is room for on one page.

        One that is longer than that, on pages of its own.
        """
        for context in CONTEXTS:
            layout = partial(self._text, html_of(context), look)
            slide = laid_out(layout, look, self._frame(look), self._smallest)
            if len(slide.pages) == 1:
                return slide
        return slide

    def _known(self, card_id: str) -> CardEvidence:
        return self._evidence.of(card_id) if self._evidence else CardEvidence()

    def _look(self, card: Card) -> Look:
        color = self.theme.kind_color(self.briefing.kind(card.kind).color)
        return Look(card.title, color, self.marking(card.id), self.theme)

    def _frame(self, look: Look) -> Frame:
        return Frame(self._width, bool(look.marking))

    def _text(self, html: str, look: Look, letter: float) -> RoomText:
        text = RoomText(self.briefing.files, self._frame(look).measure, letter)
        looks = SlideLooks(self.theme, letter, look.color)
        css = slide_css(self.theme, letter, look.color)
        text.show_html(html, css, looks, self.theme["text"])
        return text
