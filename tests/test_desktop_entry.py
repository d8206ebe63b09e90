"""A double click on a package: the desktop entry, its MIME type, and their being put in place."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NAME = "org.briefer.Briefer"


def _make(target: str, home: Path, *more: str) -> None:
    # setup is what the machine that runs the tests has behind it
    command = ["make", "-o", "setup", target, f"PREFIX={home}/.local", *more]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="no MIME database here")
def test_make_install_desktop_lets_a_package_be_opened_by_a_double_click(tmp_path: Path) -> None:
    _make("install-desktop", tmp_path)
    share = tmp_path / ".local" / "share"
    entry = (share / "applications" / f"{NAME}.desktop").read_text()
    assert f'Exec="{ROOT}/.venv/bin/briefer" %f\n' in entry
    cache = (share / "applications" / "mimeinfo.cache").read_text()
    assert f"application/x-briefer-briefing={NAME}.desktop" in cache
    assert _type_of(tmp_path) == "application/x-briefer-briefing"
    icon = share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    assert icon.exists()
    _make("uninstall-desktop", tmp_path)
    assert not icon.exists()
    assert not (share / "applications" / f"{NAME}.desktop").exists()
    assert not (share / "mime" / "packages" / f"{NAME}.xml").exists()


def _type_of(home: Path) -> str:
    """Return what the desktop takes a package for."""
    package = home / "x.briefing"
    package.write_bytes(b"PK\x03\x04")
    globs = (home / ".local" / "share" / "mime" / "globs2").read_text()
    assert ":*.briefing\n" in globs
    if not shutil.which("gio"):
        return globs.split(":")[1]
    environment = os.environ | {"HOME": str(home), "XDG_DATA_HOME": f"{home}/.local/share"}
    done = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", package],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()[-1]
