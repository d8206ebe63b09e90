"""The words of the interface in other languages: chosen, complete, and with what English holds."""

from __future__ import annotations

import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.language import (
    AS_THE_SYSTEM,
    ENGLISH,
    LANGUAGES,
    chosen_language,
    grouped,
    ntr,
    speak,
    tr,
)
from briefer.resources import languages_folder
from docs import catalogues

OTHERS = [language for language in LANGUAGES if language != ENGLISH]


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH, languages_folder())


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "de_DE", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "de"}, "de"),
        ({"LANG": "fr_FR", "LANGUAGE": "fr:de_CH:en"}, "de"),
        ({"LANG": "de_DE", "LANGUAGE": ""}, "de"),
    ],
)
def test_the_system_says_the_language(
    settings: Path, environment: dict[str, str], language: str
) -> None:
    assert chosen_language(settings, environment) == language


def test_a_choice_is_stronger_than_the_system(settings: Path) -> None:
    from briefer.desktop.settings import LANGUAGE, ZOOM, Settings

    Settings(settings).set(ZOOM, 120)  # written as it goes
    Settings(settings).set(LANGUAGE, "de")
    assert chosen_language(settings, {"LANG": "en_GB"}) == "de"
    Settings(settings).set(LANGUAGE, AS_THE_SYSTEM)
    assert chosen_language(settings, {"LANG": "en_GB"}) == "en"


@pytest.mark.parametrize(
    "damaged", [b"\xff\xfe\x00", b"[window]\nlanguage=xx\n", b"[print]\nlanguage=de\n", b"[window"]
)
def test_damaged_settings_leave_the_system_its_say(settings: Path, damaged: bytes) -> None:
    settings.write_bytes(damaged)
    assert chosen_language(settings, {}) == "en"


def test_english_is_what_the_code_says() -> None:
    assert tr("Saved as {path}", path="a{b}.pdf") == "Saved as a{b}.pdf"
    assert tr("a {brace} that stands for nothing") == "a {brace} that stands for nothing"
    assert [ntr("{n} page", "{n} pages", number) for number in (0, 1, 2_000)] == [
        "0 pages",
        "1 page",
        "2,000 pages",
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_spoken(language: str) -> None:
    speak(language, languages_folder())
    assert tr("As the system") != "As the system"
    assert tr("words that no catalogue has") == "words that no catalogue has"
    assert grouped(12_345) == "12.345"


def test_a_language_without_its_catalogue_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        speak("de", tmp_path)


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_hold_the_words_of_now(language: str) -> None:
    updated = catalogues.updated(language)
    assert [
        message.id for message in updated if message.id and not catalogues.is_said(message)
    ] == []
    written = (languages_folder() / f"{language}.po").read_bytes()
    assert catalogues.written(updated) == written, "run make catalogues"
    assert (languages_folder() / f"{language}.mo").read_bytes() == catalogues.compiled(updated)


@pytest.mark.parametrize("language", OTHERS)
def test_translations_hold_what_the_english_words_hold(language: str) -> None:
    wrong = []
    for message in catalogues.read(language):
        if not message.id:
            continue
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for words in said:
            names = [_names(part) for part in english]
            fits = (
                _names(words) in names
                and words.count("&") == english[0].count("&")
                and words.endswith("…") == english[0].endswith("…")
                and _edges(words) == _edges(english[0])
            )
            if not fits:
                wrong.append((english, words))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_mnemonics_differ_within_a_menu(language: str) -> None:
    # the words of the menus are made as their module is imported: in another process
    script = (
        "import sys; from pathlib import Path; from briefer.language import speak;"
        "speak(sys.argv[1], Path(sys.argv[2])); from briefer.desktop.actions import ACTIONS;"
        "print(*(f'{row.menu} {row.submenu}\t{row.text}' for row in ACTIONS), sep='\\n')"
    )
    command = (sys.executable, "-c", script, language, str(languages_folder()))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    letters: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        home, _, words = line.partition("\t")
        letters.setdefault(home, []).append(words.partition("&")[2][:1].casefold())
    assert len(letters) > 4
    doubled = {home: found for home, found in letters.items() if len(found) != len(set(found))}
    assert doubled == {}


def _names(words: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def _edges(words: str) -> tuple[bool, bool]:
    """Return whether words begin and end with a space."""
    return words.startswith(" "), words.endswith(" ")
