"""The commands that need nothing but the talk and the time -> the talk's next state."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.talk.talk import Aid, Talk

Step = Callable[[Talk, float], Talk]

STEPS: Mapping[str, Step] = {
    "next": Talk.next,
    "previous": Talk.previous,
    "enter": Talk.enter,
    "first": Talk.first,
    "last": Talk.last,
    "black": lambda talk, _: talk.black(),
    "white": lambda talk, _: talk.white(),
    "freeze": lambda talk, _: talk.freeze(),
    "pointer": lambda talk, _: talk.helped(Aid.POINTER),
    "spotlight": lambda talk, _: talk.helped(Aid.SPOTLIGHT),
    "zoom": lambda talk, _: talk.helped(Aid.ZOOM),
    "timer": Talk.timer_toggled,
    "reset": Talk.timer_reset,
    "escape": Talk.escape,
}
