"""What cards cite -> HTML of the quotations with grades, places and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.briefing.model import Briefing, Stance
from briefer.briefing.passage_names import NamedPassage
from briefer.desktop import card_words
from briefer.desktop.card_page import attribute, chips, text, unbroken
from briefer.evidence.model import Missing
from briefer.evidence.wording import stance_in_words
from briefer.language import ntr, tr
from briefer.views.citing import Citing, source_name

_CITED = tr("Cited in the text")
_SHOWN = 12  # quotations; more would only be scrolled past


def quoted_html(briefing: Briefing, citings: Iterable[Citing]) -> str:
    """Return quotations, those of the same words once, with all the cards that have them."""
    by_words: dict[tuple[object, ...], list[Citing]] = {}
    for citing in citings:
        by_words.setdefault(_same(citing), []).append(citing)
    groups = list(by_words.values())
    shown = "".join(_one(briefing, same, turn % 2) for turn, same in enumerate(groups[:_SHOWN]))
    more = len(groups) - _SHOWN
    rest = ntr("and {n} more", "and {n} more", more)
    return shown + (f'<p class="muted">{rest}</p>' if more > 0 else "")


def _same(citing: Citing) -> tuple[object, ...]:
    if citing.checked is None:
        return citing.document, citing.paragraphs, citing.origin, citing.stance
    return citing.checked.quotation.words, citing.origin, citing.stance


def _one(briefing: Briefing, same: list[Citing], turn: int) -> str:
    citing = same[0]
    box = f"quote{turn} quote"
    words = f"“{text(citing.checked.quotation.words)}”" if citing.checked else ""
    quoted = f'<p class="{box}">{words or _CITED}</p>'
    return f'{quoted}<p class="foot quote{turn}">{_foot(briefing, same)}</p>'


def _foot(briefing: Briefing, same: list[Citing]) -> str:
    citing, parts = same[0], []
    first, last = min(citing.paragraphs, default=0), max(citing.paragraphs, default=0)
    if citing.checked is not None:
        role, sign, words = card_words.grade(citing.checked.outcome)
        parts.append(f'<span class="{role}">{sign} {text(words)}</span>')
    parts.append(text(card_words.reference(briefing, citing.document, first, last)))
    if citing.stance is not Stance.SUPPORTS:
        parts.append(f'<span class="bad">≠ {text(stance_in_words(citing.stance))}</span>')
    parts.append(text(source_name(briefing, citing.origin)))
    names = dict.fromkeys(c.card for c in same)
    links = ", ".join(_card_link(briefing, name) for name in names)
    parts.append(tr("on {cards}", cards=links))
    if citing.checked is not None and not isinstance(citing.checked.outcome, Missing):
        href = NamedPassage(citing.document, citing.checked.outcome.ranges[0]).name
        shown = unbroken(tr("Show in text"))
        parts.append(f'<a class="show" href="{attribute(href)}">{shown}</a>')
    return chips(part for part in parts if part)


def _card_link(briefing: Briefing, card_id: str) -> str:
    href = attribute(f"card:{card_id}")
    return f'<a class="show" href="{href}">{text(briefing.card(card_id).title)}</a>'
