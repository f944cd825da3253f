"""Letters of different scripts that look the same, and words that mix them (``Лaчин`` with a Latin *a*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN = "aceopxyijskmthbəACEOPXYIJSKMTHBƏ"
_CYRILLIC = "асеорхуіјѕкмтнвәАСЕОРХУІЈЅКМТНВӘ"
_LATIN_IN_ARMENIAN = "ohungOSUL"
_ARMENIAN = "օհսոցՕՏՍԼ"
_TO_LATIN = dict(zip(_CYRILLIC + _ARMENIAN, _LATIN + _LATIN_IN_ARMENIAN, strict=True))
_FROM_LATIN = {
    "cyrillic": dict(zip(_LATIN, _CYRILLIC, strict=True)),
    "armenian": dict(zip(_LATIN_IN_ARMENIAN, _ARMENIAN, strict=True)),
}
_SETS = {"latin": "A-Za-z\u00c0-\u024fƏə", "cyrillic": "\u0400-\u04ff", "armenian": "\u0531-\u0556\u0561-\u0587"}
_SCRIPTS = {script: re.compile(f"[{letters}]") for script, letters in _SETS.items()}
_OTHER = _SETS["cyrillic"] + _SETS["armenian"]
_NOT_LATIN = re.compile(f"[{_OTHER}]")
_MIXED = re.compile(f"[{_SETS['latin']}](?=[{_OTHER}])|[{_OTHER}](?=[{_SETS['latin']}])")
_WORD = re.compile(r"[^\W\d_]+")


def scripts(text: str) -> dict[str, int]:
    """How many letters of each script, ``latin``, ``cyrillic`` and ``armenian``, the text has; absent ones left out."""
    counts = {script: len(letters.findall(text)) for script, letters in _SCRIPTS.items()}
    return {script: count for script, count in counts.items() if count}


def unmix(text: str) -> str:
    """The text with every mixed word set in its main script, where each odd letter has a twin there.

    Lengths never change, and a word with any letter that has no twin is left as it is.
    """
    if text.isascii() or not (_NOT_LATIN.search(text) and _MIXED.search(text)):
        return text
    pieces: list[str] = []
    position = 0
    for start, end in _mixed_spans(text):
        pieces += (text[position:start], _unmix_word(text[start:end]))
        position = end
    return "".join((*pieces, text[position:]))


def mixed_words(text: str) -> tuple[str, ...]:
    """Words that have letters of two scripts, in text order."""
    return tuple(text[start:end] for start, end in _mixed_spans(text))


def _mixed_spans(text: str) -> Iterator[tuple[int, int]]:
    """Only the words at a change of script are looked at: most texts have few or none."""
    position = 0
    for change in _MIXED.finditer(text):
        start = change.start()
        if start < position:
            continue
        while start > position and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        position = word.end() if word else change.end()
        yield start, position


def _unmix_word(word: str) -> str:
    counts = scripts(word)
    main = max(counts, key=lambda script: (counts[script], script != "latin"))
    twins = _TO_LATIN if main == "latin" else _FROM_LATIN[main]
    letters = _SCRIPTS[main]
    if all(letters.match(letter) or letter in twins for letter in word):
        return "".join(letter if letters.match(letter) else twins[letter] for letter in word)
    return word
