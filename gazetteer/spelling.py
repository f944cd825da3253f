"""Whether a word that folds like a name can be that name: writers drop accents, but do not add them.

``Susa`` may be ``Şuşa`` on a keyboard without its letters, but ``Görüş`` (a meeting) is not ``Gorus``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from gazetteer.model import Name

_FREE = "İıǝƎ"
"""Capitals and keyboards mix these up with i, I and ə."""
_EXACT_LANGUAGES = ("az", "tr")
"""Languages that are written with these letters; elsewhere a listed spelling may be a plainer one."""
_NO_ENDING = "й"
"""Ends a nominative and is no case ending, though it folds like one: ``Анатолий`` is no form of ``Анатолия``."""
_SHORT = 3
"""Words up to this length must have the accents of the name, too: ``Cad`` is not ``Çad``."""


def spelled_as(surface: str, names: Sequence[Name]) -> bool:
    """Whether the text's spelling, without its case ending, can stand for one of the names that it folds like."""
    if len(surface) <= _SHORT:
        return any(_plain(name.name).startswith(_plain(surface)) for name in names)
    exact = [name.name for name in names if name.lang in _EXACT_LANGUAGES]
    return not exact or surface.isascii() or any(not _adds_accents(surface, name) for name in exact)


def ends_as(ending: str) -> bool:
    """Whether what stands behind a name's stem, as written, can be the ending that it folds like."""
    return _plain(ending) != _NO_ENDING


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _adds_accents(surface: str, name: str) -> bool:
    pairs = zip(unicodedata.normalize("NFC", surface), unicodedata.normalize("NFC", name), strict=False)
    added = (written for written, listed in pairs if listed.isascii() and not written.isascii())
    return any(letter.isalpha() and letter not in _FREE for letter in added)
