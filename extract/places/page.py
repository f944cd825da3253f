"""A text as its words, and the places where known names were sighted among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.places.choose import HEART
from extract.places.words import ContextWords
from extract.records import Span
from extract.text.sentences import sentences
from extract.text.tokens import fold
from gazetteer import Candidate, Gazetteer, NameHit

_WORD = re.compile(r"[^\W_]+(?:[՛՜՞\u0300-\u036f\u00ad\u200b-\u200d]+[^\W_]*)*")
_POSSESSIVE = re.compile(r"['’ʼ`](?:s\b)?", re.IGNORECASE)
_BREAK = re.compile(r"(?P<hyphen>(?:(?<=\w)|\A)[-‐‑֊])?\s*\n\s*")
_LATIN = frozenset({"en", "az"})
_NEAR_DEGREES = 8
_FEW_WORDS, _HEADLINE_WORDS, _HEADLINE_SHARE = 5, 25, 0.9


@dataclass(frozen=True, slots=True)
class Sighting:
    """A known name in the text: ``text[start:end]``, which is the words ``first`` up to ``after``."""

    start: int
    end: int
    stem_end: int
    first: int
    after: int
    candidates: tuple[Candidate, ...]
    kinds: frozenset[str] = frozenset()
    """The kinds that the grammar leaves possible; empty if it leaves all."""
    parts: tuple[Sighting, ...] = ()
    """The names that a road written as several of them consists of."""

    def is_kind(self, *kinds: str) -> bool:
        """Whether any place of this name is of one of the kinds."""
        return any(candidate.place.kind in kinds for candidate in self.candidates)


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text in order, folded, with their offsets; and its sentences."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    sentences: Sequence[Span]
    sentence_starts: Sequence[int]

    @classmethod
    def of(cls, text: str, language: str) -> Page:
        """The page of a text."""
        starts, ends, words = [], [], []
        for match in _WORD.finditer(text):
            first, last = match.span()
            starts.append(first)
            ends.append(last)
            words.append(fold(match[0]))
        spans = sentences(text, language)
        return cls(text, starts, ends, words, spans, [span.start for span in spans])

    def word(self, number: int) -> str:
        """The word, folded; empty before the first and after the last."""
        return self.words[number] if 0 <= number < len(self.words) else ""

    def written(self, number: int) -> str:
        """The word as it stands; empty before the first and after the last."""
        return self.text[self.starts[number] : self.ends[number]] if 0 <= number < len(self.words) else ""

    def gap(self, number: int) -> str:
        """What stands between word ``number`` and the one before it; a line break where the text begins or ends.

        A line break inside a sentence is a space, and nothing behind a hyphen.
        """
        if not 0 < number < len(self.words):
            return "\n"
        return self.between(self.ends[number - 1], self.starts[number])

    def between(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end``, where a line break inside a sentence is no more than a space."""
        written = self.text[start:end]
        if "\n" not in written or self.sentence(start) != self.sentence(end):
            return written
        return _BREAK.sub(lambda found: found["hyphen"] or " ", written)

    def follows_closely(self, number: int) -> bool:
        """Whether nothing but white space of one line parts the word from the one before it."""
        gap = self.gap(number)
        return gap.isspace() and "\n" not in gap

    def is_capital(self, number: int) -> bool:
        """Whether the word begins with a capital."""
        return 0 <= number < len(self.words) and self.text[self.starts[number]].isupper()

    def is_possessive(self, sighting: Sighting) -> bool:
        """Whether an English possessive follows (``Armenia's``, ``the United States' offer``)."""
        return _POSSESSIVE.match(self.text, sighting.end) is not None

    def spelling(self, sighting: Sighting) -> str:
        """The name as it stands, folded: one key for one name in one text."""
        return fold(self.text[sighting.start : sighting.end])

    def next_word(self, sighting: Sighting) -> int:
        """The number of the word after the name, the possessive stepped over."""
        after = sighting.after
        if self.word(after) == "s" and self.gap(after) in ("'", "’", "ʼ", "`"):
            return after + 1
        return after

    def sentence(self, position: int) -> int:
        """The number of the sentence that a position is in."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def is_title_case(self, position: int) -> bool:
        """Whether the sentence at a position is a headline that writes nearly every word with a capital."""
        if not self.sentences:
            return False
        span = self.sentences[self.sentence(position)]
        first, after = self.words_of(span.start, span.end)
        if not _FEW_WORDS <= after - first <= _HEADLINE_WORDS:
            return False
        long = [number for number in range(first, after) if self.ends[number] - self.starts[number] > 3]
        return sum(map(self.is_capital, long)) >= _HEADLINE_SHARE * len(long)

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """The number of the first word that ends behind ``start``, and of the first that begins at ``end`` or later."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def sightings(page: Page, gazetteer: Gazetteer, language: str, known: ContextWords) -> list[Sighting]:
    """Where the gazetteer's names stand on a page, in order; a distant place's foreign name counts as weak."""
    return [
        _sighting(page, _bare(page, hit, gazetteer, language, known), language)
        for hit in gazetteer.find(page.text, language)
    ]


def _sighting(page: Page, hit: NameHit, language: str) -> Sighting:
    first, after = page.words_of(hit.start, hit.end)
    candidates = tuple(_weakened(candidate, language) for candidate in hit.candidates)
    return Sighting(hit.start, hit.end, hit.stem_end, first, after, candidates, frozenset(hit.kinds))


def _bare(page: Page, hit: NameHit, gazetteer: Gazetteer, language: str, known: ContextWords) -> NameHit:
    """The hit without a word for the kind that is no part of the name (``реке Аракс``, ``... Autonomous Republic``)."""
    first, after = page.words_of(hit.start, hit.end)
    start, end = first, after
    if page.word(first) in known.kind_before and not page.is_capital(first):
        start += 1
    while end > start + 1 and page.word(end - 1) in known.no_part:
        end -= 1
    if (start, end) == (first, after) or start >= end:
        return hit
    offset = page.starts[start]
    text = page.text[offset : page.ends[end - 1]]
    for inner in gazetteer.find(text, language):
        if inner.start == 0 and inner.end == len(text):
            return NameHit(offset, offset + inner.end, offset + inner.stem_end, hit.candidates)
    return hit


def _weakened(candidate: Candidate, language: str) -> Candidate:
    """A far-off place named as another language of the same script has it (``Roma`` in English) needs support."""
    name, place = candidate.name, candidate.place
    if name.lang == language or not {name.lang, language} <= _LATIN or place.kind == "country":
        return candidate
    near = abs(place.lon - HEART[0]) < _NEAR_DEGREES and abs(place.lat - HEART[1]) < _NEAR_DEGREES
    return candidate if near else Candidate(place, replace(name, weak=True))
