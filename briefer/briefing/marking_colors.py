"""A marking -> the colours that it is known by; most markings have none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefer.briefing.plain_toml import read_plain_toml


class BannerColors(NamedTuple):
    """A banner's ground and the ink of its words, each "#rrggbb"."""

    ground: str
    ink: str


def read_marking_colors(folder: Path) -> Mapping[str, BannerColors]:
    """Return the colours by marking, from `markings.toml` in the folder of themes."""
    data = read_plain_toml((folder / "markings.toml").read_text(encoding="utf-8"))
    return {name: BannerColors(**colors) for name, colors in data.items()}


def label_of(marking: str) -> str:
    """Return a marking as markings.toml names it.

    >>> label_of("tlp: amber + strict")
    'TLP:AMBER+STRICT'
    """
    words = " ".join(marking.upper().split())
    return words.replace(" ", "") if words.startswith("TLP") else words
