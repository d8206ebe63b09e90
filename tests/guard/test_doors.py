"""Programs are started, and sockets opened, in the few places that are known for it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent / "briefer"
_STARTS = re.compile(
    r"\bsubprocess\b|QProcess|QDesktopServices|webbrowser|os\.(?:fork|exec|spawn|posix_spawn|popen"
    r"|system|startfile)|multiprocessing|\bpty\b|QPluginLoader|QLibrary\b"
)
_SOCKETS = re.compile(
    r"\bsocket\.|import socket|import ssl|http\.client|urllib\.request|asyncio|QtNetwork|QTcp|QUdp"
    r"|QPrinter\b|QPrintDialog|uuid1|ftplib|smtplib|xmlrpc"
)
_IMAGES = re.compile(
    r"QImageReader\(|QMovie|[fF]romData\(|QPicture|QSvg|(?:QImage|QPixmap)\((?:str\(|f?[\"'])"
)
_TOOLTIPS = re.compile(r"\.set(?:ToolTip|StatusTip|WhatsThis)\((?!plain_tooltip\(|tr\(|[\"'])")


def _where(wanted: re.Pattern[str]) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if any(wanted.search(line) for line in _code(path))
    }


def _code(path: Path) -> list[str]:
    text = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
    return [line.split("  # ")[0] for line in text.splitlines() if line.lstrip()[:1] != "#"]


def test_only_the_helper_and_children_of_our_own_are_started() -> None:
    assert _where(_STARTS) == {
        "desktop/late_trees.py",  # ends a child of ours that takes too long
        "desktop/presenting_awake.py",  # caffeinate, on a Mac
        "briefing/halving.py",  # a fork that reads half
        "desktop/reading_ahead.py",  # a fork that reads
        "guard/children.py",
        "guard/errands.py",  # what the reader asks for, in the helper
        "guard/outside.py",
        "sheets/press.py",
    }


def test_no_module_opens_a_socket_but_to_the_display() -> None:
    assert _where(_SOCKETS) == {
        "cli.py",  # asks whether a display answers
        "desktop/paper_painting.py",  # the platform's print dialog, where there is no lp
    }


def test_images_are_decoded_behind_one_door() -> None:
    assert _where(_IMAGES) == {
        "desktop/briefing_images.py",  # a briefing's, each with its format pinned
        "desktop/icon_atlas.py",  # our own, from the cache
    }


def test_no_tooltip_takes_words_of_a_briefing_for_rich_text() -> None:
    assert _where(_TOOLTIPS) == {
        "desktop/action_set.py",  # sentences of our own, here and below
        "desktop/print_dialog.py",
        "desktop/status_line.py",
        "desktop/view_head.py",
    }
