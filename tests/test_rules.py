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


_SAYING = {
    *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"),
    *("setPlaceholderText", "setTitle", "setInformativeText", "QLabel", "QPushButton", "QCheckBox"),
    *("QAction", "addAction", "addMenu", "addButton", "addItem", "addTab", "addRow", "addSection"),
    *("say", "announce", "tool", "menu_tool", "getSaveFileName", "getOpenFileName"),
}
_NAMES = {"Briefer", "PDF (*.pdf)", "relations.", "times.md"}  # the same in every language


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.parent.name == "desktop"],
    ids=lambda path: path.name,
)
def test_words_that_people_see_are_translated(path: Path) -> None:
    untold = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in _SAYING:
            untold += [words for argument in node.args for words in _literal_words(argument)]
    assert [words for words in untold if words not in _NAMES] == []


def _literal_words(argument: ast.expr) -> list[str]:
    """Return the words of an argument that stand there as they are shown."""
    parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
    if isinstance(argument, ast.IfExp):
        return _literal_words(argument.body) + _literal_words(argument.orelse)
    literals = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [words for words in literals if isinstance(words, str) and re.search(r"\w\w", words)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_translated_words_hide_in_a_formatted_string(path: Path) -> None:
    # the words there are not found by who collects them for the catalogues
    formatted = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
    )
    calls = (c for node in formatted for c in ast.walk(node) if isinstance(c, ast.Call))
    assert not [c.lineno for c in calls if getattr(c.func, "id", "") in {"tr", "ntr"}]
