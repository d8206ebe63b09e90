"""A file and a line -> the command that opens them in the reader's text editor; never a shell."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

Find = Callable[[str], str | None]  # a program's name -> its path, as shutil.which

_WITH_LINE: dict[str, tuple[str, ...]] = {
    "code": ("--goto", "{file}:{line}"),
    "code-insiders": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "cursor": ("--goto", "{file}:{line}"),
    "zed": ("{file}:{line}",),
    "subl": ("{file}:{line}",),
    "kate": ("--line", "{line}", "{file}"),
    "kwrite": ("--line", "{line}", "{file}"),
    "gedit": ("+{line}", "{file}"),
    "gnome-text-editor": ("+{line}", "{file}"),
    "xed": ("+{line}", "{file}"),
    "pluma": ("+{line}", "{file}"),
    "mousepad": ("--line={line}", "{file}"),
    "featherpad": ("+{line}", "{file}"),
    "geany": ("--line={line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "mvim": ("+{line}", "{file}"),
    "neovide": ("--", "+{line}", "{file}"),
    "emacs": ("+{line}", "{file}"),
    "emacsclient": ("+{line}", "{file}"),
    "bbedit": ("+{line}", "{file}"),
    "mate": ("--line", "{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
    "notepadqq": ("-l", "{line}", "{file}"),
}
_IN_TERMINAL: dict[str, tuple[str, ...]] = {
    "vi": ("+{line}", "{file}"),
    "vim": ("+{line}", "{file}"),
    "nvim": ("+{line}", "{file}"),
    "nano": ("+{line}", "{file}"),
    "micro": ("+{line}", "{file}"),
    "helix": ("{file}:{line}",),
    "hx": ("{file}:{line}",),
    "kak": ("+{line}", "{file}"),
    "joe": ("+{line}", "{file}"),
    "ne": ("+{line}", "{file}"),
    "ed": ("{file}",),
}
_TERMINALS: tuple[tuple[str, ...], ...] = (
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("kitty",),
    ("alacritty", "-e"),
    ("foot",),
    ("xterm", "-e"),
)


def editor_command(
    file: Path, line: int, environment: Mapping[str, str], find: Find = shutil.which
) -> tuple[str, ...]:
    """Return the program and its arguments; () when only the platform's own choice is left.

    $VISUAL and $EDITOR come first, then editors that are known and there.
    """
    for wish in (environment.get("VISUAL", ""), environment.get("EDITOR", "")):
        if command := _wished(wish, file, line, find):
            return command
    for name, arguments in _WITH_LINE.items():
        if program := find(name):
            return (program, *_filled(arguments, file, line))
    return ()


def _wished(wish: str, file: Path, line: int, find: Find) -> tuple[str, ...]:
    try:
        words = shlex.split(wish)
    except ValueError:  # a quote that is never closed
        return ()
    program = find(words[0]) if words else None
    if program is None:
        return ()
    name = Path(program).name.removesuffix(".exe").casefold()
    options = [word for word in words[1:] if word not in ("-w", "--wait")]
    if name in _IN_TERMINAL:
        command = (program, *options, *_filled(_IN_TERMINAL[name], file, line))
        return _in_terminal(command, find)
    arguments = _WITH_LINE.get(name, ("{file}",))
    return (program, *options, *_filled(arguments, file, line))


def _in_terminal(command: tuple[str, ...], find: Find) -> tuple[str, ...]:
    for name, *options in _TERMINALS:
        if terminal := find(name):
            return (terminal, *options, *command)
    return ()


def _filled(arguments: tuple[str, ...], file: Path, line: int) -> tuple[str, ...]:
    return tuple(
        argument.replace("{line}", str(max(line, 1))).replace("{file}", str(file))
        for argument in arguments
    )
