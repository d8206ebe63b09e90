"""Briefer opens a briefing and carries every claim to the passage behind it."""

__version__ = "0.1.0"
