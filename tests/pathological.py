"""Inputs that have hung or felled Markdown parsers, as CommonMark's test suite collects them.

What they are is common knowledge, written down anew here: each is a pattern, repeated.
"""

from __future__ import annotations

INPUTS: dict[str, str] = {
    "nested strong emphasis": "*a **a " * 65_000 + "b" + " a** a*" * 65_000,
    "closers of emphasis without openers": "a_ " * 65_000,
    "openers of emphasis without closers": "_a " * 65_000,
    "closers of links without openers": "a]" * 65_000,
    "openers of links without closers": "[a" * 65_000,
    "openers and closers that do not match": "*a_ " * 50_000,
    "two sorts of emphasis across": "*a " * 20_000 + "_a*_ " * 20_000,
    "runs of emphasis in multiples of three": "a**b" + "c* " * 50_000,
    "openers of links, closers of emphasis": "[ a_" * 50_000,
    "brackets and parentheses across": "[ (](" * 80_000,
    "images in images": "![[]()" * 160_000,
    "strong emphasis across": "**x [a*b**c*](d)",
    "nested brackets": "[" * 50_000 + "a" + "]" * 50_000,
    "nested block quotes": "> " * 50_000 + "a",
    "deeply nested lists": "".join("  " * depth + "* a\n" for depth in range(1_000)),
    "null characters": "abc\0de\0",
    "runs of backticks": "".join("e" + "`" * length for length in range(1, 1_000)),
    "links without an end, in angle brackets": "[a](<b" * 30_000,
    "links without an end": "[a](b" * 30_000,
    "comments without an end": "</" + "<!--" * 100_000,
    "declarations without an end": "<!A " * 50_000,
    "character data without an end": "<![CDATA[" * 50_000,
    "instructions without an end": "<?" * 100_000,
    "blank lines in deeply nested lists": "- " * 30_000 + "x" + "\n" * 30_000,
    "blank lines in lists in a quote": "> " + "- " * 30_000 + "x\n" + ">\n" * 30_000,
    "emphasis in deep quotes": "> " * 50_000 + "a_ " * 50_000,
    "table rows": "a | b\n- | -\n" + "x | y\n" * 30_000,
    "reference definitions": "".join(f"[{number}]: u\n\n" for number in range(30_000)),
    "references to one definition": "[x]: " + "y" * 10_000 + "\n\n" + "[x] " * 20_000,
    "footnotes without an end": "[^a" * 50_000,
}


def breakdown() -> str:
    """Return a breakdown with each input as a card, and a plain card before and behind them."""
    cards = "".join(
        f"## {title[0].upper()}{title[1:]}\n\nBefore.\n\n{text}\n\nZebra {turn} stands behind.\n\n"
        for turn, (title, text) in enumerate(INPUTS.items())
    )
    return f"# Inputs\n\n## First\n\nA plain card.\n\n{cards}## Last\n\nA plain card.\n"
