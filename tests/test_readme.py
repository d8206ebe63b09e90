"""README is checked against the program that it describes."""

from __future__ import annotations

import re
from pathlib import Path

from briefer.cli import COMMANDS
from briefer.desktop.actions import keys_markdown

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_keys_are_those_of_the_actions() -> None:
    shown = re.search(r"<!-- keys:[^\n]*-->\n(.*)<!-- end of keys -->", README, re.DOTALL)
    assert shown, "README has no table of keys"
    assert shown.group(1).strip() == keys_markdown().strip()


def test_every_command_is_named() -> None:
    missing = [name for name in COMMANDS if f"briefer {name}" not in README]
    assert missing == []


def test_every_local_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
