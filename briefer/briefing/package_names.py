"""A name in a package -> the name that a briefing uses, or why no file may be called so."""

from __future__ import annotations

import re
import unicodedata

from briefer.language import tr

LONGEST = 400  # characters
DEEPEST = 16  # folders

# What Windows takes for a device, whatever ending it has.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)", re.I)


def normal_name(name: str) -> str:
    """Return the name in Unicode's composed form, as briefing.toml and cards write it."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def folded_name(name: str) -> str:
    """Return what two names share when some file system takes them for one."""
    return unicodedata.normalize("NFC", normal_name(name).casefold())


def strangeness(name: str) -> str:
    """Return why no file of a package may have this name, as the end of a sentence; "" if it may.

    >>> strangeness("../secret.txt")
    'leads out of the package'
    """
    if "\\" in name:
        return tr("has a backslash")
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return tr("is an absolute name")
    if ":" in name:
        return tr("has a colon")
    if not name.isprintable():
        return tr("has a character that can't be seen")
    if len(name) > LONGEST:
        return tr("is longer than {most} characters", most=LONGEST)
    return _strange_part(name.split("/"))


def _strange_part(parts: list[str]) -> str:
    if len(parts) > DEEPEST:
        return tr("lies more than {most} folders deep", most=DEEPEST)
    for part in parts:
        if part == "..":
            return tr("leads out of the package")
        if part in {"", "."}:
            return tr("has an empty part")
        if part[-1] in ". ":
            return tr("has a part that ends in a dot or a space")
        if _RESERVED.match(part):
            return tr("is a name that Windows keeps for a device")
    return ""
