"""Where sentences begin and end, in time proportional to the length of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.records import Span
from extract.tokens import fold
from extract.wordlists import read_lists

LONGEST = 2000
"""Code points; what runs on longer without a full stop is cut at a space, so that no later step meets a giant."""

_STOP = re.compile(r"(?P<mark>(?<![.!?…։])[.!?…։]++|(?<=[\u0531-\u0587]):)[\"'”’»)\]]*+(?=\s)|\n")
_NEXT = re.compile(r"\s++(?:[\"'“‘„«(\[/•#@]|[–—-]\s*+)*+(?P<first>\S)")
_LAST_WORD = re.compile(r"\S+\Z")
_LINE_NUMBER = re.compile(r"[\dIVX]{1,4}\Z")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 40


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The words of a language after which a full stop is not, or not always, the end."""

    inside: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=16)
def abbreviations(language: str) -> Abbreviations:
    """The abbreviations of a language; those of English where the language has none of its own."""
    lists = read_lists("abbreviations.yaml")
    own = lists.get(language, lists["en"])
    folded = {key: frozenset(map(fold, words)) for key, words in own.items()}
    return Abbreviations(folded["inside"], folded["either"], folded["starters"])


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space around them.

    Together they cover every character that is no white space. A line break ends a sentence, except where the text is
    wrapped to a fixed width; a sentence is never longer than `LONGEST`.
    """
    return tuple(
        piece
        for start, end in _between(text, _ends(text, abbreviations(language)))
        for piece in _pieces(text, start, end)
    )


def _ends(text: str, known: Abbreviations) -> Iterator[int]:
    wrapped = _is_wrapped(text)
    for stop in _STOP.finditer(text):
        if stop["mark"] is None:
            if not wrapped or _is_paragraph_end(text, stop.end()):
                yield stop.end()
        elif _ends_sentence(text, stop, known):
            yield stop.end()


def _between(text: str, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in ends:
        yield start, end
        start = end
    yield start, len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without outer white space, cut where it is too long; nothing if it is blank."""
    while start < end:
        limit = min(end, start + LONGEST)
        if limit < end:
            space = text.rfind(" ", start + LONGEST // 2, limit)
            limit = space if space > 0 else limit
        stretch = text[start:limit]
        first = start + len(stretch) - len(stretch.lstrip())
        last = start + len(stretch.rstrip())
        if first < last:
            yield Span(first, last)
        start = limit


def _ends_sentence(text: str, stop: re.Match[str], known: Abbreviations) -> bool:
    following = _NEXT.match(text, stop.end())
    if following is None:
        return True
    first = following["first"]
    if first.islower():
        return False
    if stop["mark"] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, stop.start() - _REACH), stop.start())
    return before is None or not _abbreviates(text, before, following.start("first"), known)


def _abbreviates(text: str, before: re.Match[str], after: int, known: Abbreviations) -> bool:
    """Whether the full stop after ``before`` belongs to an abbreviation in mid-sentence."""
    if _LINE_NUMBER.match(before[0]) and _starts_line(text, before.start()):
        return True
    word = fold(before[0].lstrip("\"'“‘„«([/"))
    if word in known.inside or (len(word) == 1 and before[0].isupper()):
        return True
    if word not in known.either and "." not in word:
        return False
    next_word = _WORD.match(text, after)
    return next_word is not None and fold(next_word[0]) not in known.starters


def _starts_line(text: str, start: int) -> bool:
    return not text[text.rfind("\n", max(0, start - _REACH), start) + 1 : start].strip() and (
        start < _REACH or "\n" in text[start - _REACH : start]
    )


def _is_paragraph_end(text: str, after: int) -> bool:
    return after >= len(text) or _BLANK_LINE.match(text, after) is not None


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width: most lines in mid-paragraph are about as long as the longest."""
    lines = text.split("\n", 2000)
    if len(lines) < 4 or max(map(len, lines)) > 120:
        return False
    inner = [len(line) for line, following in itertools.pairwise(lines) if line.strip() and following.strip()]
    width = max(map(len, lines))
    return len(inner) >= 3 and sum(length > width * 0.7 for length in inner) > 0.7 * len(inner)
