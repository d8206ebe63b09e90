"""Markdown -> the words that remain after it, without rendering it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.briefing.code_spans import CodeSpans
from briefer.briefing.emphasis import Run, drop_emphasis, run_at

_MARKUP = re.compile(r"[\\`*_\[\]<&|{]")
# Links, code and emphasis that nothing else can touch: most texts hold no other Markdown. Each
# alternative begins with a plain sign, so that the search leaps from sign to sign.
_SIMPLE = re.compile(
    r"\[\[([^\[\]|]{1,400})\]\]|`([^`]++)`(?!`)|\*(?<![\w*]\*)(\*?)(?=\w)([^*`\[\]]*\w)\3\*(?![\w*])"
)
_BLOCK_MARKUP = re.compile(r"(?:^|\n)[ \t]*(?:[#>:+~=-]|\d+[.)])")
_CODE = re.compile(r"`[^`]++`")
_FENCE = re.compile(r"(`{3,}(?=[^`]*$)|~{3,})")
_BLOCK_MARKS = re.compile(
    r"(?:[ \t]*+(?:>|[-*+][ \t]+(?=\S)|\d{1,9}[.)][ \t]+(?=\S)|:[ \t]+(?=\S)))*+"
    r"[ \t]*+(?:#{1,6}[ \t]+)?"
)
_RULE = re.compile(
    r"[ \t>]*+(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|=++[ \t]*+)$"
)
_TABLE_RULE = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t:-]*+)++$")
_HEADING_END = re.compile(r"(?<=[ \t])#+[ \t]*$")
_DEFINITION = re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]+\S")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]:[ \t]")
_SIGNS = re.compile(r"[\\`\[\]!<&{]|\*+|_+")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+\-.!<>|~\"'^&$:=/,;?@%\n]")
_BRACKETS = re.compile(
    r"!?\[\[(?P<card>[^\[\]]{1,400})\]\]"
    r"|(?P<cited>\[@(?:[^\[\]]|\[\[[^\[\]]{1,200}\]\]){1,400}+\])"
    r"|(?P<note>\[\^[^\[\]\s]+\])"
    r"|(?P<open>!?\[)"
)
_CLOSING = re.compile(r"\](?P<target>\((?:[^()\n]++|\([^()\n]*+\))*+\))?")
_ADDRESS = re.compile(r"<((?:[a-zA-Z][a-zA-Z0-9+.-]*:|[\w.+-]+@)[^<>\s]*)>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")


class Plain(NamedTuple):
    """Words without Markdown, and whether any of them were emphasized."""

    words: str
    emphasized: bool


def plain_words(markdown: str) -> str:
    """Return the words of Markdown: blocks join with a space, runs of white space are one.

    >>> plain_words("- a *very* [plain](x.md) text[^1]")
    'a very plain text'
    """
    return plain(markdown).words


def plain(markdown: str) -> Plain:
    """Return the words of Markdown, and whether it emphasized any."""
    if not _opens_block(markdown):
        if not _MARKUP.search(markdown):
            return Plain(" ".join(markdown.split()), emphasized=False)
        simple = _SIMPLE.sub(_simple_words, markdown)
        if not _MARKUP.search(simple):
            emphasized = "*" in markdown and "*" in _CODE.sub("", markdown)
            return Plain(" ".join(simple.split()), emphasized)
    parts: list[str] = []
    emphasized = False
    for block, code in _blocks(markdown.split("\n")):
        if code:
            parts.append(block)
        else:
            inline = _Inline(block)
            emphasized |= inline.emphasized
            parts.append(inline.words)
    return Plain(" ".join(" ".join(parts).split()), emphasized)


def _simple_words(match: re.Match[str]) -> str:
    return match[match.lastindex or 0].strip()


def _opens_block(markdown: str) -> bool:
    find = _BLOCK_MARKUP.search if "\n" in markdown else _BLOCK_MARKUP.match
    return find(markdown) is not None


def link_words(inner: str) -> tuple[str, str]:
    """Return where the inside of `[[ ]]` leads, and the words that it shows.

    >>> link_words("formal-talks|the talks")
    ('formal-talks', 'the talks')
    """
    if "|" not in inner:
        target = inner.strip()
        return target, target
    target, _, shown = inner.replace("\\|", "|").partition("|")
    return target.strip(), shown.strip() or target.strip()


def _blocks(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield the blocks without their marks, each with whether it is code."""
    block: list[str] = []
    fence = ""
    for line in lines:
        marks = _BLOCK_MARKS.match(line)
        content = line[marks.end() :] if marks else line
        if fence:
            fence = "" if _closes(content, fence) else fence
            if fence:
                yield content, True
            continue
        opened = _FENCE.match(content)
        starts = bool(marks and marks[0].strip(" \t>"))
        skipped = bool(opened or _is_mute(line, content))
        if block and (starts or skipped or content.startswith("|")):
            yield "\n".join(block), False
            block = []
        if opened:
            fence = opened[1]
        elif not skipped:
            block.append(_without_pipes(_HEADING_END.sub("", content) if starts else content))
    if block:
        yield "\n".join(block), False


def _closes(content: str, fence: str) -> bool:
    content = content.strip()
    return len(content) >= len(fence) and not content.strip(fence[0])


def _is_mute(line: str, content: str) -> bool:
    """Tell whether a line carries no words: blank, a rule, a table's rule, a definition."""
    return not content or bool(
        _RULE.match(line) or _TABLE_RULE.match(content) or _DEFINITION.match(content)
    )


def _without_pipes(content: str) -> str:
    content = _NOTE.sub("", content, count=1) if content.startswith("[^") else content
    if not content.startswith("|"):
        return content
    return content.replace("\\|", "\0").replace("|", " ").replace("\0", "|")


class _Inline:
    """One block's words: `pieces` are put together once the emphasis is known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._open: list[tuple[int, int]] = []  # pieces of open brackets, and the runs before them
        self.emphasized = False
        self._code = CodeSpans(text)
        at = 0
        while match := _SIGNS.search(text, at):
            self._pieces.append(text[at : match.start()])
            at = self._sign(match)
        self._pieces.append(text[at:])
        self._drop_emphasis(0)
        self.words = "".join(self._pieces)

    def _sign(self, match: re.Match[str]) -> int:
        """Add what stands at a sign to the pieces; return where it ends."""
        sign, start = match[0][0], match.start()
        if sign in "*_":
            return self._stars(match)
        if sign == "`":
            return self._ticks(start)
        if sign in "[!":
            return self._bracket(start)
        if sign == "]":
            return self._closing(start)
        return self._other(sign, start)

    def _stars(self, match: re.Match[str]) -> int:
        before = self._text[match.start() - 1 : match.start()]
        after = self._text[match.end() : match.end() + 1]
        self._runs.append(run_at(len(self._pieces), match[0], before, after))
        return self._add(match[0], match.end())

    def _ticks(self, start: int) -> int:
        inner, end = self._code.at(start)
        if inner is None:
            return self._add(self._text[start:end], end)
        code = self._text[inner.start : inner.end]
        return self._add(code.strip() or code, end)

    def _bracket(self, start: int) -> int:
        match = _BRACKETS.match(self._text, start)
        if match is None:
            return self._add(self._text[start], start + 1)
        if match["card"]:
            return self._add(link_words(match["card"])[1], match.end())
        if match["cited"]:
            self._pieces[-1] = self._pieces[-1].rstrip()
        elif match["open"]:
            self._open.append((len(self._pieces), len(self._runs)))
            return self._add(match[0], match.end())
        return match.end()

    def _closing(self, start: int) -> int:
        match = _CLOSING.match(self._text, start)
        opened = self._open.pop() if self._open else None
        if match is None or opened is None or not match["target"]:
            return self._add("]", start + 1)
        piece, runs = opened
        self._pieces[piece] = ""
        self._drop_emphasis(runs)
        return match.end()

    def _drop_emphasis(self, first: int) -> None:
        """Pair the runs from one on; a link's pair with no others."""
        self.emphasized |= drop_emphasis(self._pieces, self._runs[first:])
        del self._runs[first:]

    def _other(self, sign: str, start: int) -> int:
        if sign == "\\" and (match := _ESCAPE.match(self._text, start)):
            return self._add(match[0][1:], match.end())
        if sign == "<" and (match := _ADDRESS.match(self._text, start)):
            return self._add(match[1], match.end())
        if sign == "&" and (match := _ENTITY.match(self._text, start)):
            return self._add(_unescaped(match[0]), match.end())
        if sign == "{" and (match := _ATTRIBUTES.match(self._text, start)):
            return match.end()
        return self._add(sign, start + 1)

    def _add(self, piece: str, end: int) -> int:
        self._pieces.append(piece)
        return end


def _unescaped(entity: str) -> str:
    import html

    return html.unescape(entity)
