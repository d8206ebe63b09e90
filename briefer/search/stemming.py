"""A language -> the function that brings a folded word down to its stem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nb": "norwegian", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

Stem = Callable[[str], str]


def stem_for(language: str) -> Stem:
    """Return the stemmer of a BCP 47 language; words stay as they are where there is none."""
    name = _STEMMERS.get(language.split("-")[0].casefold())
    if name is None:
        return _unchanged
    import tantivy

    stemmer = tantivy.Filter.stemmer(name)
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(stemmer).build()

    def stem(word: str) -> str:
        return str((analyzer.analyze(word) or [word])[0])

    return stem


def families(words: Iterable[str], stem: Stem) -> Mapping[str, tuple[str, ...]]:
    """Return the words that share a stem, by their stem; words that stand alone are left out."""
    table: dict[str, list[str]] = {}
    for word in words:
        table.setdefault(stem(word), []).append(word)
    return {
        key: tuple(members)
        for key, members in table.items()
        if len(members) > 1 or members != [key]
    }


def _unchanged(word: str) -> str:
    return word
