"""A small phrase grammar: word classes and patterns over them.

Every token of a text gets the letter of its class; a pattern is a regular expression over those letters, so that
matching costs time in proportion to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from extract.grammar.vocabulary import Value, Vocabulary
from extract.text.tokens import GAP, Token, number_value, tokens

Classify = Callable[[Token, float | None], tuple[str, Value]]

WORD = "word"
SIGN = "sign"
"""The classes of words and signs that no list names."""

_UNKNOWN = "."


class Tagged(NamedTuple):
    """One or more tokens read as one: its stretch of text, class and value."""

    start: int
    end: int
    kind: str
    value: Value


class Rule(NamedTuple):
    """A pattern and what it means: ``reading`` names the meaning, ``options`` refine it."""

    reading: str
    pattern: re.Pattern[str]
    options: Mapping[str, str]
    order: int


class Match(NamedTuple):
    """Where a rule applied, as a half-open stretch of the tagged tokens."""

    first: int
    last: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word classes and rules of one language."""

    vocabulary: Vocabulary
    letters: Mapping[str, str]
    rules: tuple[Rule, ...]
    joins: tuple[Rule, ...]

    def tag(self, text: str, classify: Classify) -> list[Tagged]:
        """The tokens of a text with their classes; phrases of the vocabulary count as one, the longest first.

        ``classify`` gives class and value of tokens that are numbers or full dates.
        """
        lexemes = list(tokens(text))
        fits = [() if t.shape == GAP else self.vocabulary.fits(t.written) for t in lexemes]
        tagged: list[Tagged] = []
        i = 0
        while i < len(lexemes):
            token, length = lexemes[i], 1
            phrase = self.vocabulary.longest(fits, i) if fits[i] else None
            if phrase is not None:
                length = len(phrase.atoms)
                kind, value = phrase.kind, phrase.value
            elif token.shape in ("number", "full_date"):
                kind, value = classify(token, number_value(token.written))
            else:
                kind, value = token.shape, None
            tagged.append(Tagged(token.start, lexemes[i + length - 1].end, kind, value))
            i += length
        return tagged

    def spell(self, kinds: Iterable[str]) -> str:
        """The classes of successive tokens as one letter each."""
        return "".join([self.letters.get(kind, _UNKNOWN) for kind in kinds])


def matches(rules: Iterable[Rule], letters: str) -> list[Match]:
    """Where rules apply: no two overlap, the leftmost first, then the longest, then the earlier rule."""
    queue = [found for rule in rules if (found := _next(rule, letters, 0))]
    heapify(queue)
    chosen: list[Match] = []
    reach = 0
    while queue:
        first, length, _, rule = heappop(queue)
        if first >= reach:
            reach = first - length
            chosen.append(Match(first, reach, rule))
        following = _next(rule, letters, reach)
        if following:
            heappush(queue, following)
    return chosen


def _next(rule: Rule, letters: str, start: int) -> tuple[int, int, int, Rule] | None:
    """Where a rule applies next, as a sorting key: first token, length (negative), order, and the rule."""
    found = rule.pattern.search(letters, start)
    return (found.start(), found.start() - found.end(), rule.order, rule) if found and found.group() else None
