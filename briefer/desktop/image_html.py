"""An image of a card's text -> its HTML, or the words that stand for one that can't be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from briefer.briefing.files import Files
from briefer.desktop.card_page import attribute, text
from briefer.language import tr

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class ImageHtml:
    """Writes the images of one prose; those past what a card may decode are words too."""

    def __init__(self, files: Files) -> None:
        self._files, self._pixels = files, 0

    def html(self, element: Element) -> str:
        """Return the image, to be fetched by its address; else what it shows, in words."""
        from briefer.desktop.briefing_images import MOST_TOGETHER, pixels_of

        source, alt = element.get("src", ""), element.get("alt", "")
        pixels = pixels_of(self._files, source) if self._pixels < MOST_TOGETHER else 0
        self._pixels += pixels
        if not pixels:
            words = tr("[Image: {words}]", words=alt or source)
            return f'<span class="muted">{text(words)}</span>'
        address = "image:" + quote(f"{element.get('width', '')}/{source}")
        return f'<img src="{attribute(address)}" alt="{attribute(alt)}" />'
