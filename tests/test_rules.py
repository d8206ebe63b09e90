"""The rules of the house, checked mechanically."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from briefer import __version__

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "briefer").rglob("*.py"))


def _functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small_and_says_what_it_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 400
    long = [f.name for f in _functions(path) if (f.end_lineno or 0) - f.lineno > 50]
    assert not long


def test_only_themes_know_colours_and_only_one_module_writes_style_sheets() -> None:
    literals = {
        path.name
        for path in (ROOT / "briefer" / "desktop").glob("*.py")
        if re.search(r"""["']#[0-9a-fA-F]{6}["']""", path.read_text(encoding="utf-8"))
        and path.name != "theme.py"
    }
    assert not literals


def test_the_changelog_opens_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == __version__
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_no_committed_file_names_this_machine_or_a_registry() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    wrong = re.compile(r"https?://[^\s\"')]*/(simple|packages)/|(?<![\w.])/(work|root)/")
    texts = [
        ROOT / name for name in tracked if name.endswith((".py", ".md", ".toml", ".txt", ".yml"))
    ]
    assert texts
    named = [
        p.name for p in texts if p.name != "test_rules.py" and wrong.search(p.read_text("utf-8"))
    ]
    assert not named
