"""Data for the templates -> the bytes of a PDF, through Typst; text is never lost, only reported.

The ladder: with our own fonts; with the system's, when characters need them; with characters that
no font has replaced; without images, when one is broken; at last without tags.
"""

from __future__ import annotations

import atexit
import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer import resources
from briefer.language import tr
from briefer.sheets.cleaning import REPLACEMENT, characters, cleaned, named
from briefer.sheets.errors import TypesettingError

if TYPE_CHECKING:
    import typst

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]

# What our own fonts have for sure (a test holds us to it), so that most prints need no probe.
PLAIN = frozenset(
    {
        *map(chr, range(32, 127)),
        *map(chr, range(0xA1, 0x180)),
        *"\n\u00a0\u200b–—‘’“”„…•→·€†‡′″‹›−≤≥",
        *"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
        *"ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψως",
    }
)

_PAGES = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type\s*/Pages\b")
_MISSING = re.compile(r"""the text `"((?:[^"\\]|\\.)+)"` could not be displayed""")
_DISALLOWED = re.compile(r"""codepoint `"((?:[^"\\]|\\.)+)"`""")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")


def private_folder() -> Path:
    """Return a new folder that goes with this process, however it ends short of a kill."""
    folder = Path(tempfile.mkdtemp(prefix="briefer-sheets-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@dataclass(frozen=True, slots=True)
class Typeset:
    """Pages as a PDF, and what the reader should know of them."""

    pdf: bytes
    pages: int
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Typesetter:
    """A warm compiler: use one per thread, and close it.

    Images lie in a private folder, its own or one that is given, which the giver removes.
    """

    _root: Path = field(default_factory=private_folder)
    _templates: dict[str, bytes] = field(default_factory=dict)
    _compilers: dict[bool, typst.Compiler] = field(default_factory=dict)
    _probed: dict[tuple[str, bool], bool] = field(default_factory=dict)

    def close(self) -> None:
        """Remove the private folder of images."""
        shutil.rmtree(self._root, ignore_errors=True)

    def compile_pdf(
        self, data: Mapping[str, Any], assets: Mapping[str, bytes], day: date
    ) -> Typeset:
        """Return the pages of the data; `day` is the file's date, so that bytes stay the same.

        Raises TypesettingError when there is no way to set them.
        """
        self._place(assets)
        clean = cleaned(dict(data))
        system, missing = self._fonts_for(characters(clean))
        warnings = [_missing_sentence(missing)] if missing else []
        if missing:
            clean = cleaned(clean, {ord(character): REPLACEMENT for character in missing})
        return self._climb(clean, day, system, warnings)

    def _climb(self, data: dict[str, Any], day: date, system: bool, warnings: list[str]) -> Typeset:
        import typst

        steps: tuple[tuple[dict[str, Any], list[typst.PDFStandard], str], ...] = (
            (data, STANDARDS, ""),
            (
                without_images(data),
                STANDARDS,
                tr("An image could not be read; its words stand there."),
            ),
            (without_images(data), [], tr("The pages could not be tagged for accessibility.")),
        )
        problem = ""
        for step, standards, warning in steps:
            try:
                pdf = self._compile(step, day, standards, system=system)
            except (typst.TypstError, RuntimeError) as error:
                problem = problem or str(error)
                continue
            said = [*warnings, warning] if warning else warnings
            return Typeset(pdf, _page_count(pdf), tuple(said))
        raise TypesettingError(f"The pages could not be set: {problem}")

    def _compile(
        self,
        data: Mapping[str, Any],
        day: date,
        standards: list[typst.PDFStandard],
        *,
        system: bool,
    ) -> bytes:
        files = self._files() | {"data.json": json.dumps(data, ensure_ascii=False).encode()}
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        pdf, _warnings = self._compiler(system=system).compile_with_warnings(  # type: ignore[type-var]
            input=files,
            pdf_standards=standards,
            timestamp=moment,
        )
        assert isinstance(pdf, bytes)
        return pdf

    def _files(self) -> dict[str, bytes]:
        if not self._templates:
            found = {
                path.name: path.read_bytes() for path in resources.typst_folder().glob("*.typ")
            }
            main = found.pop("main.typ")  # Typst starts with the first of them
            self._templates = {"main.typ": main, **found}
        return dict(self._templates)

    def _compiler(self, *, system: bool) -> typst.Compiler:
        import typst

        if system not in self._compilers:
            fonts = typst.Fonts(
                include_system_fonts=system,
                include_embedded_fonts=True,
                font_paths=[str(resources.fonts_folder())],
            )
            self._compilers[system] = typst.Compiler(root=self._root, font_paths=fonts)
        return self._compilers[system]

    def _place(self, assets: Mapping[str, bytes]) -> None:
        for name, content in assets.items():
            path = self._root / name
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)

    def _fonts_for(self, found: Iterable[str]) -> tuple[bool, tuple[str, ...]]:
        """Tell whether the system's fonts are needed, and which characters no font has."""
        missing = self._uncovered(set(found) - PLAIN, system=False)
        if not missing:
            return False, ()
        return True, tuple(sorted(self._uncovered(missing, system=True)))

    def _uncovered(self, found: set[str], *, system: bool) -> set[str]:
        unknown = {character for character in found if (character, system) not in self._probed}
        if unknown:
            bad = self._probe(unknown, system=system)
            self._probed |= {(character, system): character in bad for character in unknown}
        return {character for character in found if self._probed[character, system]}

    def _probe(self, found: set[str], *, system: bool) -> set[str]:
        """Set each character alone and read from the typesetter's complaint which have no glyph."""
        import typst

        main = (
            '#set document(title: "probe")\n#set page(height: auto)\n'
            '#set text(font: ("Source Serif 4", "Inter"))\n'
            '#for c in json("data.json") { block(c) }'
        )
        files = {"main.typ": main.encode(), "data.json": json.dumps(sorted(found)).encode()}
        try:
            self._compiler(system=system).compile_with_warnings(  # type: ignore[type-var]
                input=files,
                pdf_standards=STANDARDS,
            )
        except typst.TypstError as error:
            said = f"{error.message}\n{error.diagnostic}"
            texts = (*_MISSING.findall(said), *_DISALLOWED.findall(said))
            return {character for text in texts for character in _unescaped(text)} & found
        return set()


def without_images(value: Any) -> Any:
    """Return data with each image replaced by its words."""
    if isinstance(value, dict):
        return {key: without_images(part) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) == 3 and value[0] == "image":
        return ["small", [tr("[Image: {value}]", value=value[2]["alt"])]]
    return [without_images(part) for part in value]


def _page_count(pdf: bytes) -> int:
    match = _PAGES.search(pdf)
    if match:
        return int(match[1] or match[2])
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], text)


def _missing_sentence(missing: tuple[str, ...]) -> str:
    names = ", ".join(named(character) for character in missing[:8])
    more = tr(" and {missing} more", missing=len(missing) - 8) if len(missing) > 8 else ""
    return tr(
        "No font has {names}{more}; printed as {sign}.",
        names=names,
        more=more,
        sign=REPLACEMENT,
    )
