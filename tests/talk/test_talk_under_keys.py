"""Whatever is pressed, in whatever order: the place is kept, and no notes reach a lone screen."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from briefer.talk.run import Run
from briefer.talk.stage import Stage
from briefer.talk.talk import Aid, Showing, Talk

CARDS = ("overview", "hotlines", "line", "line", "talks")  # one of them twice in the run
PAGES = {"overview": 4, "talks": 2}
QUOTATIONS = {"overview": 3, "line": 1}
ELSEWHERE = ("annex", "passage:article:3-9", "hotlines", "overview")
SCREENS = (("laptop", "projector"), ("laptop",), ("projector",), ("laptop", "a", "b"))


class Presenter(RuleBasedStateMachine):
    """Presses keys; what pressing means for the place is followed beside the talk, simply."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.talk = Talk(Run("Run", CARDS, 10)).started(0)
        self.stage = Stage(("laptop", "projector"), "laptop")
        self.asked_for_notes = False  # on a lone screen, since it is alone

    def become(self, talk: Talk) -> None:
        self.talk = talk.with_pages(PAGES.get(talk.card, 1))

    @rule(seconds=st.floats(0, 30))
    def wait(self, seconds: float) -> None:
        self.now += seconds

    @rule(on=st.booleans())
    def go(self, on: bool) -> None:
        before = self.talk
        self.become(before.next(self.now) if on else before.previous(self.now))
        if before.showing is not Showing.CARD:
            assert (self.talk.card, self.talk.page) == (before.card, before.page)
        elif before.pushed and self.talk.card != before.card:
            assert (self.talk.position, self.talk.page) == (before.position, before.left_page)
        assert abs(self.talk.position - before.position) <= 1

    @rule(last=st.booleans())
    def leap(self, last: bool) -> None:
        self.become(self.talk.last(self.now) if last else self.talk.first(self.now))
        assert self.talk.position == (len(CARDS) - 1 if last else 0)

    @rule(digits=st.text("0123456789", min_size=1, max_size=7))
    def go_to_number(self, digits: str) -> None:
        talk = self.talk
        for digit in digits:
            talk = talk.digit(digit)
        self.become(talk.enter(self.now))
        assert self.talk.typed == ""

    @rule(card=st.sampled_from(ELSEWHERE))
    def send(self, card: str) -> None:
        position, page = self.talk.position, self.talk.left_page or self.talk.page
        pushed = bool(self.talk.pushed)
        self.become(self.talk.with_card(card, self.now))
        assert self.talk.room.card == card
        assert self.talk.position == position
        if not pushed and self.talk.pushed:
            assert self.talk.left_page == page

    @rule(showing=st.sampled_from(["black", "white", "source", "freeze"]))
    def show(self, showing: str) -> None:
        before = self.talk
        source = before.next_source(QUOTATIONS.get(before.card, 0))
        steps = {"black": before.black(), "white": before.white(), "freeze": before.freeze()}
        self.become(steps.get(showing, source))
        assert (self.talk.card, self.talk.page) == (before.card, before.page)

    @rule(aid=st.sampled_from([Aid.POINTER, Aid.SPOTLIGHT, Aid.ZOOM]))
    def help(self, aid: Aid) -> None:
        self.become(self.talk.helped(aid))

    @rule()
    def escape(self) -> None:
        before = self.talk
        after = before.escape(self.now)
        if after.ended:
            assert before.asked_to_end is not None
            assert before.showing is Showing.CARD
            return  # as if the second one had come too late
        self.become(after)
        assert (after.position, after.pushed, after.page) == (
            before.position,
            before.pushed,
            before.page,
        )

    @rule(again=st.booleans())
    def time(self, again: bool) -> None:
        self.talk = self.talk.timer_reset(self.now) if again else self.talk.timer_toggled(self.now)

    @rule()
    def swap(self) -> None:
        self.stage = self.stage.swapped()
        self.asked_for_notes = self.stage.alone and self.stage.console_shown

    @rule(opened=st.booleans())
    def panel(self, opened: bool) -> None:
        self.stage = self.stage.with_panel(opened=opened)

    @precondition(lambda self: not self.stage.panel_open)
    @rule(screens=st.sampled_from(SCREENS), first=st.sampled_from(["laptop", "projector", "a"]))
    def plug(self, screens: tuple[str, ...], first: str) -> None:
        before = self.stage
        self.stage = before.with_screens(screens, first if first in screens else screens[0])
        if not before.alone and {before.placement.room, before.placement.console} <= set(screens):
            assert self.stage.placement == before.placement
        if len(screens) == 1 and not before.alone:
            self.asked_for_notes = screens[0] != before.placement.room

    @invariant()
    def the_room_sees_one_page_of_one_card(self) -> None:
        room = self.talk.room
        assert room.card in (*CARDS, *ELSEWHERE)
        assert 0 <= room.page < PAGES.get(room.card, 1)
        assert room.source < max(QUOTATIONS.get(room.card, 0), 1)
        assert 0 <= self.talk.position < len(CARDS)

    @invariant()
    def black_is_black_whatever_is_frozen(self) -> None:
        if self.talk.showing in (Showing.BLACK, Showing.WHITE):
            assert self.talk.room.showing is self.talk.showing

    @invariant()
    def the_times_add_up(self) -> None:
        spent = sum(self.talk.end(self.now).spent.values())
        assert abs(spent - self.talk.clock.elapsed(self.now)) < 0.001

    @invariant()
    def notes_come_to_a_lone_screen_only_when_asked_for(self) -> None:
        stage = self.stage
        if stage.alone and stage.console_shown and not stage.panel_open:
            assert self.asked_for_notes
        assert stage.room_shown or stage.console_shown

    @invariant()
    def room_and_console_are_never_on_one_screen_of_several(self) -> None:
        found = self.stage.placement
        assert found.room in self.stage.screens
        if not self.stage.alone:
            assert found.console in self.stage.screens
            assert found.console != found.room


TestPresenter = Presenter.TestCase
TestPresenter.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
