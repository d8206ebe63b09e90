"""The words of the interface in the reader's language; they stand in the code in English.

`speak` is called once, before any room with words is imported: tables of words are made as their
modules are. The other languages are gettext's catalogues in resources/languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

ENGLISH, AS_THE_SYSTEM = "en", ""
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}  # by their own names, to be found by who needs it
_LONGEST = 200_000  # bytes of a settings file
_SECTION, _KEY = "[window]", "language="


_THOUSANDS = {ENGLISH: ",", "de": "."}  # what parts them


class _Spoken:
    language = ENGLISH
    catalogue: NullTranslations | None = None


def speak(language: str, folder: Path) -> None:
    """Speak a language of `LANGUAGES` from now on; `folder` holds the catalogues.

    A catalogue that is not there is a fault of the installation: FileNotFoundError.
    """
    _Spoken.language, _Spoken.catalogue = ENGLISH, None
    if language != ENGLISH:
        from gettext import GNUTranslations

        with (folder / f"{language}.mo").open("rb") as file:
            _Spoken.catalogue = GNUTranslations(file)
        _Spoken.language = language


def spoken() -> str:
    """Return the language that is spoken, as `LANGUAGES` names it."""
    return _Spoken.language


def tr(words: str, /, **values: object) -> str:
    """Return words in the language spoken; `{name}` in them stands for the value of that name.

    >>> tr("Saved as {path}", path="a.pdf")
    'Saved as a.pdf'
    """
    catalogue = _Spoken.catalogue
    said = words if catalogue is None else catalogue.gettext(words)
    return said.format_map(values) if values else said


def ntr(one: str, many: str, number: int, /, **values: object) -> str:
    """Return words for a number of things; `{n}` in them stands for the number.

    >>> ntr("{n} page", "{n} pages", 2_000)
    '2,000 pages'
    """
    catalogue = _Spoken.catalogue
    if catalogue is None:
        said = one if number == 1 else many
    else:
        said = catalogue.ngettext(one, many, number)
    return said.format_map({"n": grouped(number), **values})


def in_sentence(noun: str) -> str:
    """Return a noun as it stands within a sentence: English writes it small, German does not."""
    return noun.lower() if _Spoken.catalogue is None else noun


def grouped(number: int) -> str:
    """Return a whole number with its thousands apart, as the language writes them."""
    return f"{number:,}".replace(",", _THOUSANDS[_Spoken.language])


def chosen_language(settings: Path, environment: Mapping[str, str]) -> str:
    """Return the language that the reader chose, else the system's, else English.

    The one line of the settings that is needed before Qt is loaded is read by hand.
    """
    chosen = _written(settings)
    return chosen if chosen in LANGUAGES else _of_system(environment)


def _written(settings: Path) -> str:
    section = ""
    with suppress(OSError), settings.open("rb") as file:
        for line in file.read(_LONGEST).decode("utf-8", "replace").splitlines():
            if line.startswith("["):
                section = line.strip()
            elif section == _SECTION and line.startswith(_KEY):
                return line.removeprefix(_KEY).strip()
    return AS_THE_SYSTEM


def _of_system(environment: Mapping[str, str]) -> str:
    """Return the language as gettext takes it from the environment, the strongest name first."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name, ""):
            languages = (part.partition("_")[0].partition(".")[0] for part in value.split(":"))
            return next((found for found in languages if found in LANGUAGES), ENGLISH)
    return ENGLISH
