"""Modules that are loaded late are the same, whoever asks for them, and how."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefer.desktop.late_modules import _LATE, delay_module

_NAME = "slowly_loaded_for_a_test"
_BODY = """
import time
FIRST = 1
time.sleep(0.05)
LAST = 2
"""


@pytest.fixture
def late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    (tmp_path / f"{_NAME}.py").write_text(_BODY)
    monkeypatch.syspath_prepend(tmp_path)
    delay_module(_NAME)
    yield _NAME
    del sys.modules[_NAME]


def test_a_module_is_loaded_when_it_is_asked_for_a_name(late: str) -> None:
    module = importlib.import_module(late)
    assert "FIRST" not in vars(module)
    assert module.LAST == 2
    assert "__getattr__" not in vars(module)


def test_names_can_be_imported_from_it(late: str) -> None:
    names: dict[str, int] = {}
    exec(f"from {late} import FIRST, LAST", names)
    assert (names["FIRST"], names["LAST"]) == (1, 2)


def test_a_name_that_it_lacks_is_an_attribute_error(late: str) -> None:
    module = importlib.import_module(late)
    with pytest.raises(AttributeError, match=f"module '{late}' has no attribute 'more'"):
        _ = module.more


def test_threads_that_ask_at_once_all_find_the_module_whole(late: str) -> None:
    module = importlib.import_module(late)
    with ThreadPoolExecutor(4) as pool:
        asked = pool.map(lambda name: getattr(module, name), ["FIRST", "LAST"] * 4)
        assert list(asked) == [1, 2] * 4


_ASK = """
import importlib, json, sys
names = {}
for name in json.loads(sys.argv[1]):
    module = importlib.import_module(name)
    public = getattr(module, "__all__")
    names[name] = [sorted(public), sorted(set(dir(module)) - {"__warningregistry__"})]
print(json.dumps(names))
"""
_OURS = """
import sys
from briefer.desktop.qt_loading import load_qt
load_qt()
waiting = [name for name in {names} if "__getattr__" in vars(sys.modules[name])]
assert waiting == {names}, waiting
"""


def test_what_is_late_waits_over_the_loading_of_qt_and_is_whole_afterwards() -> None:
    names = list(_LATE)

    def told(program: str) -> object:
        command = [sys.executable, "-c", program, json.dumps(names)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)

    assert told(_OURS.format(names=names) + _ASK) == told(_ASK)
