"""Capitalised names that the context calls places and that the gazetteer does not know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.places.page import Page, Sighting
from extract.places.words import ContextWords, KindWord

_SPECIFIC = frozenset({"village", "city", "district", "mountain", "river", "lake"})
_MOST_WORDS = 3
_LONGEST_LIST = 40


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that are written like a place's name: ``text[start:end]``."""

    start: int
    end: int
    reason: str


def unknown_names(page: Page, found: Sequence[Sighting], known: ContextWords) -> Iterator[Unknown]:
    """Names behind ``village of``, ``near``, ``село``, or before ``kəndi``, ``գյուղ``, that no sighting covers."""
    taken = {number: sighting.after for sighting in found for number in range(sighting.first, sighting.after)}
    first_of = {sighting.after: sighting.first for sighting in found}
    read_to = 0
    for number, word in enumerate(page.words):
        if word in known.kind_before or word in known.unknown_in:
            spans = list(_names_after(page, number, word, known, taken))
        elif word in known.kind_after:
            spans = sorted(_names_before(page, number, known.kind_after[word], known, first_of))
        else:
            continue
        for first, after in spans:
            if first >= read_to:
                read_to = after
                reason = f"“{page.written(number)}” stands with it, and the gazetteer has no such place"
                yield Unknown(page.starts[first], page.ends[after - 1], reason)


def _names_after(
    page: Page, number: int, word: str, known: ContextWords, taken: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The unknown names that follow: one, or behind a plural all of the list."""
    kind = known.kind_before.get(word)
    start = number + 1
    if page.is_capital(number) and not _opens_sentence(page, number):
        return
    if len(word) == 1 and "." not in page.gap(start):
        return
    if kind is not None and word not in known.unknown_in:
        if not kind.kinds & _SPECIFIC or (word.isascii() and page.word(start) != "of"):
            return
        start += word.isascii()
    signs = ' «“"-.' if len(word) < 4 else ' «“"-'
    for _ in range(_LONGEST_LIST if kind is not None and kind.plural else 1):
        after = taken.get(start)
        if after is None:
            after = _name_end(page, start, known, taken, signs)
            if after == start:
                return
            yield start, after
        if page.gap(after).strip() != "," and page.word(after) not in known.joiners:
            return
        start = after + (page.word(after) in known.joiners)


def _name_end(page: Page, start: int, known: ContextWords, taken: Mapping[int, int], signs: str) -> int:
    """The number behind the last word of the name that begins at ``start``; ``start`` if none does."""
    after = start
    while after < start + _MOST_WORDS and page.is_capital(after) and after not in taken:
        if after == start and page.word(start) in known.kind_before:
            break
        gap = page.gap(after)
        if gap.strip(signs) or "\n" in gap or page.words[after] in known.no_names:
            break
        after += 1
    return after if after > start and len(page.words[start]) > 2 else start


def _names_before(
    page: Page, number: int, kind: KindWord, known: ContextWords, first_of: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The unknown name in front of ``kəndi`` or ``գյուղ``; in front of a plural all of the list."""
    if not kind.kinds & {"village", "district", "city"} or page.is_capital(number):
        return
    after = number
    for _ in range(_LONGEST_LIST if kind.plural else 1):
        start = first_of.get(after)
        if start is None:
            start = _name_start(page, after, known, first_of)
            if start == after:
                return
            yield start, after
        joined = page.word(start - 1) in known.joiners and page.follows_closely(start)
        if not joined and page.gap(start).strip() != ",":
            return
        after = start - joined


def _name_start(page: Page, after: int, known: ContextWords, first_of: Mapping[int, int]) -> int:
    """The number of the first word of the name that ends before ``after``; ``after`` if none does."""
    start = after
    while start > after - _MOST_WORDS and page.is_capital(start - 1) and start not in first_of:
        before = page.words[start - 1]
        if before in known.no_names or before in known.official or (start < after and not page.follows_closely(start)):
            break
        if start == after and "\n" in page.gap(start):
            break
        start -= 1
        if _opens_sentence(page, start):
            return start + (page.words[start].isascii() or after - start > 1)
    return start


def _opens_sentence(page: Page, number: int) -> bool:
    return any(sign in '.!?\n։:“«"' for sign in page.gap(number))
