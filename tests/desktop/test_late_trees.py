"""Cards that Markdown parsers choke on are read all the same, and hold nobody up."""

from __future__ import annotations

import pytest

from briefer.briefing.markup import LATER, quick_tree
from briefer.briefing.model import Prose
from briefer.desktop import late_trees
from briefer.desktop.late_trees import LateTrees, made_elsewhere
from briefer.desktop.program import Program
from briefer.desktop.whole_text import WholeText
from tests.desktop.program_material import HandJobs, opened_program, write_briefing
from tests.pathological import INPUTS, breakdown

SLOW = "word *emphasis* " * 2_000


def test_what_is_quick_is_there_at_once(qtbot) -> None:
    trees = LateTrees(HandJobs())
    assert trees.tree(Prose("A *word*."), "")[0].tag == "p"


def test_what_takes_longer_is_typed_first_and_made_in_another_process(qtbot) -> None:
    jobs = HandJobs()
    trees = LateTrees(jobs)
    assert trees.tree(Prose(SLOW), "").get("notice") == LATER
    trees.tree(Prose(SLOW), "")
    (job,) = jobs.waiting
    with qtbot.waitSignal(trees.made):
        jobs.finish(job)
    tree = trees.tree(Prose(SLOW), "")
    assert (tree.get("notice"), tree[0].tag, tree[0][0].tag) == (None, "p", "em")


def test_what_never_ends_is_ended_and_stays_readable(monkeypatch) -> None:
    monkeypatch.setattr(late_trees, "_DEADLINE", 0.01)
    tree = made_elsewhere(Prose(SLOW), "")
    assert "too intricate" in tree.get("notice", "")
    assert tree[0].text == SLOW


def test_the_system_ends_a_process_that_takes_too_long() -> None:
    endless = "![" * 1_999 + "[^a" * 1_999 + "*a **a " * 20_000
    assert made_elsewhere(Prose(endless), "")[0].text == endless


def opened(qtbot, tmp_path, text: str) -> Program:
    folder = write_briefing(tmp_path / "briefing", text)
    program = opened_program(qtbot, tmp_path, folder)
    if "read" in program._jobs.waiting:
        program._jobs.finish("read")
    return program


def test_every_input_can_be_read_as_a_card(qtbot, tmp_path) -> None:
    program = opened(qtbot, tmp_path, breakdown())
    cards = [card for card in program.browsing.briefing.cards if card.id not in ("first", "last")]
    assert len(cards) == len(INPUTS)
    for turn, card in enumerate(cards):
        program.browsing.go_to_card(card.id)
        for job in [name for name in program._jobs.waiting if name.startswith("tree")]:
            program._jobs.finish(job)
        shown = program.parts.card.text().toPlainText()
        assert card.title in shown
        assert LATER not in shown
        if f"Zebra {turn} stands behind." not in shown:
            assert "Show the whole text" in shown
            whole = WholeText(card)
            qtbot.addWidget(whole)
            qtbot.waitUntil(whole.is_whole, timeout=60_000)
            assert f"Zebra {turn} stands behind." in whole.text()


def test_the_link_under_a_text_that_was_cut_shows_all_of_it(qtbot, tmp_path) -> None:
    text = INPUTS["nested strong emphasis"]
    program = opened(qtbot, tmp_path, f"# Inputs\n\n## First\n\n## Long\n\n{text}\n")
    program.browsing.go_to_card("long")
    program.parts.card._follow("command:whole")
    (whole,) = program.window.findChildren(WholeText)
    qtbot.waitUntil(whole.is_whole)
    shown = whole.text().replace("\n", "")
    typed = program.browsing.briefing.card("long").body.text
    assert shown == typed.replace("\n", "")


@pytest.mark.parametrize("text", INPUTS.values(), ids=INPUTS)
def test_a_moment_is_all_that_a_window_gives(text: str) -> None:
    prose = Prose(text)
    tree = quick_tree(prose)
    assert (tree is None) or len(text) < 8_000 or "too long" in tree.get("notice", "")
