"""A theme file -> named colours; the widgets know roles, never colours."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefer.briefing.marking_colors import BannerColors, label_of, read_marking_colors
from briefer.briefing.plain_toml import read_plain_toml

_READABLE = 4.6  # WCAG AA asks for 4.5 between text and its ground


class Theme:
    """Colours by role, each "#rrggbb"."""

    def __init__(
        self,
        theme_id: str,
        name: str,
        *,
        dark: bool,
        tint: float,
        colors: Mapping[str, str],
        markings: Mapping[str, BannerColors],
    ) -> None:
        """`tint`, 0 to 1, is how much of a kind's colour its chips and passages carry.

        `markings` are those that have colours of their own.
        """
        self.id, self.name, self.dark, self.tint = theme_id, name, dark, tint
        self.colors, self.markings = colors, markings

    def __getitem__(self, role: str) -> str:
        """Return the colour of a role; KeyError is our own fault."""
        return self.colors[role]

    def banner(self, marking: str) -> BannerColors:
        """Return the colours of a marking's banner."""
        neutral = BannerColors(self["banner"], self["banner_text"])
        return self.markings.get(label_of(marking), neutral)

    def kind_color(self, color: str) -> str:
        """Return a kind's colour, moved until text in it is readable on a card."""
        return readable(color, self["card"])

    def kind_tint(self, color: str) -> str:
        """Return the pale ground of a kind's chips and passages."""
        return mixed(self.kind_color(color), self["card"], self.tint)

    def kind_edge(self, color: str) -> str:
        """Return the outline of a kind's chips."""
        return mixed(self.kind_color(color), self["card"], min(1.0, 3 * self.tint))


def load_theme(folder: Path, theme_id: str) -> Theme:
    """Read `<theme_id>.toml` and `markings.toml` from the folder of themes."""
    data = read_plain_toml((folder / f"{theme_id}.toml").read_text(encoding="utf-8"))
    return Theme(theme_id, **data, markings=read_marking_colors(folder))


def mixed(color: str, ground: str, share: float) -> str:
    """Return `share` of a colour over a ground.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(_channels(color), _channels(ground), strict=True)
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02x}" for c, g in pairs)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable(color: str, ground: str) -> str:
    """Return the colour, mixed with white or black until it is readable on the ground."""
    goal = "#ffffff" if _luminance(ground) < 0.18 else "#000000"
    for share in range(21):
        candidate = mixed(goal, color, share / 20)
        if contrast(candidate, ground) >= _READABLE:
            return candidate
    return goal


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(channel) for channel in _channels(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
