"""Finding the gazetteer's names in a text, in whatever case, script variant or grammatical form they stand.

One pass of an Aho-Corasick automaton over the folded text finds stems of names; word boundaries and case endings
are checked at each. Folding keeps the capital at a word's beginning, so that a name is never found in the middle
of a word nor in a lower-case word, unless it is listed in lower case (``line of contact``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind

from gazetteer.fold import fold, fold_with_offsets
from gazetteer.inflection import Form, Grammar, grammars, script_of
from gazetteer.model import Name, Place

_WORD = re.compile(r"[^\W_]*")
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
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


@dataclass(slots=True)
class _Lemma:
    """All places that have names with one folded spelling."""

    bearers: dict[str, tuple[Place, list[Name]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a stem in the automaton may be the beginning of."""

    lemma: int
    """An index of ``Index.lemmas``; ``_NEVER`` for a phrase that holds no mention."""
    endings: frozenset[str]
    citation: str
    grammar: Grammar
    abbreviation: bool = False
    adjective: bool = False
    """Counts only before a word for a kind of place."""
    kinds: frozenset[str] = frozenset()
    """If an adjective: the kinds of place that it can belong to."""


_NEVER = -1


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    stem_end: int
    reading: _Reading
    exact: bool
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Names made ready for searching."""

    automaton: AhoCorasick
    readings: tuple[tuple[_Reading, ...], ...]
    """What each pattern of the automaton may be the beginning of."""
    lemmas: tuple[_Lemma, ...]
    chains: dict[str, re.Pattern[str]]
    """By language: what may follow an adjective up to the word that it belongs to."""

    @classmethod
    def of(cls, places: Iterable[Place]) -> Index:
        """An index of all names, ``never`` phrases included, of the places."""
        builder = _Builder()
        for place in places:
            builder.add(place)
        patterns = list(builder.patterns)
        automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)
        readings = tuple(tuple(found) for found in builder.patterns.values())
        return cls(automaton, readings, tuple(builder.lemmas), _chains())

    def find(self, text: str, language: str | None = None) -> tuple[NameHit, ...]:
        """Every place named in the text.

        Args:
            text: Anything; time and memory are linear in its length.
            language: ``en``, ``az``, ``hy`` or ``ru``; without it Azerbaijani is known by its letter ə.

        Returns:
            Hits in text order, the longest one where several begin at one place or overlap. Names inside a ``never``
            phrase, adjectives and names of peoples are not among them.

        """
        folded = fold_with_offsets(text, initials=True)
        searched = folded.text.replace("-", " ")
        endings_of = _languages(folded.text, language)
        matches: list[_Match] = []
        for pattern, start, end in self.automaton.find_matches_as_indexes(searched, overlapping=True):
            if start and folded.text[start - 1].isalnum() and folded.text[start].isalnum():
                continue
            matches.extend(self._check(folded.text, start, end, self.readings[pattern], endings_of))
        hits = []
        for group in _longest(matches):
            start, end = folded.span(group[0].start, group[0].end)
            _, stem_end = folded.span(group[0].start, group[0].stem_end)
            hit = self._hit(text[start:stem_end], (start, end, stem_end), group, language)
            if hit is not None:
                hits.append(hit)
        return tuple(hits)

    def _check(
        self, text: str, start: int, end: int, readings: Sequence[_Reading], languages: frozenset[str]
    ) -> Iterator[_Match]:
        word = _WORD.match(text, end)
        word_end = word.end() if word else end
        rest = text[end:word_end].lower()
        for reading in readings:
            grammar = reading.grammar
            if grammar.only_in_language and grammar.language not in languages:
                continue
            if reading.adjective:
                if rest in reading.endings and (kinds := self._head_kinds(text, word_end, reading)):
                    yield _Match(start, word_end, end, reading, exact=False, kinds=kinds)
            elif rest in reading.endings:
                tail = _detached_ending(text, word_end, reading) if rest == reading.citation else word_end
                stem_end = word_end if rest == reading.citation else end
                yield _Match(start, tail, stem_end, reading, exact=rest == reading.citation)

    def _head_kinds(self, text: str, position: int, reading: _Reading) -> tuple[str, ...]:
        chain = self.chains[reading.grammar.language].match(text, position, position + _LONGEST_LOOK)
        if not chain:
            return ()
        head = reading.grammar.head_after([chain["head"]])
        return tuple(sorted(head.kinds & reading.kinds)) if head else ()

    def _hit(
        self, surface: str, offsets: tuple[int, int, int], group: Sequence[_Match], language: str | None
    ) -> NameHit | None:
        if any(match.reading.lemma == _NEVER for match in group):
            return None
        if not surface.isupper():
            group = [match for match in group if not match.reading.abbreviation]

        def distance(name: Name) -> tuple[bool, bool, bool]:
            return name.name.casefold() != surface.casefold(), name.weak, name.lang != language

        found: dict[str, Candidate] = {}
        for match in group:
            for place_id, (place, names) in self.lemmas[match.reading.lemma].bearers.items():
                if place_id not in found and (not match.kinds or place.kind in match.kinds):
                    found[place_id] = Candidate(place, min(names, key=distance))
        kinds = next((match.kinds for match in group if match.kinds), ())
        return NameHit(*offsets, tuple(found.values()), kinds) if found else None


class _Builder:
    """Collects the patterns of the automaton and what each of them may be the beginning of."""

    def __init__(self) -> None:
        self.patterns: dict[str, list[_Reading]] = {}
        self.lemmas: list[_Lemma] = []
        self._numbers: dict[str, int] = {}
        self._grammars: dict[str, list[Grammar]] = {}
        for grammar in grammars().values():
            self._grammars.setdefault(grammar.script, []).append(grammar)

    def add(self, place: Place) -> None:
        for name in place.names:
            self._add_name(place, name)
        for phrase in place.never:
            for grammar in self._grammars[script_of(phrase)]:
                for form in grammar.forms(phrase):
                    self._add_form(form, phrase, _NEVER, grammar)

    def _add_name(self, place: Place, name: Name) -> None:
        for grammar in self._grammars[script_of(name.name)]:
            words = name.name.split()
            head = grammar.head_after(words) if len(words) > 1 else None
            if head and place.kind in head.kinds:
                self._add_before_head(place, name, words, grammar)
                continue
            number, is_new = self._lemma(name.name, place, name)
            if is_new:
                for each in self._grammars[grammar.script]:
                    for form in each.forms(name.name):
                        self._add_form(form, name.name, number, each)
            if place.kind in grammar.derived_kinds and len(words) == 1 and not name.weak:
                for stem in grammar.adjective_stems(name.name):
                    self._add_adjective(stem, place, name, grammar)

    def _add_before_head(self, place: Place, name: Name, words: list[str], grammar: Grammar) -> None:
        """``Lachin District``: the name is ``Lachin``; ``Лачинский район``: an adjective before its noun."""
        head = grammar.head_after(words)
        base = " ".join(words[:-1])
        for ending in grammar.derived_endings:
            if base.endswith(ending):
                self._add_adjective(base.removesuffix(ending), place, name, grammar)
                return
        if head is None or not base.endswith(head.genitive):
            return
        base = base.removesuffix(head.genitive)
        number, is_new = self._lemma(base, place, name)
        if is_new:
            for each in self._grammars[grammar.script]:
                for form in each.forms(base):
                    self._add_form(form, base, number, each)

    def _lemma(self, spelling: str, place: Place, name: Name) -> tuple[int, bool]:
        key = fold(spelling).replace("-", " ") + ("" if spelling[:1].isupper() else "\0")
        is_new = key not in self._numbers
        if is_new:
            self._numbers[key] = len(self.lemmas)
            self.lemmas.append(_Lemma())
        number = self._numbers[key]
        bearers = self.lemmas[number].bearers
        names = bearers.setdefault(place.id, (place, []))[1]
        if name not in names:
            names.append(name)
        return number, is_new

    def _add_form(self, form: Form, listed: str, lemma: int, grammar: Grammar) -> None:
        abbreviation = listed.isupper() and len(listed) < 8
        reading = _Reading(lemma, form.endings, form.citation, grammar, abbreviation)
        for pattern in _spellings(form.stem, listed):
            self._add_reading(pattern, reading)

    def _add_adjective(self, stem: str, place: Place, name: Name, grammar: Grammar) -> None:
        number, _ = self._lemma(f"{stem}-", place, name)
        kinds = frozenset().union(*(head.kinds for head in grammar.heads))
        endings = frozenset(fold(ending) for ending in grammar.derived_endings)
        reading = _Reading(number, endings, "", grammar, adjective=True, kinds=kinds)
        for pattern in _spellings(stem, stem):
            self._add_reading(pattern, reading)

    def _add_reading(self, pattern: str, reading: _Reading) -> None:
        known = self.patterns.setdefault(pattern, [])
        if reading not in known:
            known.append(reading)


def _spellings(stem: str, listed: str) -> list[str]:
    """The stem folded for the automaton, with the capitals that its words may have.

    A name that is listed with a capital begins with one; its other words may have one or not, all alike.
    """
    words = fold(stem).replace("-", " ").split(" ")
    raised = [_raise(word) for word in words]
    if not listed[:1].isupper() and listed[:1].lower() != listed[:1].upper():
        return [" ".join(choice) for choice in itertools.product(*zip(words, raised, strict=True))][:16]
    as_listed = [
        high if given[:1].isupper() else low
        for given, low, high in zip(re.split("[ -]", stem), words, raised, strict=False)
    ]
    choices = ([raised[0], *as_listed[1:]], raised, [raised[0], *words[1:]])
    return list(dict.fromkeys(" ".join(choice) for choice in choices if len(choice) == len(words)))


def _raise(word: str) -> str:
    return _INITIAL.sub(lambda match: match[0].upper() if len(match[0].upper()) == 1 else match[0], word)


def _languages(folded: str, language: str | None) -> frozenset[str]:
    """The languages whose endings may stand in the text although they use another language's script."""
    if language is not None:
        return frozenset({language})
    return frozenset(
        grammar.language for grammar in grammars().values() if any(sign in folded for sign in grammar.signs)
    )


def _detached_ending(text: str, position: int, reading: _Reading) -> int:
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


def _longest(matches: list[_Match]) -> Iterator[list[_Match]]:
    """Of overlapping matches the leftmost, then the longest, then the one whose name is nearest to the text's."""
    matches.sort(key=lambda match: (match.start, -match.end, not match.exact, -match.stem_end))
    free_from = 0
    for (start, end), same in itertools.groupby(matches, key=lambda match: (match.start, match.end)):
        if start >= free_from:
            group = list(same)
            best = group[0]
            yield [match for match in group if (match.exact, match.stem_end) == (best.exact, best.stem_end)]
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
