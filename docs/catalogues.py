"""The words in the code -> resources/languages: new ones are added, and the catalogues compiled.

`make catalogues` runs it after words have changed; the tests say when it was forgotten. A new
language begins as an empty .po file there and a row of `briefer.language.LANGUAGES`.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "languages"
_WIDTH = 100
_KEYWORDS = {"tr": None, "ntr": (1, 2)}


def words() -> Catalog:
    """Return all the words that the code says by `tr` and `ntr`, with the files that say them."""
    found = Catalog()
    lines = extract_from_dir(
        ROOT / "briefer",
        keywords=_KEYWORDS,
        method_map=[("**.py", "python")],
        comment_tags=("tr:",),
    )
    for file, _, message, comments, _ in lines:
        found.add(message, locations=[(f"briefer/{file}", None)], auto_comments=comments)
    return found


def read(language: str) -> Catalog:
    """Return a catalogue as it is written."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return _undated(read_po(file, locale=language, charset="utf-8"))


def updated(language: str) -> Catalog:
    """Return a catalogue with the words of now: what is new has no translation yet."""
    catalogue = read(language)
    catalogue.update(words(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return _undated(catalogue)


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as text, in an order that does not depend on the files."""
    file = io.BytesIO()
    write_po(file, catalogue, width=_WIDTH, omit_header=False, sort_output=True,
             include_lineno=False)  # fmt: skip
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _undated(catalogue: Catalog) -> Catalog:
    """Let the same words give the same bytes, whoever writes them, and when."""
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue.last_translator = catalogue.language_team = "Briefer's developers"
    return catalogue


def is_said(message: Message) -> bool:
    """Tell whether a message has its translation, in the plural too."""
    said = message.string
    return all(said) if isinstance(said, tuple) else bool(said)


def main() -> None:
    """Write every catalogue anew and say what has no translation."""
    for path in sorted(FOLDER.glob("*.po")):
        catalogue = updated(path.stem)
        path.write_bytes(written(catalogue))
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        missing = [message for message in catalogue if message.id and not is_said(message)]
        print(f"{path.name}: {len(catalogue)} words, {len(missing)} without a translation")


if __name__ == "__main__":
    main()
