"""The one table of actions."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from briefer.desktop.actions import ACTIONS, MENUS, action_row, keys_markdown, rows_of, shown_keys
from briefer.desktop.edit_commands import EditCommands
from briefer.desktop.file_commands import FileCommands
from briefer.desktop.go_commands import GoCommands
from briefer.desktop.help_commands import HelpCommands
from briefer.desktop.view_commands import ViewCommands

COMMANDS = {
    "File": FileCommands,
    "Edit": EditCommands,
    "Go": GoCommands,
    "View": ViewCommands,
    "Help": HelpCommands,
}


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_action_is_done_by_a_method_of_its_menu(row) -> None:
    assert callable(getattr(COMMANDS[row.menu], row.method))


def test_no_two_actions_share_an_id() -> None:
    ids = [row.id for row in ACTIONS]
    assert len(ids) == len(set(ids))


def test_no_two_actions_share_a_key() -> None:
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_qt_understands_every_key() -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    for row in ACTIONS:
        for key in row.keys:
            assert QKeySequence(key).toString(portable) == key


def test_mnemonics_differ_within_a_menu() -> None:
    for menu in MENUS:
        shown: dict[str, list[str]] = {}
        for row in rows_of(menu):
            home = row.submenu or menu
            shown.setdefault(home, []).append(row.text.partition("&")[2][:1].casefold())
        for letters in shown.values():
            assert len(letters) == len(set(letters)), letters


def test_every_key_that_the_issue_names_is_there() -> None:
    named = """Ctrl+O Alt+Left Alt+Right Ctrl+PgDown Ctrl+PgUp Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 F6
        Shift+F6 Ctrl++ Ctrl+- Ctrl+0 F11 Ctrl+K / Ctrl+P Ctrl+E F5 F8 Shift+F8 Ctrl+G F1"""
    there = {key for row in ACTIONS for key in row.keys}
    assert [key for key in named.split() if key not in there] == []


def test_keys_are_spelled_as_people_read_them() -> None:
    assert shown_keys(action_row("search")) == "Ctrl+K or /"
    assert shown_keys(action_row("next_card")) == "Ctrl+PageDown"


def test_the_readme_table_has_a_line_for_every_action_with_keys() -> None:
    lines = keys_markdown().splitlines()
    assert len(lines) == 2 + sum(bool(row.keys) for row in ACTIONS)
    assert "| Ctrl+P | Print briefing sheets or save them as a PDF |" in lines
