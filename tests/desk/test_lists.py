"""Lists of picks that are saved under a name."""

from __future__ import annotations

from briefer.desk.changes import PutList, Redo, Undo
from briefer.desk.model import NamedPicks, PickedPassage
from tests.desk.material import HERE, a_desk, card, done

PICKS = (card("b"), PickedPassage("article", 3, 9, "passage"), card("a"))


def test_a_saved_list_comes_back_in_its_order(tmp_path) -> None:
    first = a_desk(tmp_path)
    done(first, PutList(HERE, "Tuesday", PICKS), PutList(HERE, "Always", (card("z"),)))
    first.close()
    kept = a_desk(tmp_path).keep(HERE)
    assert kept.lists == (NamedPicks("Always", (card("z"),)), NamedPicks("Tuesday", PICKS))


def test_a_list_is_replaced_deleted_and_brought_back(tmp_path) -> None:
    desk = a_desk(tmp_path)
    done(desk, PutList(HERE, "one", PICKS), PutList(HERE, "one", PICKS[:1]))
    assert done(desk, Undo()).lists == (NamedPicks("one", PICKS),)
    assert done(desk, PutList(HERE, "one", None)).lists == ()
    assert done(desk, Undo()).lists == (NamedPicks("one", PICKS),)
    assert done(desk, Redo()).lists == ()


def test_each_briefing_has_its_own_lists(tmp_path) -> None:
    desk = a_desk(tmp_path)
    done(desk, PutList(HERE, "one", PICKS))
    assert desk.keep("/briefings/other").lists == ()


def test_deleting_a_list_that_is_not_there_changes_nothing(tmp_path) -> None:
    assert done(a_desk(tmp_path), PutList(HERE, "none", None)).undo == ""
