"""Where sentences begin and end, in time proportional to the length of the text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.records import Span
from extract.text.tokens import fold
from extract.text.wordlists import read_lists

LONGEST = 2000
"""Code points; what runs on longer without a full stop is cut at a space, so that no later step meets a giant."""

_STOP = re.compile(r"(?P<mark>(?<![.!?…։])[.!?…։]++|(?<=[\u0531-\u0587]):)[\"'”’»)\]]*+(?=\s)|\n")
_NEXT = re.compile(r"\s++(?:[\"'“‘„«(\[/•#@]|[–—-]\s*+)*+(?P<first>\S)")
_LAST_WORD = re.compile(r"\S+\Z")
_LINE_NUMBER = re.compile(r"[\dIVX]{1,4}\Z")
_BLANK_LINE = re.compile(r"[^\S\n]*\n")
_WORD = re.compile(r"[^\W\d_]+")
_FINAL = re.compile(r"[.!?…։:;][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"\s*(?:[•·*>–—-]|\d{1,3}[.)])\s")
_JOINT = re.compile(r"(?:,|[^\W\d_][-‐‑֊])\Z")
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
    wrapped to a fixed width or the line is plainly broken off; a sentence is never longer than `LONGEST`.
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
            if _is_paragraph_end(text, stop.end()) or not (wrapped or _is_broken_off(text, stop.start())):
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


@dataclass(frozen=True, slots=True)
class _Unfinished:
    """The words that no line ends with, folded, those of all languages together."""

    open: frozenset[str]
    numbered: frozenset[str]


@lru_cache(maxsize=1)
def _unfinished() -> _Unfinished:
    lists = read_lists("places/lines.yaml").values()
    return _Unfinished(*(frozenset(fold(w) for own in lists for w in own[key]) for key in ("open", "numbered")))


def _is_broken_off(text: str, end: int) -> bool:
    """Whether the line that ends there goes on: by its last word or sign, or the small letter of the next."""
    start = max(text.rfind("\n", 0, end) + 1, end - LONGEST)
    line = text[start:end].rstrip()
    following = text[end + 1 : end + 1 + _REACH].partition("\n")[0]
    if not line or not following.strip() or _FINAL.search(line) or _BULLET.match(following):
        return False
    if _JOINT.search(line):
        return True
    first, known = following.lstrip()[0], _unfinished()
    last = fold(line[max(0, len(line) - _REACH) :].rpartition(" ")[2])
    if last.isdecimal():
        before = line[: len(line) - len(last)].split()[-1:]
        return bool(before) and fold(before[0]) in known.numbered
    return last in known.open or first.islower()


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken at a fixed width: most lines in mid-paragraph are about as long as the longest."""
    lines = text.split("\n", 2000)
    if len(lines) < 4 or max(map(len, lines)) > 120:
        return False
    inner = [len(line) for line, following in itertools.pairwise(lines) if line.strip() and following.strip()]
    width = max(map(len, lines))
    return len(inner) >= 3 and sum(length > width * 0.7 for length in inner) > 0.7 * len(inner)
