"""What holds around the program, and in which order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefer.guard import children, network
from briefer.guard.fence import NO_BUS, Fence, start_no_bus
from briefer.guard.network import Network
from tests.desktop.program_material import NotedOutside


def test_the_helper_is_there_before_the_fence_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    outside = NotedOutside()
    asked = outside.asked

    def denied() -> Network:
        asked.append(("denied",))
        return Network(True)

    monkeypatch.setattr(network, "deny_network", denied)
    fence = Fence(outside)
    assert fence.network is None
    fence.shut()
    fence.close()
    assert asked == [("start",), ("denied",), ("close",)]
    assert fence.network == Network(True)


def test_where_no_bus_runs_none_is_started(tmp_path: Path) -> None:
    nothing: dict[str, str] = {}
    start_no_bus(nothing)
    assert nothing == {"DBUS_SESSION_BUS_ADDRESS": NO_BUS}
    running = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/x"}
    start_no_bus(running)
    assert running == {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/x"}
    (tmp_path / "bus").touch()
    at_hand = {"XDG_RUNTIME_DIR": str(tmp_path)}
    start_no_bus(at_hand)
    assert at_hand == {"XDG_RUNTIME_DIR": str(tmp_path)}


def test_what_the_helper_starts_may_find_its_own_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NO_BUS)
    assert "DBUS_SESSION_BUS_ADDRESS" not in children._environment()


_PLANTED = ("sitecustomize", "usercustomize", "typing", "json", "struct", "PySide6", "briefer")


def test_a_child_imports_nothing_from_where_it_is_started(tmp_path: Path) -> None:
    for name in _PLANTED:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'read')!r}, 'w')\n")
    script = (
        "from briefer.guard.outside import ErrandProcess\n"
        "helper = ErrandProcess()\nhelper.start()\n"
        "print(helper.open_address('file:///x').words)\nhelper.close()"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path, env={"PYTHONPATH": str(root)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "Only https, http and mailto links are opened.\n"
    assert not (tmp_path / "read").exists()
