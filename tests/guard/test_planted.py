"""Nothing in a folder is read for lying there, also when the program is started in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.resources import built_in_briefing

ROOT = Path(__file__).resolve().parents[2]
_MODULES = ("sitecustomize", "usercustomize", "typing", "argparse", "json", "struct", "markdown")
_PACKAGES = ("PySide6", "shiboken6", "tantivy", "typst", "briefer_plugin")
_FILES = (
    "qt.conf", "qt6.conf", "index.sqlite", "desk.sqlite3", "settings.ini", "fonts.conf", ".env",
    "pyvenv.cfg", "python311._pth", "light.toml", "themes/light.toml", "window.qss",
    "platforms/libqoffscreen.so", "plugins/platforms/libqoffscreen.so", "imageformats/libqx.so",
    "resources/themes/light.toml", "main.typ", "resources/typst/main.typ", "fonts/Inter.ttf",
)  # fmt: skip
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefer.app import run
def painted():
    QTimer.singleShot(300, QApplication.closeAllWindows)
home = Path(sys.argv[1])
run(Path("."), data_folder=home / "data", cache_folder=home / "cache", on_painted=painted)
"""


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A briefing whose folder holds what other programs would read or run."""
    folder = shutil.copytree(built_in_briefing(), tmp_path / "planted")
    ran = f"open({str(tmp_path / 'ran')!r}, 'w').write(__name__)\n"
    for name in _MODULES:
        (folder / f"{name}.py").write_text(ran)
    for name in _PACKAGES:
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text(ran)
    for name in _FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("[Paths]\nPlugins = /nowhere\n")
    return folder


def run_in(folder: Path, *command: str) -> set[str]:
    """Run a command there; return the files of the folder that it opened."""
    home, log = folder.parent / "home", folder.parent / "log"
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "QT_", "XDG_"))}
    environment = kept | {
        "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"), "XDG_RUNTIME_DIR": str(home),
    }  # fmt: skip
    home.mkdir(mode=0o700)
    watch = ("strace", "-f", "-qq", "-y", "-o", str(log), "-e", "trace=open,openat,execve")
    done = subprocess.run(
        [*watch, *command], cwd=folder, env=environment, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    opened = re.findall(rf"= \d+<{re.escape(str(folder))}/([^>]*)>", log.read_text())
    return {name for name in opened if (folder / name).is_file()}


pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


def _briefing(folder: Path) -> set[str]:
    parts = [*(folder / "breakdown").iterdir(), *(folder / "documents").iterdir()]
    return {"briefing.toml", *(path.relative_to(folder).as_posix() for path in parts)}


def test_the_window_reads_the_briefing_and_nothing_else(planted: Path, tmp_path: Path) -> None:
    script = tmp_path / "script" / "briefer.py"
    script.parent.mkdir()
    (script.parent / "start.py").write_text(_WINDOW)
    opened = run_in(planted, sys.executable, str(script.parent / "start.py"), str(tmp_path))
    assert opened == _briefing(planted)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("words", [("check", "."), ("pdf", ".", "-o", "../x.pdf")])
def test_the_commands_read_the_briefing_and_nothing_else(
    planted: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    opened = run_in(planted, sys.executable, "-m", "briefer", *words)
    assert opened == _briefing(planted)
    assert not (tmp_path / "ran").exists()
