"""A text as words, numbers and signs that know where they stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u055a-\u055c\u055e\u00ad\u200b-\u200d"
_LEXEME = re.compile(
    r"(?P<full_date>(?<![\d.])(?:\d{4}([-./])\d{1,2}\2\d{1,2}(?![\d.]*\d)"
    r"|\d{1,2}([./-])\d{1,2}\3\d{4}(?![.\d]*\d)|\d\d([./])\d\d\4\d\d(?![.\d]*\d)))"
    r"|(?P<number>(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,:]*\d)|\d++(?:[.,:]\d++)*)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<sign>\S)"
)
_SIGNS = str.maketrans(
    {"–": "-", "—": "-", "‑": "-", "−": "-", "֊": "-"} | {"’": "'", "ʼ": "'", "‘": "'", "“": '"', "”": '"'}
)
_LETTERS = str.maketrans({"ı": "i", "ǝ": "ə", "ё": "е"})
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+")
_DECIMAL = re.compile(r"\d{1,9}[.,]\d{1,6}")
_SILENT = frozenset("\u0307\u0301\u055a\u055b\u055c\u055e\u00ad\u200b\u200c\u200d")
_MOST_DIGITS = 12

GAP = "gap"
"""The shape of a blank line, which no phrase may cross."""


class Token(NamedTuple):
    """A lexeme: ``text[start:end]``, its shape (full_date, number, word, gap, sign) and its text as written."""

    start: int
    end: int
    shape: str
    written: str


def tokens(text: str) -> Iterator[Token]:
    """The lexemes of a text in order; white space is left out, blank lines are kept as gaps."""
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        yield Token(start, end, match.lastgroup or "sign", match.group())


@lru_cache(maxsize=1 << 16)
def fold(written: str) -> str:
    """One spelling for a word however it is cased and composed; signs become their plainest form.

    Marks that tell words apart stay (Azerbaijani "ölüb" is "died", "olub" is "was"). What is lost on both sides of
    every comparison: case, the dots of ``İ`` and ``ı``, ``ё`` for ``е``, Armenian intonation marks, soft hyphens.
    """
    if written.isascii():
        return written.lower()
    composed = unicodedata.normalize("NFKC", written.translate(_SIGNS).casefold()).casefold()
    return "".join(c for c in composed if c not in _SILENT).translate(_LETTERS)


def number_value(written: str) -> float | None:
    """The amount a number token stands for; ``None`` for times of day, section numbers and the like."""
    if len(written) > _MOST_DIGITS:
        return None
    if written.isdecimal():
        return int(written)
    if _THOUSANDS.fullmatch(written):
        return int(re.sub(r"\D", "", written))
    if _DECIMAL.fullmatch(written):
        return float(written.replace(",", "."))
    return None
