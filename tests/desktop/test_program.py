"""The whole window on a briefing: keys, clicks, history, reload, and what goes wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)

from briefer.briefing.model import Span
from briefer.desktop.destinations import CardDestination, PassageDestination
from briefer.desktop.program import Program
from tests.desktop.program_material import BREAKDOWN, new_program, write_briefing

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def folder(tmp_path):
    return write_briefing(tmp_path / "briefing")


@pytest.fixture
def presented() -> list[str]:
    return []


@pytest.fixture
def empty(qtbot, tmp_path, presented) -> Program:
    program = new_program(tmp_path, presented)
    qtbot.addWidget(program.window)
    return program


@pytest.fixture
def program(qtbot, empty, folder) -> Program:
    empty.open(folder)
    show(qtbot, empty)
    return empty


def show(qtbot, program: Program) -> None:
    with qtbot.waitSignal(program.ready):
        program.show()
    qtbot.waitActive(program.window)


class MoveWatch(QObject):
    """Notes the parts that get another parent, and those that are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.moved: set[str] = set()
        self.shown: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and type(watched) is not QWidget:  # being made
            self.moved.add(type(watched).__name__)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.add(type(watched).__name__)
        return False


def test_parts_are_made_where_they_stay(qtbot, tmp_path) -> None:
    watch = MoveWatch()
    QApplication.instance().installEventFilter(watch)
    try:
        qtbot.addWidget(new_program(tmp_path, []).window)
    finally:
        QApplication.instance().removeEventFilter(watch)
    # one is made before the bar that it goes into, the other goes into a box of Qt's
    assert watch.moved <= {"SearchBox", "QuietBar"}
    assert watch.shown == set()


def press(qtbot, program: Program, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or program.window
    qtbot.keyClick(target, key, modifier)


def title(program: Program) -> str:
    return program.window.windowTitle().split(" — ")[0]


def test_it_opens_on_the_overview(program) -> None:
    assert program.window.windowTitle() == "In short — Channels — Briefer"
    assert program.parts.navigator.currentIndex().data() == "In short"


def test_next_and_previous_card(qtbot, program) -> None:
    press(qtbot, program, Qt.Key.Key_PageDown, CTRL)
    assert title(program) == "Crisis hotlines"
    press(qtbot, program, Qt.Key.Key_PageUp, CTRL)
    assert title(program) == "In short"
    press(qtbot, program, Qt.Key.Key_PageUp, CTRL)
    assert title(program) == "In short"


def test_back_and_forward_by_keys(qtbot, program) -> None:
    program.browsing.go_to_card("hotlines")
    program.browsing.go_to_card("russia")
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert title(program) == "Crisis hotlines"
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    press(qtbot, program, Qt.Key.Key_Right, ALT)
    assert title(program) == "Crisis hotlines"


def test_back_and_forward_by_the_mouse_in_every_pane(qtbot, program) -> None:
    program.browsing.go_to_card("hotlines")
    parts = program.parts
    panes = (parts.navigator.viewport(), parts.card.focusProxy().viewport(), program.window)
    for pane in panes:
        qtbot.mouseClick(pane, Qt.MouseButton.BackButton)
        assert title(program) == "In short"
        qtbot.mouseClick(pane, Qt.MouseButton.ForwardButton)
        assert title(program) == "Crisis hotlines"


def test_history_buttons_are_on_only_when_there_is_somewhere_to_go(program) -> None:
    back, forward = program.actions["go_back"], program.actions["go_forward"]
    assert (back.isEnabled(), forward.isEnabled()) == (False, False)
    program.browsing.go_to_card("hotlines")
    assert (back.isEnabled(), forward.isEnabled()) == (True, False)
    back.trigger()
    assert (back.isEnabled(), forward.isEnabled()) == (False, True)


def test_back_from_a_passage_returns_to_its_card(program) -> None:
    program.browsing.go_to_card("hotlines")
    program.browsing.go(PassageDestination("article", Span(0, 8)))
    assert title(program) == "Crisis hotlines"
    program.browsing.go_to_card("russia")
    program.actions["go_back"].trigger()
    assert title(program) == "Crisis hotlines"


def test_ctrl_1_and_2_lead_to_the_kinds_without_the_overview(qtbot, program) -> None:
    press(qtbot, program, Qt.Key.Key_2, CTRL)
    assert title(program) == "Russia"
    press(qtbot, program, Qt.Key.Key_1, CTRL)
    assert title(program) == "Crisis hotlines"
    assert program.actions["show_kind_1"].text() == "Channels"
    assert not program.actions["show_kind_3"].isEnabled()


def test_f6_walks_the_panes_and_shift_f6_walks_back(qtbot, program) -> None:
    panes = program.parts.panes
    assert panes.focused_pane() is panes.navigator
    for pane in (panes.card, panes.text, panes.navigator):
        press(qtbot, program, Qt.Key.Key_F6)
        assert panes.focused_pane() is pane
    press(qtbot, program, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panes.focused_pane() is panes.text


def test_arrows_in_the_navigator_show_cards_and_leave_one_entry(qtbot, program) -> None:
    for _ in range(3):
        qtbot.keyClick(program.parts.navigator, Qt.Key.Key_Down)
    assert title(program) == "Formal talks"
    program.actions["go_back"].trigger()
    assert title(program) == "In short"


def test_slash_and_ctrl_k_lead_to_the_search_box(qtbot, program) -> None:
    for key, modifier in ((Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, CTRL)):
        program.parts.navigator.setFocus()
        press(qtbot, program, key, modifier)
        assert QApplication.focusWidget() is program.parts.search_box
        assert program.parts.search_box.text() == ""


def test_what_search_finds_is_gone_to(program) -> None:
    program.parts.search_box.destination_chosen.emit(CardDestination("russia"))
    assert title(program) == "Russia"


def test_zoom_by_keys_and_wheel(qtbot, program) -> None:
    shown = program.window.status.findChildren(QAbstractButton)
    words = lambda: [button.text() for button in shown]  # noqa: E731
    press(qtbot, program, Qt.Key.Key_Plus, CTRL)
    assert "110 %" in words()
    turn(program.parts.card.focusProxy(), -120)
    assert "100 %" in words()
    turn(program.parts.text.focusProxy(), 120)
    press(qtbot, program, Qt.Key.Key_0, CTRL)
    assert "100 %" in words()


def turn(area, delta: int) -> None:
    center = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        center,
        area.viewport().mapToGlobal(center),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)


def test_themes_change_live_and_are_remembered(program, tmp_path, qtbot) -> None:
    program.actions["theme_dark"].trigger()
    dark = QApplication.palette().window().color().name()
    program.actions["theme_contrast"].trigger()
    assert QApplication.palette().window().color().name() == "#000000" != dark
    program.window.close()
    again = new_program(tmp_path)
    qtbot.addWidget(again.window)
    again.actions["theme_light"].trigger()


def test_full_screen_and_back(qtbot, program) -> None:
    press(qtbot, program, Qt.Key.Key_F11)
    assert program.window.isFullScreen()
    press(qtbot, program, Qt.Key.Key_F11)
    assert not program.window.isFullScreen()


def test_a_marking_stands_at_the_top_and_at_the_bottom(qtbot, empty, tmp_path) -> None:
    empty.open(write_briefing(tmp_path / "marked", marking="OFFICIAL <b>x</b>"))
    show(qtbot, empty)
    banners = [w for w in empty.window.children() if w.objectName() == "marking"]
    assert [banner.text() for banner in banners] == ["OFFICIAL <b>x</b>"] * 2
    top, bottom = (banner.mapTo(empty.window, QPoint()).y() for banner in banners)
    assert top == 0
    assert bottom > empty.window.height() - 60


def test_without_a_marking_there_is_no_banner(program) -> None:
    assert not any(w.isVisible() for w in program.window.children() if w.objectName() == "marking")


def test_an_unreadable_briefing_is_a_page_and_the_window_stays_usable(
    qtbot, empty, folder, tmp_path
) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "briefing.toml").write_text('title = "x\n', encoding="utf-8")
    empty.open(bad)
    show(qtbot, empty)
    assert not empty.window.panes.isVisible()
    for row in ("next_card", "go_back", "show_overview", "reload", "next_problem", "zoom_in"):
        empty.actions[row].trigger()
    write_briefing(bad)
    buttons = empty.window.unreadable.findChildren(QAbstractButton)
    next(button for button in buttons if button.text() == "Try again").click()
    assert empty.window.panes.isVisible()
    assert title(empty) == "In short"


def test_a_changed_file_reloads_in_place(qtbot, program, folder) -> None:
    program.browsing.go_to_card("hotlines")
    (folder / "breakdown.md").write_text(BREAKDOWN.replace("Lines for", "Telephones for"))
    qtbot.waitUntil(lambda: "Telephones" in program.browsing.briefing.card("hotlines").summary)
    assert title(program) == "Crisis hotlines"
    program.actions["go_back"].trigger()
    assert title(program) == "In short"


def test_a_reload_that_fails_keeps_the_old_and_says_so(qtbot, program, folder) -> None:
    (folder / "breakdown.md").write_text("")
    qtbot.waitUntil(program.window.notice.isVisible)
    assert title(program) == "In short"
    (folder / "breakdown.md").write_text(BREAKDOWN)
    qtbot.waitUntil(lambda: not program.window.notice.isVisible())


def test_a_dropped_folder_is_opened(qtbot, program, tmp_path) -> None:
    other = write_briefing(tmp_path / "other", BREAKDOWN.replace("In short", "Another"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(other / "breakdown.md"))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(9, 9), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    program.window.dropEvent(event)
    assert event.isAccepted()
    assert title(program) == "Another"


def test_opened_briefings_are_listed(program, folder, tmp_path) -> None:
    program._jobs.finish("desk")
    recent = next(m for m in program.window.findChildren(QMenu) if "cent" in m.title())
    recent.aboutToShow.emit()
    assert folder.name in recent.actions()[0].text()
    recent.actions()[0].trigger()
    assert title(program) == "In short"


def test_problems_are_stepped_through(qtbot, empty, tmp_path) -> None:
    broken = BREAKDOWN.replace("Talks & more.", "See [[Nowhere]].")
    empty.open(write_briefing(tmp_path / "broken", broken))
    show(qtbot, empty)
    press(qtbot, empty, Qt.Key.Key_F8)
    assert empty.parts.problems.isVisible()
    assert title(empty) == "Formal talks"


def test_present_starts_at_the_card_that_is_open(qtbot, program, presented) -> None:
    program.browsing.go_to_card("hotlines")
    press(qtbot, program, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert presented == ["hotlines"]


def test_present_starts_with_a_choice(qtbot, program, presented) -> None:
    program.browsing.go_to_card("hotlines")
    press(qtbot, program, Qt.Key.Key_F5)
    assert presented == [""]


def test_the_passage_gone_to_is_copied_as_a_quotation(qtbot, program) -> None:
    program.browsing.go(PassageDestination("article", Span(0, 19)))
    press(qtbot, program, Qt.Key.Key_Q, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text().splitlines() == [
        "> Hotlines stay open.",
        "> — [@article, ¶1]",
    ]


def test_f7_goes_to_the_sentence_that_no_card_uses(qtbot, program) -> None:
    press(qtbot, program, Qt.Key.Key_F7)
    document, span = program.parts.text.current_passage()
    article = program.browsing.briefing.document(document)
    assert article.text[slice(*span)] == "Talks go on."


def test_read_leads_from_the_overview_into_the_cards(program) -> None:
    program.parts.card.command_chosen.emit("read")
    assert title(program) == "Crisis hotlines"
    assert program.parts.panes.focused_pane() is program.parts.panes.card


def test_menus_hold_every_action_once_the_window_is_there(program) -> None:
    shown = {a.objectName() for m in program.window.findChildren(QMenu) for a in m.actions()}
    from briefer.desktop.actions import ACTIONS

    assert [row.id for row in ACTIONS if row.id not in shown] == []


def test_every_control_has_an_accessible_name(program) -> None:
    program.parts.problems.show()
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit)
    unnamed = [
        widget
        for kind in kinds
        for widget in program.window.findChildren(kind)
        if is_control(widget) and not (widget.accessibleName() or visible_words(widget))
    ]
    assert unnamed == []


def is_control(widget: QWidget) -> bool:
    inner = widget.parent() and type(widget.parent()).__name__ in ("QTableView", "QScrollArea")
    return widget.isVisible() and not widget.objectName().startswith("qt_") and not inner


def visible_words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


@pytest.mark.parametrize("size", [(900, 600), (1280, 720), (1440, 900)])
def test_nothing_is_clipped_in_a_small_window(qtbot, program, size) -> None:
    program.window.showNormal()
    program.window.resize(*size)
    qtbot.waitUntil(lambda: (program.window.width(), program.window.height()) == size)
    window = program.window.rect()
    for widget in (program.window.bar, program.window.status, program.parts.panes):
        corner = widget.mapTo(program.window, widget.rect().bottomRight())
        assert window.contains(corner), widget
    for button in program.window.bar.findChildren(QAbstractButton):
        corner = button.mapTo(program.window, button.rect().bottomRight())
        assert window.contains(corner), button.text()


def test_the_details_of_an_error_can_be_copied(qtbot, program) -> None:
    from briefer.desktop.faults import fault_box

    box = fault_box("Traceback: <b>x</b>", program.window)
    copy = next(button for button in box.buttons() if button.text() == "Copy details")
    copy.click()
    assert QApplication.clipboard().text() == "Traceback: <b>x</b>"


def test_a_heading_in_the_navigator_shows_its_kind(qtbot, program, folder) -> None:
    navigator = program.parts.navigator
    press(qtbot, program, Qt.Key.Key_Down)
    assert title(program) == "Channels"
    assert "Crisis hotlines" in program.parts.card.text().toPlainText()
    assert "Lines for a crisis." in program.parts.card.text().toPlainText()
    assert navigator.currentIndex().data() == "Channels"
    press(qtbot, program, Qt.Key.Key_Down)
    assert title(program) == "Crisis hotlines"


def test_what_introduces_a_kind_is_shown_with_it(program, folder) -> None:
    told = BREAKDOWN.replace("# Channels\n", "# Channels\n\nThe *ways* of [[Russia]].\n")
    write_briefing(folder, told)
    program.opening.reload()
    program.browsing.go_to_kind("channels")
    assert "The ways of Russia." in program.parts.card.text().toPlainText()


def test_a_click_on_the_heading_shows_the_kind_and_another_folds_it(qtbot, program) -> None:
    navigator = program.parts.navigator
    heading = navigator.model().index(1, 0)
    place = navigator.visualRect(heading).center()
    qtbot.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert title(program) == "Channels"
    assert navigator.isExpanded(heading)
    qtbot.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not navigator.isExpanded(heading)


def test_cards_before_and_after_a_kind(qtbot, program) -> None:
    program.browsing.go_to_kind("channels")
    program.go.next_card()
    assert title(program) == "Crisis hotlines"
    program.browsing.go_to_kind("channels")
    program.go.previous_card()
    assert title(program) == "In short"


def test_back_leads_to_a_kind_and_a_reload_stays_on_it(qtbot, program, folder) -> None:
    program.browsing.go_to_kind("channels")
    program.browsing.go(PassageDestination("article", Span(0, 8)))
    program.browsing.go_to_card("russia")
    press(qtbot, program, Qt.Key.Key_Left, ALT)
    assert title(program) == "Channels"
    program.opening.reload()
    assert title(program) == "Channels"
    write_briefing(folder, BREAKDOWN.replace("# Channels", "# Ways"))
    program.opening.reload()
    assert title(program) == "In short"


def test_nothing_is_done_to_a_card_while_a_kind_is_shown(program) -> None:
    program.keeping._jobs.finish("desk")
    program.browsing.go_to_kind("channels")
    for action in ("pick_card", "my_note", "edit_card"):
        program.actions[action].trigger()
    assert program.keeping.picked_cards() == ()
    assert program.browsing.card_id == ""


@pytest.mark.parametrize("checked", [True, False])
def test_no_zoom_takes_the_overviews_buttons_away(qtbot, program, checked) -> None:
    card = program.parts.card
    if not checked:  # the quotations are still being compared
        program.browsing.replace(program.browsing.briefing, None)
    steps = ["zoom_in"] * 14 + ["zoom_out"] * 22 + ["zoom_normal", "zoom_in", "zoom_in"]
    for step in steps:
        program.actions[step].trigger()
        commands = [x.href for x in card.text().links() if x.href.startswith("command:")]
        assert commands == ["command:read", "command:print", "command:present"]
        program.browsing.go_to_card("russia")
        program.actions[step].trigger()
        program.browsing.back()
    assert title(program) == "In short"


@pytest.mark.parametrize("view", ["relations", "matrix", "evidence"])
def test_a_kind_comes_back_from_every_view(qtbot, program, view) -> None:
    program.view.view_wanted.emit(view)
    navigator = program.parts.navigator
    place = navigator.visualRect(navigator.model().index(1, 0)).center()
    qtbot.mouseClick(navigator.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.parts.card.isVisible()
    program.view.view_wanted.emit(view)  # a view that is filled while no card is shown
    program.browsing.go_to_kind("actors")
    program.browsing.go_to_card("russia")
    assert title(program) == "Russia"


def test_the_card_is_painted_before_what_goes_with_it(program, monkeypatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(program.parts.card, "paint_now", lambda: done.append("painted"))
    monkeypatch.setattr(program.parts.navigator, "select_card", done.append)
    program.browsing.go_to_card("hotlines")
    assert done == ["painted", "hotlines"]


def test_a_card_that_is_scrolled_to_its_place_is_not_painted_from_its_top(
    program, monkeypatch
) -> None:
    program.browsing.go_to_card("hotlines")
    done: list[str] = []
    monkeypatch.setattr(program.parts.card, "paint_now", lambda: done.append("painted"))
    program.browsing.back()
    program.browsing.forward()
    program.browsing.return_to("russia", 0.5, 0.0)
    assert program.browsing.card_id == "russia"
    assert done == []
