"""The program with a window: builds the application once, from folders that it is given."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefer import __version__
from briefer.guard.fence import Fence, start_no_bus
from briefer.language import ENGLISH, chosen_language, speak, spoken
from briefer.resources import (
    built_in_briefing,
    fonts_folder,
    icons_folder,
    languages_folder,
    themes_folder,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from briefer.desktop.jobs import ThreadJobs
    from briefer.desktop.program import Program
    from briefer.desktop.reading_ahead import Ahead
    from briefer.desktop.settings import Settings
    from briefer.desktop.theme_choice import ThemeChoice

_SETTINGS = "settings.ini"


def run(
    path: Path | None,
    *,
    command: str = "open",
    data_folder: Path,
    cache_folder: Path,
    private: bool = False,
    on_painted: Callable[[], None] | None = None,
) -> int:
    """Open the window on a briefing; return its exit code.

    Without a path it is the one that was open last, or the built-in one. `command` is open, or
    present to start presenting at once; a private window writes nothing. `on_painted` is called
    when the whole window has been painted for the first time.
    """
    speak(chosen_language(data_folder / _SETTINGS, os.environ), languages_folder())
    from briefer.desktop.typed_tuples import quicken_tuples

    quicken_tuples()  # before those that are defined on the way to the first paint
    from briefer.desktop.briefing_paths import briefing_at
    from briefer.desktop.collecting import pause_collection
    from briefer.desktop.last_place import first_path, read_last
    from briefer.desktop.reading_ahead import Ahead

    start_no_bus(os.environ)
    fence = Fence()
    pause_collection()  # nothing of what is built up to the first paint is garbage
    last = read_last(data_folder)
    path = briefing_at(first_path(path, last, built_in_briefing()))
    card = last.card if last is not None and last.path == str(path.absolute()) else ""
    ahead = Ahead(path, card)  # before Qt is loaded: it reads meanwhile
    application, jobs, program = _built(ahead, fence, data_folder, cache_folder, private=private)
    program.browsing.begin_with(card)
    log = None if private else data_folder / "faults.log"
    program.painted.connect(partial(_after_first_paint, program, fence, log, command, on_painted))
    _start(program, path)
    code = application.exec()
    jobs.wait()
    fence.close()
    return code


def _start(program: Program, path: Path) -> None:
    """Show the window and open a briefing in it; it is painted when both are there.

    The screen makes room for the window while the briefing is still being read.
    """
    program.window.setUpdatesEnabled(False)
    program.show()
    program.open(path)
    program.window.setUpdatesEnabled(True)


def _built(
    ahead: Ahead, fence: Fence, data_folder: Path, cache_folder: Path, *, private: bool
) -> tuple[QApplication, ThreadJobs, Program]:
    from briefer.desktop.qt_loading import load_qt

    load_qt()
    from PySide6.QtGui import QIcon

    from briefer.desktop.icons import Icons
    from briefer.desktop.image_plugins import offer_few_formats
    from briefer.desktop.jobs import ThreadJobs
    from briefer.desktop.presenting_door import PresentingDoor
    from briefer.desktop.program import Program
    from briefer.desktop.settings import Settings

    offer_few_formats(cache_folder, may_write=not private)
    application = _application()
    jobs = ThreadJobs(application)
    settings = Settings(data_folder / _SETTINGS, private=private)
    choice = _theme_choice(application, settings)
    door = PresentingDoor(application, jobs, settings, choice, themes_folder())
    program = Program(
        settings=settings,
        choice=choice,
        icons=Icons(cache_folder / "icons.png", __version__, jobs),
        jobs=jobs,
        fence=fence,
        ahead=ahead,
        window_icon=QIcon(str(icons_folder() / "briefer.png")),
        built_in=built_in_briefing(),
        data_folder=data_folder,
        index_folder=cache_folder / "search",
        version=__version__,
        start_presenting=door,
        present_cards=door.present_cards,
    )
    return application, jobs, program


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    from briefer.desktop.fonts import register_fonts

    QApplication.setApplicationName("briefer")
    QApplication.setApplicationDisplayName("Briefer")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("org.briefer.Briefer")
    # Not setStyle: it hands back the style, for which PySide makes 600 names, 7 ms.
    application = QApplication(["briefer", "-style", "Fusion"])
    register_fonts(application, fonts_folder())
    if spoken() != ENGLISH:
        _translate_qt(application)
    return application


def _translate_qt(application: QCoreApplication) -> None:
    """Let Qt's own buttons and menus speak the language too."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{spoken()}", folder):
        application.installTranslator(translator)


def _theme_choice(application: QApplication, settings: Settings) -> ThemeChoice:
    from briefer.desktop.settings import THEME
    from briefer.desktop.theme import load_theme
    from briefer.desktop.theme_choice import CHOICES, SYSTEM, ThemeChoice
    from briefer.desktop.theme_styles import dress

    chosen = settings.get(THEME)
    choice = ThemeChoice(
        application.styleHints(),
        partial(load_theme, themes_folder()),
        chosen if chosen in CHOICES else SYSTEM,
        application,
    )
    dress(application, choice.theme, themes_folder())
    choice.theme_changed.connect(lambda theme: dress(application, theme, themes_folder()))
    return choice


def _after_first_paint(
    program: Program,
    fence: Fence,
    log: Path | None,
    command: str,
    on_painted: Callable[[], None] | None,
) -> None:
    from briefer.desktop.collecting import resume_collection
    from briefer.desktop.enumerations import settle_enumerations
    from briefer.desktop.faults import show_faults

    resume_collection()
    show_faults(program.window, log)
    if on_painted is not None:
        on_painted()
    settle_enumerations()
    fence.shut()
    if command == "present":
        _present_when_read(program)


def _present_when_read(program: Program) -> None:
    """Start presenting; of a large briefing only the outline is there at first."""
    from PySide6.QtCore import Qt, QTimer

    briefing = program.browsing.briefing
    if briefing is None or briefing.complete:
        program.file.present()
        return
    once = Qt.ConnectionType.SingleShotConnection
    # not within the signal: the dialog would hold up the others that it is for
    program.opening.replaced.connect(lambda *_: QTimer.singleShot(0, program.file.present), once)
