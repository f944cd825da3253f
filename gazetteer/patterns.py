"""What the automaton looks for: stems of names, and what each of them may be the beginning of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from gazetteer.fold import fold, fold_with_offsets
from gazetteer.grammars import grammars
from gazetteer.inflection import Form, Grammar, script_of
from gazetteer.model import Name, Place

_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
_LONGEST_ABBREVIATION = 7
_MOST_SPELLINGS = 16


NEVER = -1
"""The lemma of a phrase that holds no mention."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stem in the automaton may be the beginning of."""

    lemma: int
    """An index of ``Compiled.lemmas``, or ``NEVER``."""
    endings: frozenset[str]
    citation: str
    """The ending with which it is the name as listed."""
    grammar: Grammar
    abbreviation: bool
    adjective: bool
    """Counts only before a word for a kind of place."""


class Compiled(NamedTuple):
    """All names made ready for searching, as plain lists, so that a copy can be kept as JSON."""

    patterns: list[str]
    readings: list[list[Any]]
    """For each pattern its readings: lemma, number of the set of endings, citation, language, the two flags."""
    endings: list[list[str]]
    lemmas: list[dict[str, list[int]]]
    """For each folded spelling, by place id, the names of the place that are so spelled, by their position."""

    @classmethod
    def from_copy(cls, content: Any) -> Compiled | None:
        """What a kept copy holds, or ``None`` if it does not have this form."""
        if not (isinstance(content, list) and [type(part) for part in content] == [list] * len(cls._fields)):
            return None
        patterns, readings, endings, lemmas = content
        is_whole = len(patterns) == len(readings) and all(isinstance(pattern, str) for pattern in patterns)
        numbers = [reading[:2] for found in readings for reading in found] if is_whole else []
        fits = all(NEVER <= lemma < len(lemmas) and 0 <= group < len(endings) for lemma, group in numbers)
        return cls(patterns, readings, endings, lemmas) if is_whole and fits else None

    def readings_of(self, pattern: int) -> tuple[Reading, ...]:
        """What the pattern may be the beginning of."""
        return tuple(
            Reading(lemma, frozenset(self.endings[endings]), citation, grammars()[language], abbreviation, adjective)
            for lemma, endings, citation, language, abbreviation, adjective in self.readings[pattern]
        )


def compile_names(places: Iterable[Place]) -> Compiled:
    """All names, and ``never`` phrases, of the places in every grammatical form."""
    builder = _Builder()
    for place in places:
        builder.add(place)
    endings = [sorted(group) for group in builder.endings]
    return Compiled(list(builder.patterns), list(builder.patterns.values()), endings, builder.lemmas)


class _Builder:
    def __init__(self) -> None:
        self.patterns: dict[str, list[Any]] = {}
        self.endings: dict[frozenset[str], int] = {}
        self.lemmas: list[dict[str, list[int]]] = []
        self._numbers: dict[str, int] = {}
        self._spelled: set[tuple[int, str]] = set()
        self._grammars: dict[str, list[Grammar]] = {}
        for grammar in grammars().values():
            self._grammars.setdefault(grammar.script, []).append(grammar)

    def add(self, place: Place) -> None:
        bare = {fold(name.name) for name in place.names}
        for name in place.names:
            known = self._grammars[script_of(name.name)]
            if " " not in name.name or not any(grammar.bare(name.name) in bare for grammar in known):
                self._add_name(place, name)
        for phrase in place.never:
            for grammar in self._grammars[script_of(phrase)]:
                for form in grammar.forms(phrase):
                    self._add_form(form, phrase, NEVER, grammar)

    def _add_name(self, place: Place, name: Name) -> None:
        known = self._grammars[script_of(name.name)]
        words = name.name.split()
        for grammar in known if len(words) > 1 else ():
            head = grammar.head_after(words)
            if head and place.kind in head.kinds:
                self._add_before_head(place, name, " ".join(words[:-1]), grammar)
                return
        self._add_stems(name.name, place, name)
        for grammar in known if len(words) == 1 and not name.weak else ():
            if place.kind in grammar.derived_kinds:
                for stem in grammar.adjective_stems(name.name):
                    self._add_adjective(stem, place, name, grammar)

    def _add_before_head(self, place: Place, name: Name, base: str, grammar: Grammar) -> None:
        """``Lachin District``: the name is ``Lachin``; ``Лачинский район``: an adjective before its noun."""
        for ending in grammar.derived_endings:
            if base.endswith(ending) and " " in base:
                self._add_stems(name.name, place, name)  # Нагорно-Карабахская автономная область: all of it is the name
                return
            if base.endswith(ending):
                self._add_adjective(base.removesuffix(ending), place, name, grammar)
                return
        nominative = grammar.nominative(base)
        if nominative is not None:
            self._add_stems(nominative, place, name)

    def _add_stems(self, spelling: str, place: Place, name: Name) -> None:
        number = self._lemma(spelling, place, name)
        capitals = (number, fold_with_offsets(spelling, initials=True).text.replace("-", " "))
        if capitals not in self._spelled:
            self._spelled.add(capitals)
            for grammar in self._grammars[script_of(spelling)]:
                for form in grammar.forms(spelling):
                    self._add_form(form, spelling, number, grammar)
        self._add_typed(spelling, place, name)

    def _add_typed(self, spelling: str, place: Place, name: Name) -> None:
        """The name as typed without some letters of its language: in texts of that language alone."""
        own = grammars().get(name.lang)
        typed = own.as_typed(spelling) if own else spelling
        if own and typed != spelling:
            number = self._lemma(typed, place, name)
            for form in own.forms(typed):
                self._add_form(form, typed, number, own)

    def _lemma(self, spelling: str, place: Place, name: Name) -> int:
        key = fold(spelling).replace("-", " ") + ("" if spelling[:1].isupper() else "\0")
        number = self._numbers.setdefault(key, len(self.lemmas))
        if number == len(self.lemmas):
            self.lemmas.append({})
        names = self.lemmas[number].setdefault(place.id, [])
        position = place.names.index(name)
        if position not in names:
            names.append(position)
        return number

    def _add_form(self, form: Form, listed: str, lemma: int, grammar: Grammar) -> None:
        abbreviation = listed.isupper() and len(listed) <= _LONGEST_ABBREVIATION
        self._add_readings(form.stem, [lemma, form.endings, form.citation, grammar.language, abbreviation, False])

    def _add_adjective(self, stem: str, place: Place, name: Name, grammar: Grammar) -> None:
        number = self._lemma(f"{stem}-", place, name)
        endings = frozenset(fold(ending) for ending in grammar.derived_endings)
        self._add_readings(stem, [number, endings, "", grammar.language, False, True])

    def _add_readings(self, stem: str, reading: list[Any]) -> None:
        reading[1] = self.endings.setdefault(reading[1], len(self.endings))
        for pattern in _spellings(stem):
            known = self.patterns.setdefault(pattern, [])
            if reading not in known:
                known.append(reading)


def _spellings(stem: str) -> list[str]:
    """The stem folded for the automaton, with the capitals that its words may have.

    A name that is listed with a capital begins with one; its other words have those that they are listed with, or
    all of them. One that is listed with a small letter may have capitals anywhere.
    """
    folded = fold(stem)
    if stem[:1].isupper() and folded.isalpha():
        return [_raise(folded)]
    words = folded.replace("-", " ").split(" ")
    raised = [_raise(word) for word in words]
    given = re.split("[ -]", fold_with_offsets(stem, initials=True).text)
    if given[0] == words[0] and given[0] != raised[0]:
        ways = [dict.fromkeys((word, high)) for word, high in zip(given, raised, strict=True)]
        return [" ".join(choice) for choice in itertools.islice(itertools.product(*ways), _MOST_SPELLINGS)]
    return list(dict.fromkeys((" ".join([raised[0], *given[1:]]), " ".join(raised))))


def _raise(word: str) -> str:
    return _INITIAL.sub(lambda match: match[0].upper() if len(match[0].upper()) == 1 else match[0], word)
