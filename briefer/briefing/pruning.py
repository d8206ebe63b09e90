"""The tree that Python-Markdown made -> the tree that markup.py promises, and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from briefer.briefing.markers import Markers
from briefer.briefing.model import Prose

_DEEPEST = 20
_BLOCKS = (
    "p",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "hr",
)
_TABLES = ("table", "thead", "tbody", "tr", "th", "td")
_IN_TEXT = ("em", "strong", "br", "quotation", "citation", "card-link")
_PASSED = frozenset((*_BLOCKS, *_TABLES, *_IN_TEXT))
_RENAMED = {"h1": "h3", "h2": "h3"}
_VALUES: dict[str, dict[str, re.Pattern[str]]] = {
    "ol": {"start": re.compile(r"[0-9]{1,9}\Z")},
    "blockquote": {"callout": re.compile(r"[a-z]+\Z")},
    "pre": {"language": re.compile(r"[A-Za-z0-9_+#.-]{1,32}\Z")},
    "th": {"align": re.compile(r"(left|center|right)\Z")},
    "td": {"align": re.compile(r"(left|center|right)\Z")},
    "quotation": {"form": re.compile(r"\w+\Z"), "index": re.compile(r"\d+\Z")},
    "citation": {"index": re.compile(r"\d+\Z")},
    "card-link": {"target": re.compile(r"(?s).*\Z")},
    "sup": {"footnote": re.compile(r"\d+\Z")},
    "footnote": {"number": re.compile(r"\d+\Z")},
    "a": {"href": re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+\Z", re.IGNORECASE)},
    "img": {"src": re.compile(r".+\Z"), "width": re.compile(r"[0-9]{1,4}%?\Z")},
}
_ANYWHERE = {"lang": re.compile(r"[A-Za-z0-9-]{2,35}\Z"), "dir": re.compile(r"(ltr|rtl)\Z")}
_STASHED = re.compile(r"\x02[^\x02\x03]*\x03|[\x02\x03]")
_ESCAPED = re.compile(r"\x02([0-9]+)\x03")
_MARKS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "'": "'", "‹": "›", "»": "«", "”": "”"}


def pruned(tree: Element, prose: Prose, markers: Markers, folder: str) -> Element:
    """Return a new tree with the promised elements, attributes and nesting."""
    pruner = _Pruner(markers, folder)
    root = Element("prose")
    pruner.fill(root, tree, 1)
    for quotation in root.iter("quotation"):
        if quotation.get("form") == "block":
            _strip_marks(quotation, prose.quotations[int(quotation.get("index", ""))].words)
    return root


class _Pruner:
    def __init__(self, markers: Markers, folder: str) -> None:
        self._markers = markers
        self._folder = folder

    def fill(self, new: Element, old: Element, depth: int) -> None:
        """Give `new` the content of `old`."""
        _append(new, self._clean(old.text))
        for child in old:
            self._add(new, child, depth)
            _append(new, self._clean(child.tail))

    def _add(self, parent: Element, old: Element, depth: int) -> None:
        tag = _RENAMED.get(old.tag, old.tag)
        if special := _SPECIAL.get(tag):
            special(self, parent, old, depth)
            return
        if depth > _DEEPEST or tag not in _PASSED:
            self._add_text(parent, old)
        else:
            self.fill(SubElement(parent, tag, self._attributes(tag, old)), old, depth + 1)

    def _add_text(self, parent: Element, old: Element) -> None:
        text = old.get("alt", "") if old.tag == "img" else "".join(old.itertext())
        _append(parent, self._clean(text))

    def _add_code(self, parent: Element, old: Element, depth: int) -> None:
        text = self._clean("".join(old.itertext()))
        for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
            text = text.replace(entity, character)
        SubElement(parent, "code").text = text.rstrip("\n") if parent.tag == "pre" else text

    def _add_fenced(self, parent: Element, old: Element, depth: int) -> None:
        pre = SubElement(parent, "pre", self._attributes("pre", old))
        SubElement(pre, "code").text = self._clean(old.text)

    def _add_division(self, parent: Element, old: Element, depth: int) -> None:
        if old.get("class") != "footnote":
            self.fill(parent, old, depth)
            return
        footnotes = SubElement(parent, "footnotes")
        for number, item in enumerate(old.iterfind("ol/li"), start=1):
            footnote = SubElement(footnotes, "footnote", number=str(number))
            self.fill(footnote, item, depth + 2)
            if len(footnote) and not len(footnote[-1]) and not footnote[-1].text:
                footnote.remove(footnote[-1])  # held only the way back

    def _add_mark(self, parent: Element, old: Element, depth: int) -> None:
        number = "".join(old.itertext())
        SubElement(parent, "sup", footnote=number).text = number

    def _add_link(self, parent: Element, old: Element, depth: int) -> None:
        if old.get("class") == "footnote-backref":
            return
        attributes = self._attributes("a", old)
        if "href" in attributes and depth <= _DEEPEST:
            self.fill(SubElement(parent, "a", attributes), old, depth + 1)
        else:
            self._add_text(parent, old)

    def _add_image(self, parent: Element, old: Element, depth: int) -> None:
        attributes = self._attributes("img", old)
        source = inside(self._clean(old.get("src")), self._folder)
        alt = self._clean(old.get("alt"))
        if source and depth <= _DEEPEST:
            SubElement(parent, "img", attributes | {"src": source, "alt": alt})
        else:
            _append(parent, alt)

    def _attributes(self, tag: str, old: Element) -> dict[str, str]:
        allowed = _VALUES.get(tag, {}) | _ANYWHERE
        cleaned = {key: self._clean(value) for key, value in old.items() if key in allowed}
        return {key: value for key, value in cleaned.items() if allowed[key].match(value)}

    def _clean(self, text: str | None) -> str:
        if not text:
            return ""
        if "\x02" in text or "\x03" in text:
            text = _STASHED.sub("", _ESCAPED.sub(lambda m: chr(int(m[1])), text))
        return self._markers.restored(text)


_SPECIAL: dict[str, Callable[[_Pruner, Element, Element, int], None]] = {
    "code": _Pruner._add_code,
    "fenced": _Pruner._add_fenced,
    "div": _Pruner._add_division,
    "sup": _Pruner._add_mark,
    "a": _Pruner._add_link,
    "img": _Pruner._add_image,
}


def inside(source: str, folder: str) -> str:
    """Return an image's name relative to the briefing's folder; "" when it leads elsewhere.

    >>> inside("../images/map.png", "breakdown")
    'images/map.png'
    """
    name = unquote(source)
    if not name or "\\" in name or ":" in name or name.startswith("/") or not name.isprintable():
        return ""
    path = posixpath.normpath(posixpath.join(folder, name))
    return "" if path == "." or path.startswith("..") else path


def _append(parent: Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _strip_marks(quotation: Element, words: str) -> None:
    """Drop the quote marks around the whole, unless the words that are compared keep them."""
    opening = closing = None
    for element, is_tail in _texts(quotation):
        opening = opening or (element, is_tail)
        closing = (element, is_tail)
    if opening is None or closing is None:
        return
    first, last = _text(*opening).lstrip(), _text(*closing).rstrip()
    if not first or _MARKS.get(first[0]) != last[-1] or words[:1] == first[0]:
        return
    if opening == closing and len(first.rstrip()) < 2:
        return
    _set_text(*opening, first[1:])
    _set_text(*closing, _text(*closing).rstrip()[:-1])


def _texts(element: Element) -> list[tuple[Element, bool]]:
    """Return where the words of an element stand, in order; True for a tail."""
    found = [(element, False)] if (element.text or "").strip() else []
    for child in element:
        found += _texts(child)
        if (child.tail or "").strip():
            found.append((child, True))
    return found


def _text(element: Element, is_tail: bool) -> str:
    return (element.tail if is_tail else element.text) or ""


def _set_text(element: Element, is_tail: bool, text: str) -> None:
    if is_tail:
        element.tail = text
    else:
        element.text = text
