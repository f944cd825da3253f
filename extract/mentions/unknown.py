"""Capitalised names that the context calls places and that the gazetteer does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.mentions.page import Page, Sighting
from extract.mentions.words import ContextWords

_SPECIFIC = frozenset({"village", "city", "district", "mountain", "river", "lake"})
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that are written like a place's name: ``text[start:end]``."""

    start: int
    end: int
    reason: str


def unknown_names(page: Page, found: Sequence[Sighting], known: ContextWords) -> Iterator[Unknown]:
    """Names behind ``village of``, ``near``, ``село``, or before ``kəndi``, ``գյուղ``, that no sighting covers."""
    taken = {number for sighting in found for number in range(sighting.first, sighting.after)}
    reported = -1
    for number, word in enumerate(page.words):
        if number <= reported:
            continue
        span = _name_after(page, number, word, known) or _name_before(page, number, word, known)
        if span is None or any(covered in taken for covered in range(*span)):
            continue
        reported = max(number, span[1] - 1)
        reason = f"“{page.written(number)}” stands with it, and the gazetteer has no such place"
        yield Unknown(page.starts[span[0]], page.ends[span[1] - 1], reason)


def _name_after(page: Page, number: int, word: str, known: ContextWords) -> tuple[int, int] | None:
    kind = known.kind_before.get(word)
    start = number + 1
    if len(word) == 1 and "." not in page.gap(start):
        return None
    if kind is not None and kind.kinds & _SPECIFIC:
        if word.isascii():
            if page.word(start) != "of":
                return None
            start += 1
        elif page.is_capital(number):
            return None
    elif word not in known.unknown_in or page.is_capital(number):
        return None
    return _name(page, start, known, ' «“"-.' if len(word) < 4 else ' «“"-')


def _name_before(page: Page, number: int, word: str, known: ContextWords) -> tuple[int, int] | None:
    kind = known.kind_after.get(word)
    if kind is None or not kind.kinds & {"village", "district", "city"} or page.is_capital(number):
        return None
    start = number
    while start > number - _MOST_WORDS and page.is_capital(start - 1) and page.follows_closely(start):
        start -= 1
        if _opens_sentence(page, start):
            break
    if start == number or (_opens_sentence(page, start) and page.words[start].isascii()):
        return None
    return None if any(page.words[at] in known.no_names for at in range(start, number)) else (start, number)


def _name(page: Page, start: int, known: ContextWords, signs: str) -> tuple[int, int] | None:
    after = start
    while after < start + _MOST_WORDS and page.is_capital(after) and page.gap(after).strip(signs) == "":
        if page.words[after] in known.no_names or "\n" in page.gap(after):
            break
        after += 1
    if after == start or page.words[start].isdigit() or len(page.words[start]) < 3:
        return None
    return start, after


def _opens_sentence(page: Page, number: int) -> bool:
    return any(sign in '.!?\n։:“«"' for sign in page.gap(number))
