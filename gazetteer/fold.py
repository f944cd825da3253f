"""Folding: spellings that a reader takes for the same name become the same string, and offsets are kept.

Folded away are case, accents, compatibility forms, the kinds of apostrophe, dash and space, invisible
characters, the difference between the two schwas, and between Armenian ``և``, ``եւ`` and ``եվ``. Words that mix
look-alike letters of two scripts are set in the script that most of their letters are in.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.lookalikes import unmix

_SAME = {
    **dict.fromkeys("'‘’‚‛`´ʻʼʽʹˈ′＇ՙ", "'"),
    **dict.fromkeys("-‐‑‒–—―−֊﹘﹣－", "-"),
    **dict.fromkeys("՛՜՞", ""),  # Armenian stress, exclamation and question marks stand inside the word
    "ı": "i",
    "ǝ": "ə",
    "Ǝ": "ə",
}
_CAPITALS = "".join(letter for letter in map(chr, range(0x10000)) if letter.isupper() or letter.istitle())
_INNER = re.compile(rf"(?<=[^\W_])[{re.escape(_CAPITALS)}]+")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that still knows where each of its characters stood."""

    text: str
    source: str
    origins: Sequence[int] | None
    """For each folded character the offset of the one it came from; ``None`` where nothing moved."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of ``source`` that ``text[start:end]`` came from, with the marks on its last letter."""
        if self.origins is None or start >= end:
            return start, end
        first, last = self.origins[start], self.origins[end - 1] + 1
        while last < len(self.source) and unicodedata.combining(self.source[last]):
            last += 1
        return first, last


class _Table(dict[int, str]):
    """Code point to folded string, worked out when a character is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


class _CasedTable(_Table):
    """The same with capitals kept."""

    def __missing__(self, code: int) -> str:
        folded = _TABLE[code]
        upper = folded[:1].upper()
        is_capital = (letter := chr(code)).isupper() or letter.istitle()
        self[code] = upper + folded[1:] if is_capital and len(upper) == 1 else folded
        return self[code]


_TABLE = _Table()
_CASED_TABLE = _CasedTable()


def fold(text: str) -> str:
    """The key under which spellings of one name meet; folding twice changes nothing more."""
    return unmix(_whole(text).translate(_TABLE).replace("եվ", "եւ"))


def fold_with_offsets(text: str, *, initials: bool = False) -> Folded:
    """Fold ``text`` and remember where each character came from.

    Args:
        text: Any string.
        initials: Keep a capital at the beginning of a word, so that names can be told from common words.

    Returns:
        The folded text; ``result.span(a, b)`` gives code-point offsets of ``text``. Time is linear in its length.

    """
    table: _Table = _CASED_TABLE if initials else _TABLE
    whole = _whole(text)
    uneven = {letter for letter in set(whole) if len(table[ord(letter)]) != 1}
    if not uneven:
        return Folded(_finish(whole.translate(table)), text, None)
    pieces: list[str] = []
    origins = array("L")
    position = 0
    for match in re.finditer(f"[{re.escape(''.join(sorted(uneven)))}]", whole):
        start = match.start()
        folded = table[ord(match[0])]
        pieces += (whole[position:start].translate(table), folded)
        origins.extend(range(position, start))
        origins.extend([start] * len(folded))
        position = start + 1
    pieces.append(whole[position:].translate(table))
    origins.extend(range(position, len(whole)))
    return Folded(_finish("".join(pieces)), text, origins)


def _whole(text: str) -> str:
    """The text without halves of characters, as broken encodings leave them; one sign each stands for them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


def _finish(folded: str) -> str:
    """Capitals are left at the beginnings of words only."""
    lowered = _INNER.sub(lambda match: match[0].translate(_TABLE), folded)
    return unmix(lowered.replace("եվ", "եւ").replace("Եվ", "Եւ"))


def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Cf":
        return ""
    bare = _without_marks(unicodedata.normalize("NFKD", character))
    bare = _without_marks(unicodedata.normalize("NFKD", bare.casefold()))
    return "".join(_SAME.get(letter, letter) for letter in bare)


def _without_marks(text: str) -> str:
    return "".join(letter for letter in text if not unicodedata.category(letter).startswith("M"))
