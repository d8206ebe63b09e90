"""Prose -> one element tree, from which the screen's HTML and the printed form both come.

The tree is plain `xml.etree`, in tail style. Its text is plain: nothing is escaped, and raw HTML
of the briefing stands in it as the characters that were typed. Line ends in text are white space,
except in `pre`. All tags and all attributes that can occur:

blocks
    prose        the root; children are blocks. `notice="…"` when the text could not be rendered:
                 then one `pre` holds it as it was typed, and the notice says why
    p            a paragraph
    h3 h4 h5 h6  headings, never higher than h3; levels may be skipped
    ul ol li     `start="3"` on an ol that does not begin with 1; an li holds text, or blocks
    dl dt dd     definition lists; a dd holds text, or blocks
    blockquote   a quote that is no quotation of the briefing: callouts, nested quotes.
                 `callout="note"` on a callout, its title in a first p with strong
    pre          holds one `code` (or plain text in the fallback); `language="python"` when named
    table        thead (one tr of th) and tbody (tr of td); `align="left|center|right"` on th and td
    hr           a rule
    quotation    `form="block" index="2"`: the quotation `prose.quotations[2]`; holds blocks: its
                 words without the quote marks around the whole and without the citation line.
                 Whoever renders it adds the marks, the grade and the reference
    footnotes    last in the root, when there are any: `footnote number="1"`, each holds blocks
in running text
    em strong code sup
    br           a hard line break
    sup          `footnote="1"`: the mark of that footnote, its text is the number
    a            `href="https://…"`: only http, https and mailto; any other link is its text only
    img          `src="images/map.png" alt="…"`, at times `width="320"` or `width="50%"`: src is
                 always a file inside the briefing's folder; any other image is its alt text only
    card-link    `target="…"`: what stands in `[[ ]]`, not resolved; its text is what is shown
    quotation    `form="inline|uncited" index="0"`: quoted words in running text *with* their marks
                 as typed, without their citation; a comma or so between them follows in the tail
    citation     `index="0"`: `prose.citations[0]`, which stands alone; empty

Any element may have `lang` and `dir` (ltr, rtl). Elements nest at most 20 deep; what is deeper is
its text only. Quotations stand in the order of the prose, each once; none is ever lost: one that
Markdown moved into code or an attribute stands there as it was typed.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from briefer.briefing.markers import Markers
from briefer.briefing.pruning import pruned
from briefer.language import tr

if TYPE_CHECKING:
    from markdown import Markdown

    from briefer.briefing.markup_extensions import Work
    from briefer.briefing.model import Prose

_LONGEST = 300_000  # characters of one prose
_MOST_BRACKETS = 4_000  # Python-Markdown looks for the end of each through the whole text
_DEADLINE = 1.0  # seconds of processor time; a card of 250 words takes 0.005
MOST_ELEMENTS = 8_000  # of a card; Qt needs some 0.1 ms for each
_QUICK = 8_000  # characters; what it takes is looked at only between steps
_MOMENT = 0.04  # seconds of processor time that a window may spend before it answers
_TOO_LONG = tr("This text is too long to be laid out. It is shown as it was typed.")
LATER = tr("This text takes a moment to be laid out. Until then it is shown as it was typed.")
_TOO_INTRICATE = tr("This text is too intricate to be laid out. It is shown as it was typed.")

_kept = threading.local()  # building a Markdown costs more than a conversion


def element_tree(prose: Prose, folder: str = "") -> Element:
    """Return the tree of a prose, as this module's docstring describes it.

    Images are named relative to `folder`, the folder of the file that the prose stands in.
    Never raises: what cannot be rendered comes back as it was typed, with a notice.
    """
    if len(prose.text) > _LONGEST:
        return as_typed(prose, _TOO_LONG)
    if prose.text.count("[") > _MOST_BRACKETS:
        return as_typed(prose, _TOO_INTRICATE)
    try:
        return _rendered(prose, folder, _DEADLINE)
    except (
        Exception
    ):  # Python-Markdown fails in many ways, RecursionError and TooSlowError among them
        _kept.__dict__.clear()
        return as_typed(prose, _TOO_INTRICATE)


def quick_tree(prose: Prose, folder: str = "") -> Element | None:
    """Return the tree of a prose; None when that would take longer than a moment."""
    if len(prose.text) > _LONGEST:
        return as_typed(prose, _TOO_LONG)
    if len(prose.text) > _QUICK:
        return None
    try:
        return _rendered(prose, folder, _MOMENT)
    except Exception:  # whatever it is, it is looked at once more, and told then
        _kept.__dict__.clear()
        return None


def tree_for_now(prose: Prose, folder: str = "") -> Element:
    """Return the tree of a prose, or the prose as it was typed while the tree takes longer."""
    tree = quick_tree(prose, folder)
    return as_typed(prose, LATER) if tree is None else tree


def too_intricate(prose: Prose) -> Element:
    """Return the tree of a prose that could not be rendered in time."""
    return as_typed(prose, _TOO_INTRICATE)


def _rendered(prose: Prose, folder: str, deadline: float) -> Element:
    markers = Markers(prose)
    if not markers.text.strip():
        return Element("prose")
    markdown, work = _markdown(attributes="{" in markers.text)
    work.markers = markers
    work.deadline = time.thread_time() + deadline
    markdown.reset()
    lines = markers.text.split("\n")
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    tree = markdown.parser.parseDocument(lines).getroot()
    assert tree is not None
    for processor in markdown.treeprocessors:
        changed = processor.run(tree)
        tree = tree if changed is None else changed
    return pruned(tree, prose, markers, folder)


def _markdown(*, attributes: bool) -> tuple[Markdown, Work]:
    kept: dict[bool, tuple[Markdown, Work]] = _kept.__dict__.setdefault("markdowns", {})
    if attributes not in kept:
        from briefer.briefing.markup_extensions import new_markdown  # takes 30 ms to import

        kept[attributes] = new_markdown(attributes=attributes)
    return kept[attributes]


def as_typed(prose: Prose, notice: str) -> Element:
    """Return the tree of a prose that is not rendered, with a notice that says why."""
    root = Element("prose", notice=notice)
    SubElement(root, "pre").text = prose.text
    return root
