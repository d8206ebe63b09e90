"""Ctrl+P from the window: it waits for the report, follows the files, and remembers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer import resources
from briefer.briefing.reading import read_briefing
from briefer.desktop import printing
from briefer.desktop.browsing import Browsing
from briefer.desktop.print_choices import Printable
from briefer.desktop.print_dialog import PrintWish
from briefer.desktop.printing import Printing
from briefer.desktop.settings import PRINT_CHOICES, PRINT_FOLDER, Settings
from briefer.evidence.checker import check


class NotedDialog(QObject):
    """Notes what it is shown; `while_open` runs in place of its event loop."""

    choices_used = Signal(str)
    folder_used = Signal(str)
    said = Signal(str)
    made: ClassVar[list[NotedDialog]] = []
    while_open: Any = staticmethod(lambda _dialog: None)

    def __init__(self, briefing, report, *_args, **given) -> None:
        super().__init__()
        self.shown = [(briefing, report)]
        self.given = given
        self.made.append(self)

    def show_briefing(self, briefing, report) -> None:
        self.shown.append((briefing, report))

    def exec(self) -> None:
        type(self).while_open(self)


@pytest.fixture(scope="module")
def built_in():
    briefing = read_briefing(resources.built_in_briefing())
    return briefing, check(briefing)


@pytest.fixture
def browsing(qapp):
    return Browsing(lambda: (0.0, 0.0))


@pytest.fixture
def prints(qtbot, browsing, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "PrintDialog", NotedDialog)
    monkeypatch.setattr(NotedDialog, "made", [])
    monkeypatch.setattr(NotedDialog, "while_open", staticmethod(lambda _dialog: None))
    window = QWidget()
    qtbot.addWidget(window)
    choice, fence = SimpleNamespace(theme=None), SimpleNamespace(outside=None)
    settings = Settings(tmp_path / "settings.ini")
    return Printing(window, browsing, choice, None, fence, settings, Printable), settings


def test_it_waits_until_the_quotations_are_checked(qtbot, prints, browsing, built_in):
    shown, _ = prints
    briefing, report = built_in
    browsing.open(briefing, None)
    with qtbot.waitSignal(shown.said):
        shown.show(PrintWish())
    assert NotedDialog.made == []
    browsing.take_report(report)
    assert [dialog.shown for dialog in NotedDialog.made] == [[(briefing, report)]]
    browsing.take_report(report)
    assert len(NotedDialog.made) == 1


def test_a_wish_is_forgotten_with_its_briefing(prints, browsing, built_in):
    shown, _ = prints
    briefing, report = built_in
    browsing.open(briefing, None)
    shown.show(PrintWish())
    browsing.open(briefing._replace(title="Other"), None)
    browsing.take_report(report)
    assert NotedDialog.made == []


def test_an_open_dialog_follows_the_files(prints, browsing, built_in):
    shown, _ = prints
    briefing, report = built_in
    again = briefing._replace(title="Read again")
    browsing.open(briefing, report)
    NotedDialog.while_open = staticmethod(lambda _dialog: browsing.replace(again, report))
    shown.show(PrintWish())
    (dialog,) = NotedDialog.made
    assert dialog.shown[-1] == (again, report)
    count = len(dialog.shown)
    browsing.take_report(report)
    assert len(dialog.shown) == count


def test_choices_and_folder_are_remembered_for_the_next_time(prints, browsing, built_in):
    shown, settings = prints
    browsing.open(*built_in)

    def used(dialog: NotedDialog) -> None:
        dialog.choices_used.emit('{"layout": "brief"}')
        dialog.folder_used.emit("/papers")

    NotedDialog.while_open = staticmethod(used)
    shown.show(PrintWish())
    assert settings.get(PRINT_CHOICES) == '{"layout": "brief"}'
    shown.show(PrintWish(save=True))
    given = NotedDialog.made[-1].given
    assert (given["last_choices"], given["folder"]) == ('{"layout": "brief"}', "/papers")
    assert settings.get(PRINT_FOLDER) == "/papers"
    assert given["kept"] is NotedDialog.made[0].given["kept"]
