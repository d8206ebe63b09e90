"""A talk at a moment -> what the console says about it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.briefing.model import Briefing, Card
from briefer.evidence.model import Altered, Checked, Missing, Shortened, Verbatim
from briefer.evidence.wording import grade_in_words
from briefer.language import ntr, tr
from briefer.talk.clock import minutes_and_seconds
from briefer.talk.fitting import priority_of
from briefer.talk.pacing import Pace, Pacing, pacing
from briefer.talk.talk import Aid, Showing, Talk

_SUMMARY = 260  # letters of the next card's, so that the notes keep their room
_SIGNS = {Pace.ON_TIME: "good", Pace.AHEAD: "good", Pace.BEHIND: "warning", Pace.OVER: "bad"}
_TAGS = {
    Showing.BLACK: tr("BLACK"),
    Showing.WHITE: tr("WHITE"),
    Showing.SOURCE: tr("SOURCE"),
}
_AIDS = {Aid.POINTER: tr("POINTER"), Aid.SPOTLIGHT: tr("SPOTLIGHT"), Aid.ZOOM: tr("ZOOM")}


@dataclass(frozen=True, slots=True)
class TimeFacts:
    """What changes every second; `sign` is good, warning, bad or plain."""

    elapsed: str
    rest: str  # "of 10:00 · 02:18 left"
    pace: str
    sign: str


@dataclass(frozen=True, slots=True)
class HereFacts:
    """What is worth knowing of the card that is up; `sign` is that of its time."""

    proof: str  # "S shows 2 passages · 2 exact"
    time: str  # "On this card 00:42 of 01:00"
    sign: str


@dataclass(frozen=True, slots=True)
class NextFacts:
    """The card that comes next; all empty at the end of the run."""

    kind: str = ""
    color: str = ""
    title: str = tr("End of the run")
    summary: str = ""
    grades: str = ""
    embarrassing: bool = False  # a quotation of it is not as the document has it
    marking: str = ""  # where it differs from the marking of the card that is shown
    when: str = tr("Next")


def time_facts(talk: Talk, plan: tuple[float, ...], now: float) -> TimeFacts:
    """Return the talk's time against its minutes."""
    elapsed = talk.clock.elapsed(now)
    paused = talk.clock.running_since is None
    minutes = talk.run.minutes
    rest = ""
    if minutes is not None:
        whole = minutes * 60
        rest = tr(
            "of {whole} · {left} left",
            whole=minutes_and_seconds(whole),
            left=minutes_and_seconds(whole - elapsed),
        )
    pace = pacing(plan, talk.position, elapsed)
    words, sign = (tr("Timer paused"), "warning") if paused else _pace(pace)
    return TimeFacts(minutes_and_seconds(elapsed), rest, words, sign)


def here_facts(
    talk: Talk, passages: int, evidence: tuple[Checked, ...], minutes: float | None, now: float
) -> HereFacts:
    """Return what the presenter should know of the card that the talk is at."""
    if talk.showing is Showing.SOURCE:
        place = (
            tr("passage {source} of {passages}", source=talk.source + 1, passages=passages)
            if passages > 1
            else tr("the passage")
        )
        follows = tr("the next") if talk.source + 1 < passages else tr("the card again")
        proof = tr("The room sees {place}; S shows {follows}", place=place, follows=follows)
    elif passages:
        proof = tr(
            "S shows {passages} · {grades}",
            passages=ntr("{n} passage", "{n} passages", passages),
            grades=grades(evidence),
        )
    else:
        proof = grades(evidence)
    gone = talk.clock.elapsed(now) - talk.entered + talk.spent.get(talk.card, 0.0)
    words = tr("On this card {time}", time=minutes_and_seconds(gone))
    if minutes is None:
        return HereFacts(proof, words, "plain")
    over = "warning" if gone > minutes * 60 else "plain"
    return HereFacts(
        proof,
        tr(
            "{words} of {time}",
            words=words,
            time=minutes_and_seconds(minutes * 60),
        ),
        over,
    )


def _pace(pace: Pacing | None) -> tuple[str, str]:
    return (pace.words, _SIGNS[pace.pace]) if pace else ("", "plain")


def tags(talk: Talk) -> tuple[str, ...]:
    """Return what the presenter must know about the room: BLACK, FROZEN, SOURCE."""
    room = talk.room
    found = [_TAGS[room.showing]] if room.showing in _TAGS else []
    if talk.frozen is not None:
        found.append(tr("FROZEN"))
    if room.aid in _AIDS:
        found.append(_AIDS[room.aid])
    return tuple(found)


def room_in_words(talk: Talk, name: str) -> str:
    """Return what the room sees, for those who cannot see it; `name` is the card's title."""
    room = talk.room
    match room.showing:
        case Showing.BLACK:
            return tr("The room is black")
        case Showing.WHITE:
            return tr("The room is white")
        case Showing.SOURCE:
            return tr(
                "The room sees passage {source} behind {name}", source=room.source + 1, name=name
            )
        case Showing.CARD:
            return tr("The room sees {name}", name=name) + (
                tr(", page {page}", page=room.page + 1) if room.page else ""
            )


def position(talk: Talk) -> str:
    """Return where the talk stands in its run."""
    pages = (
        tr(" · page {page} of {pages}", page=talk.page + 1, pages=talk.pages)
        if talk.pages > 1
        else ""
    )
    where = tr("Card {position} of {cards}", position=talk.position + 1, cards=len(talk.run.cards))
    if talk.pushed:
        where = tr("Sent to the room; the run waits at card {position}", position=talk.position + 1)
    return f"{where}{pages} · {talk.run.title}"


def next_facts(
    briefing: Briefing, card: Card, evidence: Iterable[Checked], marking: str, shown: str
) -> NextFacts:
    """Return what is worth knowing of the next card before it comes up.

    `marking` is that of the card, `shown` the one that the room sees now.
    """
    kind = briefing.kind(card.kind)
    graded = tuple(evidence)
    words = [grades(graded)]
    if (priority := priority_of(card)) == "must":
        words.insert(0, priority.capitalize())
    return NextFacts(
        kind.singular,
        kind.color,
        card.title,
        _shortened(card.summary),
        " · ".join(word for word in words if word),
        any(isinstance(checked.outcome, Altered | Missing) for checked in graded),
        (marking or tr("No marking")) if marking != shown else "",
    )


def _shortened(summary: str) -> str:
    if len(summary) <= _SUMMARY:
        return summary
    return f"{summary[:_SUMMARY].rsplit(' ', 1)[0]} …"


def grades(evidence: tuple[Checked, ...]) -> str:
    """Return the grades of a card's quotations: "3 exact, 1 shortened", faults by name."""
    if not evidence:
        return tr("No quotations")
    outcomes = [checked.outcome for checked in evidence]
    exact = sum(isinstance(outcome, Verbatim) for outcome in outcomes)
    shortened = sum(isinstance(outcome, Shortened) for outcome in outcomes)
    parts = [tr("{exact} exact", exact=exact)] if exact else []
    parts += [tr("{shortened} shortened", shortened=shortened)] if shortened else []
    wrong = (o for o in outcomes if isinstance(o, Altered | Missing))
    parts += [grade_in_words(outcome) for outcome in wrong]
    return ", ".join(parts)
