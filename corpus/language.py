"""Which language a text is in: by its letters first, then by a small trained classifier."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("en", "ru", "az", "hy")
_SAMPLE = 5_000
_AZERBAIJANI_ONLY = frozenset("əƏǝƎ")
_MOSTLY = 0.5
_SURE = 0.7


@cache
def _classifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "OTHER").partition(" ")[0]


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``; ``en`` where nothing speaks for another.

    Only the first 5,000 characters are looked at. Armenian letters decide alone, and so does the schwa,
    which among the news languages of the region only Azerbaijani has; the rest is left to py3langid.
    """
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    if not letters:
        return "en"
    scripts = Counter(_script(c) for c in letters)
    if scripts["ARMENIAN"] > _MOSTLY * len(letters):
        return "hy"
    # One quoted name must not turn an English report into an Azerbaijani one.
    if sum(c in _AZERBAIJANI_ONLY for c in letters) > 0.02 * len(letters):
        return "az"
    code, certainty = _classifier().classify(text[:_SAMPLE])
    if scripts["LATIN"] > _MOSTLY * len(letters) and code not in LANGUAGES and certainty < _SURE:
        return "en"
    if scripts["CYRILLIC"] > _MOSTLY * len(letters) and code not in LANGUAGES and certainty < _SURE:
        return "ru"
    return str(code)
