"""Finding the gazetteer's names in a text, in whatever case, script variant or grammatical form they stand.

One pass of an Aho-Corasick automaton over the folded text finds stems of names; word boundaries and case endings
are checked at each. Folding keeps the capital at a word's beginning, so that a name is never found in the middle
of a word nor in a lower-case word, unless it is listed in lower case (``line of contact``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from gazetteer.brackets import join_over_brackets
from gazetteer.fold import fold, fold_with_offsets
from gazetteer.grammars import grammars
from gazetteer.linebreaks import join_over_lines
from gazetteer.model import Name, Place
from gazetteer.patterns import NEVER, Compiled, Reading
from gazetteer.spelling import ends_as, spelled_as

_WORD = re.compile(r"[^\W_]*")
_MARKS = ("'", "-")
"""What may stand between a name and its ending."""
_LONGEST_LOOK = 200
"""How far ahead the word may stand that a chain of adjectives belongs to, in characters."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant, and the name of it that the text is nearest to."""

    place: Place
    name: Name


@dataclass(frozen=True, slots=True)
class NameHit:
    """A known name in a text, whole word by whole word.

    ``text[start:end]`` is the name with its case ending, ``text[start:stem_end]`` without. Hits never overlap.
    """

    start: int
    end: int
    stem_end: int
    candidates: tuple[Candidate, ...]
    """Never empty; one for each place, in the gazetteer's order."""
    kinds: tuple[str, ...] = ()
    """The kinds that the grammar leaves possible: ``Лачинском`` in ``Лачинском районе`` is a district."""


class _Match(NamedTuple):
    start: int
    end: int
    stem_end: int
    reading: Reading
    exact: bool
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Names made ready for searching."""

    automaton: AhoCorasick
    compiled: Compiled
    places: Mapping[str, Place]
    chains: dict[str, re.Pattern[str]]
    """By language: what may follow an adjective up to the word that it belongs to."""
    readings: dict[tuple[int, frozenset[str]], tuple[Reading, ...]]
    """By pattern and languages that may lend their endings, made when the pattern is first met."""

    @classmethod
    def of(cls, places: Mapping[str, Place], compiled: Compiled) -> Index:
        """An index of the places' names, made ready by ``compile_names``."""
        automaton = AhoCorasick(compiled.patterns, matchkind=MatchKind.Standard)
        return cls(automaton, compiled, places, _chains(), {})

    def find(self, text: str, language: str | None = None) -> tuple[NameHit, ...]:
        """Every place named in the text.

        Args:
            text: Anything; time and memory are linear in its length.
            language: ``en``, ``az``, ``hy`` or ``ru``; without it Azerbaijani is known by its letter ə.

        Returns:
            Hits in text order, the longest one where several begin at one place or overlap. Names inside a ``never``
            phrase, adjectives and names of peoples are not among them.

        """
        known = _languages(text, language)

        def search(part: str) -> tuple[NameHit, ...]:
            return self._search(part, known, language)

        return join_over_lines(text, join_over_brackets(text, search(text), search), search)

    def _search(self, text: str, languages: frozenset[str], language: str | None) -> tuple[NameHit, ...]:
        folded = fold_with_offsets(text, initials=True)
        letters = folded.text
        matches: list[_Match] = []
        for pattern, start, end in self.automaton.find_matches_as_indexes(letters.replace("-", " "), overlapping=True):
            if not (start and letters[start - 1].isalnum() and letters[start].isalnum()):
                matches += self._check(letters, start, end, self._readings(pattern, languages))
        hits = []
        seen: dict[tuple[str, frozenset[int], tuple[str, ...]], tuple[Candidate, ...]] = {}
        for group, inflected in _longest(matches):
            start, end = folded.span(group[0].start, group[0].end)
            _, stem_end = folded.span(group[0].start, group[0].stem_end)
            if not ends_as(text[stem_end:end]):
                continue
            surface = text[start:stem_end]
            kinds = next((match.kinds for match in group if match.kinds), ())
            key = (text[start:end], frozenset(match.reading.lemma for match in group), kinds)
            if key not in seen:
                seen[key] = self._candidates(surface, group, language)
                if inflected and seen[key] and all(candidate.name.weak for candidate in seen[key]):
                    seen[key] = self._candidates(surface, [*group, *inflected], language)
            if seen[key]:
                hits.append(NameHit(start, end, stem_end, seen[key], kinds))
        return tuple(hits)

    def _readings(self, pattern: int, languages: frozenset[str]) -> tuple[Reading, ...]:
        key = (pattern, languages)
        if key not in self.readings:
            listed = self.compiled.readings_of(pattern)
            active = [one for one in listed if not one.grammar.only_in_language or one.grammar.language in languages]
            self.readings[key] = tuple(one for one in active if not any(_covers(other, one) for other in active))
        return self.readings[key]

    def _check(self, text: str, start: int, end: int, readings: Sequence[Reading]) -> list[_Match]:
        word = _WORD.match(text, end) if text[end : end + 1].isalnum() else None
        word_end = word.end() if word else end
        rest = text[end:word_end]
        found = []
        for reading in readings:
            if reading.adjective:
                if rest in reading.endings and (kinds := self._head_kinds(text, word_end, reading)):
                    found.append(_Match(start, word_end, end, reading, exact=False, kinds=kinds))
            elif rest == reading.citation:
                is_marked = text[word_end : word_end + 1] in _MARKS
                tail = _detached_ending(text, word_end, reading) if is_marked else word_end
                found.append(_Match(start, tail, word_end, reading, exact=True))
            elif rest in reading.endings:
                found.append(_Match(start, word_end, end, reading, exact=False))
        return found

    def _head_kinds(self, text: str, position: int, reading: Reading) -> tuple[str, ...]:
        chain = self.chains[reading.grammar.language].match(text, position, position + _LONGEST_LOOK)
        if not chain:
            return ()
        head = reading.grammar.head_after([chain["head"]])
        return tuple(sorted(head.kinds)) if head else ()

    def _candidates(self, surface: str, group: Sequence[_Match], language: str | None) -> tuple[Candidate, ...]:
        if any(match.reading.lemma == NEVER for match in group):
            return ()

        def distance(name: Name) -> tuple[bool, bool, bool]:
            return name.name.casefold() != surface.casefold(), name.weak, name.lang != language

        found: dict[str, Candidate] = {}
        for match in group:
            if match.reading.abbreviation and not surface.isupper():
                continue
            for place_id, positions in self.compiled.lemmas[match.reading.lemma].items():
                place = self.places[place_id]
                if place_id not in found and (not match.kinds or place.kind in match.kinds):
                    names = [place.names[position] for position in positions]
                    if not spelled_as(surface, names):
                        continue
                    found[place_id] = Candidate(place, min(names, key=distance))
        return tuple(found.values())


def _covers(more: Reading, less: Reading) -> bool:
    """Whether one reading finds all that the other finds, and more."""
    same = (more.lemma, more.citation, more.adjective) == (less.lemma, less.citation, less.adjective)
    return same and more.endings > less.endings


def _languages(text: str, language: str | None) -> frozenset[str]:
    """The languages whose endings may stand in the text although they use another language's script."""
    if language is not None:
        return frozenset({language})
    return frozenset(grammar.language for grammar in grammars().values() if any(sign in text for sign in grammar.signs))


def _detached_ending(text: str, position: int, reading: Reading) -> int:
    """The end of a case ending behind an apostrophe (Bakı'da) or, after an abbreviation, a hyphen (ՀՀ-ի)."""
    grammar = reading.grammar
    marks = ("'" if grammar.apostrophe else "") + (
        "-" if grammar.hyphen_after_abbreviation and reading.abbreviation else ""
    )
    if position < len(text) and text[position] in marks:
        word = _WORD.match(text, position + 1)
        if word and word[0] and word[0] in reading.endings:
            return word.end()
    return position


def _longest(matches: list[_Match]) -> Iterator[tuple[list[_Match], list[_Match]]]:
    """Of overlapping matches the leftmost, then the longest, then those whose name is nearest to the text's.

    With them come the others of the same span: ``Սյունիքի`` is a village, and a form of a province's name.
    """
    matches.sort(key=lambda match: (match.start, -match.end, not match.exact, -match.stem_end))
    free_from = 0
    for (start, end), same in itertools.groupby(matches, key=lambda match: (match.start, match.end)):
        if start >= free_from:
            group = list(same)
            best = group[0]
            nearest = [match for match in group if (match.exact, match.stem_end) == (best.exact, best.stem_end)]
            yield nearest, group[len(nearest) :]
            free_from = end


def _chains() -> dict[str, re.Pattern[str]]:
    """``Лачинском`` … ``и Кельбаджарском районах``: what may stand between an adjective and its head."""
    found = {}
    for grammar in grammars().values():
        if grammar.derived_endings:
            joints = "|".join(rf"\s*{re.escape(fold(joint))}\s*" for joint in grammar.joined_by)
            ending = "|".join(re.escape(fold(ending)) for ending in grammar.derived_endings)
            head = "|".join(head.word.pattern for head in grammar.heads)
            adjective = rf"\w[\w-]*(?:{ending})\b(?:\s*\([^()]{{1,40}}\))?"
            pattern = (
                rf"(?:\s*\([^()]{{1,40}}\))?(?:(?:{joints}){adjective}){{0,8}}\s+(?:{adjective}\s+)?(?P<head>{head})\b"
            )
            found[grammar.language] = re.compile(pattern, re.IGNORECASE)
    return found
