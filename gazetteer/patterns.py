"""What the automaton looks for: stems of names, and what each of them may be the beginning of."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from gazetteer.fold import fold, fold_with_offsets
from gazetteer.inflection import Form, Grammar, grammars, script_of
from gazetteer.model import Name, Place

_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]")
_LONGEST_ABBREVIATION = 7
_MOST_SPELLINGS = 16


@dataclass(slots=True)
class Lemma:
    """All places that have names with one folded spelling."""

    bearers: dict[str, tuple[Place, list[Name]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a stem in the automaton may be the beginning of."""

    lemma: int
    """An index of ``Index.lemmas``; ``NEVER`` for a phrase that holds no mention."""
    endings: frozenset[str]
    citation: str
    grammar: Grammar
    abbreviation: bool = False
    adjective: bool = False
    """Counts only before a word for a kind of place."""
    kinds: frozenset[str] = frozenset()
    """If an adjective: the kinds of place that it can belong to."""


NEVER = -1


class Patterns:
    """Collects the patterns of the automaton and what each of them may be the beginning of."""

    def __init__(self) -> None:
        self.patterns: dict[str, list[Reading]] = {}
        self.lemmas: list[Lemma] = []
        self._numbers: dict[str, int] = {}
        self._grammars: dict[str, list[Grammar]] = {}
        for grammar in grammars().values():
            self._grammars.setdefault(grammar.script, []).append(grammar)

    def add(self, place: Place) -> None:
        """Add all of a place's names and its ``never`` phrases."""
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
            if base.endswith(ending):
                self._add_adjective(base.removesuffix(ending), place, name, grammar)
                return
        if base.endswith(grammar.genitive):
            self._add_stems(base.removesuffix(grammar.genitive), place, name)

    def _add_stems(self, spelling: str, place: Place, name: Name) -> None:
        number, is_new = self._lemma(spelling, place, name)
        if is_new:
            for grammar in self._grammars[script_of(spelling)]:
                for form in grammar.forms(spelling):
                    self._add_form(form, spelling, number, grammar)

    def _lemma(self, spelling: str, place: Place, name: Name) -> tuple[int, bool]:
        key = fold(spelling).replace("-", " ") + ("" if spelling[:1].isupper() else "\0")
        is_new = key not in self._numbers
        if is_new:
            self._numbers[key] = len(self.lemmas)
            self.lemmas.append(Lemma())
        number = self._numbers[key]
        bearers = self.lemmas[number].bearers
        names = bearers.setdefault(place.id, (place, []))[1]
        if name not in names:
            names.append(name)
        return number, is_new

    def _add_form(self, form: Form, listed: str, lemma: int, grammar: Grammar) -> None:
        abbreviation = listed.isupper() and len(listed) <= _LONGEST_ABBREVIATION
        reading = Reading(lemma, form.endings, form.citation, grammar, abbreviation)
        for pattern in _spellings(form.stem):
            self._add_reading(pattern, reading)

    def _add_adjective(self, stem: str, place: Place, name: Name, grammar: Grammar) -> None:
        number, _ = self._lemma(f"{stem}-", place, name)
        kinds = frozenset().union(*(head.kinds for head in grammar.heads))
        endings = frozenset(fold(ending) for ending in grammar.derived_endings)
        reading = Reading(number, endings, "", grammar, adjective=True, kinds=kinds)
        for pattern in _spellings(stem):
            self._add_reading(pattern, reading)

    def _add_reading(self, pattern: str, reading: Reading) -> None:
        known = self.patterns.setdefault(pattern, [])
        if reading not in known:
            known.append(reading)


def _spellings(stem: str) -> list[str]:
    """The stem folded for the automaton, with the capitals that its words may have.

    A name that is listed with a capital begins with one; its other words may have one or not, all alike. One that
    is listed with a small letter may have capitals anywhere, and has those that it is listed with.
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
    choices = ([raised[0], *given[1:]], raised, [raised[0], *words[1:]])
    return list(dict.fromkeys(" ".join(choice) for choice in choices))


def _raise(word: str) -> str:
    return _INITIAL.sub(lambda match: match[0].upper() if len(match[0].upper()) == 1 else match[0], word)
