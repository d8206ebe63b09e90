"""Plain words -> a tooltip that Qt never takes for rich text, and that wraps."""

from __future__ import annotations


def plain_tooltip(text: str) -> str:
    """Return the text escaped, so that a title such as `<img src=…>` stays words.

    >>> plain_tooltip("a < b")
    '<qt>a &lt; b</qt>'
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>" if text else ""
