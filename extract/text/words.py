"""The words of a text that triggers and cues are compared with, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.text.tokens import fold

_WORD = re.compile(r"[^\W_]+(?:[՛՜՞\u0300-\u036f]+[^\W_]*)*")
_APOSTROPHES = "'’ʼ`"


_ALIKE = str.maketrans({"й": "и"})


def comparable(written: str) -> str:
    """The folded word; ``й`` and ``и`` are one, for many texts and typists leave out the breve."""
    return fold(written).translate(_ALIKE) or written


@dataclass(frozen=True, slots=True)
class Word:
    """``text[start:end]``, folded, with the punctuation that stands between it and the word before."""

    start: int
    end: int
    word: str
    before: str


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]`` in order; hyphens part words, the English possessive ``'s`` is no word."""
    limit = len(text) if end is None else end
    found: list[Word] = []
    previous = start
    for match in _WORD.finditer(text, start, limit):
        first, last = match.span()
        if found and match[0] in ("s", "S") and text[previous:first] in _APOSTROPHES:
            continue
        found.append(Word(first, last, comparable(match[0]), text[previous:first]))
        previous = last
    return tuple(found)
