"""Where the files that travel with the program are: resources/ and content/."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """Return the folder that holds resources/ and content/: in the wheel, else the checkout."""
    inside_wheel = _PACKAGE / "_data"
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent


def themes_folder() -> Path:
    """Return the folder of theme files."""
    return _root() / "resources" / "themes"


def fonts_folder() -> Path:
    """Return the folder of the fonts that screen and paper share."""
    return _root() / "resources" / "fonts"


def languages_folder() -> Path:
    """Return the folder of the interface's words in other languages than English."""
    return _root() / "resources" / "languages"


def typst_folder() -> Path:
    """Return the folder of the Typst templates."""
    return _root() / "resources" / "typst"


def icons_folder() -> Path:
    """Return the folder of the program's own icon."""
    return _root() / "resources" / "icons"


def built_in_briefing() -> Path:
    """Return the folder of the briefing that ships with the program."""
    return _root() / "content" / "us-russia-channels"
