"""Words of a document -> Markdown that gives these very words again."""

from __future__ import annotations

import re

_INLINE = re.compile(r"[\\`*_{}\[\]]")
_OPENING = re.compile(r"^(?:[#+>~=:|-]|\d{1,9}(?=[.)]))")
_ENTITIES = {"<": "&lt;", "&": "&amp;", "|": "&#124;", "!": "&#33;"}


def escaped(words: str) -> str:
    """Return the words on one line, with everything escaped that Markdown would read.

    >>> escaped("5 * 3 <b>")
    '5 \\\\* 3 &lt;b>'
    """
    line = " ".join(words.split())
    line = re.sub(r"[<&|]|!(?=\[)", lambda found: _ENTITIES[found[0]], line)
    line = _INLINE.sub(r"\\\g<0>", line)
    opening = _OPENING.match(line)
    if opening is None:
        return line
    if opening[0].isdigit():
        return f"{opening[0]}\\{line[opening.end() :]}"
    return f"&#{ord(line[0])};{line[1:]}"
