"""The screen stays awake for as long as a talk, by what a desktop offers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from benchmarks.screen import virtual_screen
from briefer.desktop.presenting_awake import Awake

SERVICE = Path(__file__).with_name("stand_in_screen_saver.py")
HOLD = """
import sys
from PySide6.QtGui import QGuiApplication
from briefer.desktop.presenting_awake import Awake
application = QGuiApplication([])
awake = Awake()
print(awake.hold(), flush=True)
sys.stdin.readline()
awake.release()
print("released", flush=True)
sys.stdin.readline()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a desktop with D-Bus")


@pytest.fixture
def bus(tmp_path):
    """A session bus of its own, with nobody on it: an environment that leads there."""
    assert shutil.which("dbus-daemon"), "this test needs dbus-daemon; make test installs it"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield os.environ | {"DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
        daemon.terminate()


class Running:
    """A program that is talked with line by line."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def go_on(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()


def holding(environment: dict[str, str]) -> Running:
    return Running([sys.executable, "-c", HOLD], environment)


def test_a_desktops_service_is_asked_and_released_while_the_program_goes_on(bus) -> None:
    with Running([sys.executable, str(SERVICE)], bus) as service:
        assert service.hear() == "there"
        with holding(bus) as program:
            assert service.hear() == "held for Briefer A talk is being given"
            assert program.hear() == "True"
            program.go_on()
            assert service.hear() == "released"
            assert program.hear() == "released"


def test_a_program_that_is_killed_leaves_nothing_held(bus) -> None:
    with Running([sys.executable, str(SERVICE)], bus) as service:
        assert service.hear() == "there"
        with holding(bus) as program:
            assert service.hear().startswith("held")
            assert program.hear() == "True"
        assert service.hear() == "released"


def test_without_a_service_the_talk_goes_on(bus) -> None:
    with holding(bus) as program:
        assert program.hear() == "False"
        program.go_on()
        assert program.hear() == "released"


def test_holding_twice_and_releasing_twice_is_no_fault(qapp, monkeypatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert QGuiApplication.platformName() == "offscreen"
    awake = Awake()
    assert not awake.hold()
    awake.release()
    awake.release()


@pytest.mark.window
def test_where_no_service_is_the_x_server_is_asked(bus) -> None:
    with virtual_screen(manager=False) as screen:
        display = bus | {"DISPLAY": screen["DISPLAY"], "QT_QPA_PLATFORM": "xcb"}
        with holding(display) as program:
            assert program.hear() == "True"
            program.go_on()
            assert program.hear() == "released"
