"""What the helper starts, and all that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.guard.errands import carry_out
from briefer.guard.outside import Answer, ErrandProcess, Here


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH but for the shell's own."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


def log_of(programs: Path, name: str, *, code: int = 0, says: str = "") -> Path:
    """Write a program that notes its arguments and its input."""
    log = programs / f"{name}.log"
    (programs / name).write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{log}.new"\ncat >> "{log}.new"\n'
        f'mv "{log}.new" "{log}"\necho "{says}"\necho "{says}" >&2\nexit {code}\n'
    )
    (programs / name).chmod(0o755)
    return log


def test_an_address_goes_to_the_system_s_opener(programs: Path) -> None:
    log = log_of(programs, "xdg-open")
    assert Here().open_address("https://example.org/a?b=c") == (True, "")
    assert log.read_text() == "https://example.org/a?b=c\n"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "/etc/passwd", "--help", "javascript:x", "https://a b", "https://",
        "https://a\n--x", "smb://host/share", "", "https://\u0430pple.com", "mailto:",
        "mailto:a@b.org?attach=/etc/passwd",
    ],
)  # fmt: skip
def test_no_other_address_starts_anything(programs: Path, address: str) -> None:
    log = log_of(programs, "xdg-open")
    assert not Here().open_address(address).done
    assert not log.exists()


def test_an_opener_that_fails_is_told(programs: Path) -> None:
    for name in ("xdg-open", "gio", "kde-open", "x-www-browser", "firefox", "chromium"):
        log_of(programs, name, code=3)
    answer = Here().open_address("https://example.org")
    assert answer == (False, "No program for this link was found.")


def test_only_pdf_files_go_to_the_viewer(programs: Path, tmp_path: Path) -> None:
    log = log_of(programs, "xdg-open")
    for name in ("a.pdf", "a.sh", "a.desktop"):
        (tmp_path / name).touch()
    for refused in (tmp_path / "a.sh", tmp_path / "a.desktop", Path("a.pdf"), tmp_path / "no.pdf"):
        assert not Here().open_pdf(refused).done
    assert not log.exists()
    assert Here().open_pdf(tmp_path / "a.pdf").done
    assert log.read_text() == f"{tmp_path / 'a.pdf'}\n"


@pytest.mark.parametrize(
    ("name", "before"), [("kate", ["--line", "7"]), ("an editor nobody knows", [])]
)
def test_the_editor_is_started_with_the_file_and_where_known_its_line(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, before: list[str]
) -> None:
    log = log_of(programs, name)
    monkeypatch.setenv("EDITOR", f"'{programs / name}'")
    file = tmp_path / "breakdown.md"
    file.touch()
    assert Here().edit(file, 7).done
    assert log.read_text().splitlines() == [*before, str(file)]


def test_only_a_briefing_s_texts_go_to_the_editor(programs: Path, tmp_path: Path) -> None:
    log = log_of(programs, "kate")
    (tmp_path / "a.sh").touch()
    assert not Here().edit(tmp_path / "a.sh", 1).done
    assert not Here().edit(Path("breakdown.md"), 1).done
    assert not log.exists()


def test_pages_go_to_the_spooler(programs: Path) -> None:
    log = log_of(programs, "lp", says="request id is printer-1")
    answer = Here().spool("lp", ("-t", "A title"), b"%PDF pages")
    assert answer == (True, "request id is printer-1")
    assert log.read_text() == "-t\nA title\n%PDF pages"


def test_what_the_spooler_refuses_is_told(programs: Path) -> None:
    log_of(programs, "lp", code=1, says="no printer")
    assert Here().spool("lp", ()) == (False, "no printer")


@pytest.mark.parametrize(
    "request_", [{}, {"do": "x"}, {"do": "spool", "program": "sh", "options": []},
                 {"do": "address"}, {"do": "edit", "file": "/etc/passwd", "line": "1"}],
)  # fmt: skip
def test_nothing_else_is_started(request_: dict[str, object]) -> None:
    assert not carry_out(request_, b"")[0]


def test_the_helper_does_it_in_a_process_of_its_own(programs: Path) -> None:
    log = log_of(programs, "lp", says="sent")
    helper = ErrandProcess()
    helper.start()
    assert helper.spool("lp", ("-t", "x"), b"p" * 1_000_000) == Answer(True, "sent")
    assert len(log.read_bytes()) == 1_000_005
    assert not helper.open_address("file:///etc/passwd").done
    child = helper._child
    assert child is not None
    helper.close()
    assert child.returncode == 0
    assert not helper.open_address("https://example.org").done


def test_a_helper_that_was_killed_is_said_and_not_waited_for(programs: Path) -> None:
    helper = ErrandProcess()
    helper.start()
    assert helper._child is not None
    helper._child.kill()
    assert "has ended" in helper.open_address("https://example.org").words
    helper.close()
