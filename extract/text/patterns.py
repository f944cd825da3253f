"""The small pattern language of the lexicon, and an index that finds all patterns of a kind in one pass.

A pattern is words parted by spaces, each of them one of

``word``       this word, in any case
``stem*``      words that begin so; ``*ending`` words that end so
``@class``     a word of that class (``classes`` in ``grammar.yaml``) or a marked stretch (``@place``, ``@number``)
``a|b|@c``     any of these
``word?``      may be missing
``...``        up to three words of any kind; ``...5`` up to five
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from extract.text.words import Word, comparable, words

_GAP = re.compile(r"\.\.\.(\d*)$|…(\d*)$")
_ATOM = re.compile(r"\*?[^\W_]+(?:['’ʼ՛՜՞\-][^\W_]+)*\*?$|@[a-z_]+$")
DEFAULT_GAP = 3
LONGEST_GAP = 8

Tags = Sequence[frozenset[str]]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why and what to write instead."""


@dataclass(frozen=True, slots=True)
class Element:
    """One position of a pattern."""

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0
    """How many words of any kind may stand here; the other fields are then empty."""

    def fits(self, word: str, tags: frozenset[str]) -> bool:
        """Whether one word can stand here."""
        return (
            word in self.exact
            or bool(self.prefixes and word.startswith(self.prefixes))
            or bool(self.suffixes and word.endswith(self.suffixes))
            or not self.tags.isdisjoint(tags)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern, with the text it was made from."""

    source: str
    elements: tuple[Element, ...]


def compile_patterns(source: str) -> tuple[Pattern, ...]:
    """Read a pattern; one with hyphenated alternatives (``a|b-c``) becomes several.

    Raises `PatternError` if it is empty, or begins or ends with something that may be missing.
    """
    variants = [_alternatives(part) for part in source.split()]
    if not variants:
        raise PatternError("an empty pattern matches nothing: write a word")
    return tuple(_compile(" ".join(parts), source) for parts in product(*variants))


def _alternatives(part: str) -> list[str]:
    """The part with its one-word alternatives, and each hyphenated alternative by itself."""
    mark = "?" if part.endswith("?") else ""
    atoms = part.removesuffix("?").split("|")
    hyphenated = [atom for atom in atoms if "-" in atom]
    plain = [atom for atom in atoms if "-" not in atom]
    return ["|".join(plain) + mark] * bool(plain) + [atom + mark for atom in hyphenated]


def _compile(text: str, source: str) -> Pattern:
    elements = tuple(element for part in text.split() for element in _elements(part, source))
    for edge in (elements[0], elements[-1]):
        if edge.gap or edge.optional:
            raise PatternError(f"{source!r} begins or ends with a part that may be missing: leave that part out")
    return Pattern(text, elements)


def _elements(part: str, source: str) -> list[Element]:
    gap = _GAP.match(part)
    if gap:
        width = int(gap[1] or gap[2] or DEFAULT_GAP)
        if not 1 <= width <= LONGEST_GAP:
            raise PatternError(f"{part!r} in {source!r}: a gap spans 1 to {LONGEST_GAP} words")
        return [Element(gap=width)]
    optional = part.endswith("?")
    atoms = part.removesuffix("?").split("|")
    for atom in atoms:
        if not _ATOM.match(atom):
            raise PatternError(f"{atom!r} in {source!r} is no word, stem*, *ending or @class")
    if len(atoms) == 1 and not atoms[0].startswith(("@", "*")):
        return [_words((word,), optional) for word in _split(atoms[0])]
    return [_words(tuple(atoms), optional)]


def _split(atom: str) -> list[str]:
    """The words of a hyphenated word, the last with the star."""
    parts = [w.word for w in words(atom.rstrip("*"))]
    if atom.endswith("*"):
        parts[-1] += "*"
    return parts


def _words(atoms: tuple[str, ...], optional: bool) -> Element:
    exact, prefixes, suffixes, tags = set(), [], [], set()
    for atom in atoms:
        if atom.startswith("@"):
            tags.add(atom[1:])
        elif atom.endswith("*"):
            prefixes.append(comparable(atom[:-1]))
        elif atom.startswith("*"):
            suffixes.append(comparable(atom[1:]))
        else:
            exact.add(comparable(atom))
    return Element(frozenset(exact), tuple(prefixes), tuple(suffixes), frozenset(tags), optional)


@dataclass(frozen=True, slots=True)
class Match:
    """Pattern number ``key`` covers the words ``first`` to ``last``, both included."""

    key: int
    first: int
    last: int


class PatternIndex:
    """Finds every occurrence of many patterns; the work grows with the number of words, not of patterns."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._prefix: dict[str, list[int]] = defaultdict(list)
        self._suffix: dict[str, list[int]] = defaultdict(list)
        self._tag: dict[str, list[int]] = defaultdict(list)
        for key, pattern in enumerate(self.patterns):
            first = pattern.elements[0]
            for table, heads in (
                (self._exact, first.exact),
                (self._prefix, first.prefixes),
                (self._suffix, first.suffixes),
                (self._tag, first.tags),
            ):
                for head in heads:
                    table[head].append(key)
        self._prefix_lengths = sorted({len(head) for head in self._prefix})
        self._suffix_lengths = sorted({len(head) for head in self._suffix})

    def find(self, tokens: Sequence[Word], tags: Tags) -> list[Match]:
        """All matches, by first word; of one pattern at one word, the shortest."""
        matches: list[Match] = []
        for first, token in enumerate(tokens):
            for key in self._starting(token.word, tags[first]):
                last = _last(self.patterns[key].elements, 0, tokens, tags, first)
                if last is not None:
                    matches.append(Match(key, first, last))
        return matches

    def _starting(self, word: str, tags: frozenset[str]) -> set[int]:
        keys = set(self._exact.get(word, ()))
        for length in self._prefix_lengths:
            if length > len(word):
                break
            keys.update(self._prefix.get(word[:length], ()))
        for length in self._suffix_lengths:
            if length > len(word):
                break
            keys.update(self._suffix.get(word[-length:], ()))
        for tag in tags:
            keys.update(self._tag.get(tag, ()))
        return keys


def _last(elements: tuple[Element, ...], number: int, tokens: Sequence[Word], tags: Tags, at: int) -> int | None:
    """The word on which ``elements[number:]`` ends if it starts at word ``at``."""
    if number == len(elements):
        return at - 1
    element = elements[number]
    if element.gap:
        ends = (_last(elements, number + 1, tokens, tags, at + skip) for skip in range(element.gap + 1))
        return next((end for end in ends if end is not None), None)
    if at < len(tokens) and element.fits(tokens[at].word, tags[at]):
        end = _last(elements, number + 1, tokens, tags, at + 1)
        if end is not None:
            return end
    return _last(elements, number + 1, tokens, tags, at) if element.optional else None
