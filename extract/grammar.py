"""A small phrase grammar: word classes and patterns over them, both read from YAML.

A grammar file has ``words`` (class: forms, or class: {value: forms}), ``rules`` (patterns over class names),
optionally ``endings`` (named lists of inflections), ``shapes`` (named sub-patterns) and ``never`` (phrases to skip).
A form may be several words. Each of its words may end in ``*`` (any ending), or in ``~name`` (the endings of that
list). A word written with a capital must be capitalised in the text too.

Every token of a text gets the letter of its class; a pattern is a regular expression over those letters. ``*`` and
``+`` repeat at most five times, so that matching costs time in proportion to the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from extract.tokens import GAP, Token, number_value, tokens
from extract.vocabulary import Value, Vocabulary, split_form

Classify = Callable[[Token, float | None], tuple[str, Value]]

WORD = "word"
SIGN = "sign"
"""The classes of words and signs that no list names."""

_BUILT_IN = (GAP, WORD, SIGN, "never")
_UNKNOWN = "."
_MOST_REPEATED = 5
_FIRST_LETTER = 0xE000
_NAME = re.compile(r"[a-z][a-z_0-9]*")
_SECTIONS = {"words", "rules", "joins", "endings", "shapes", "never"}


class GrammarError(ValueError):
    """A grammar file says something that cannot be used; the message names file, line, value and remedy."""


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


def load_grammar(path: Path, extra_classes: Iterable[str] = ()) -> Grammar:
    """Read a grammar file.

    Args:
        path: the YAML file.
        extra_classes: class names that the caller assigns itself (numbers, dates already found).

    Raises:
        GrammarError: naming every fault in the file, with line and remedy.

    """
    return build_grammar(read_yaml(path), path, extra_classes)


def read_yaml(path: Path) -> Mapping[str, Any]:
    """The content of a YAML file, every scalar a string.

    Raises:
        GrammarError: if it is no YAML mapping.

    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except yaml.YAMLError as error:
        raise GrammarError(f"{path.name}: not YAML: {error}; check indentation and quotes") from error
    if not isinstance(content, Mapping):
        raise GrammarError(f"{path.name}:1: {str(content)[:40]!r}: no mapping; begin with a section such as 'words:'")
    return content


def build_grammar(content: Mapping[str, Any], path: Path, extra_classes: Iterable[str] = ()) -> Grammar:
    """A grammar from the sections of a file; ``path`` is where faults are reported.

    Raises:
        GrammarError: naming every fault, with line and remedy.

    """
    faults = _Faults(path.name, path.read_text(encoding="utf-8"))
    grammar = _build(content, tuple(extra_classes), faults)
    faults.raise_if_any()
    return grammar


@dataclass(slots=True)
class _Faults:
    name: str
    source: str
    messages: list[str] = field(default_factory=list)

    def add(self, value: str, remedy: str) -> None:
        lines = self.source.splitlines()
        line = next((n for n, text in enumerate(lines, 1) if value in text), 1)
        self.messages.append(f"{self.name}:{line}: {value!r}: {remedy}")

    def raise_if_any(self) -> None:
        if self.messages:
            raise GrammarError("\n".join(self.messages))


def _build(content: Mapping[str, Any], extra: tuple[str, ...], faults: _Faults) -> Grammar:
    for section in content.keys() - _SECTIONS:
        faults.add(section, f"unknown section; use one of {', '.join(sorted(_SECTIONS))}")
    endings: Mapping[str, list[str]] = content.get("endings", {})
    vocabulary = Vocabulary()
    kinds = [*_BUILT_IN, *extra]
    for kind, value, form in _forms(content):
        if kind not in kinds:
            kinds.append(kind)
        unknown = [name for name in re.findall(r"~(\w+)", form) if name not in endings]
        if unknown or not split_form(form):
            faults.add(form, f"no list {unknown} under 'endings'; add it or fix the name")
            continue
        vocabulary.add(form, kind, value, endings)
    for form, classes in vocabulary.clashes():
        faults.add(form, f"listed under {' and '.join(classes)}; a word has one class, use shapes to share it")
    letters = {kind: chr(_FIRST_LETTER + n) for n, kind in enumerate(kinds)}
    shapes: Mapping[str, str] = content.get("shapes", {})
    rules = _rules(content.get("rules", []), letters, shapes, faults)
    joins = _rules(content.get("joins", []), letters, shapes, faults)
    return Grammar(vocabulary, letters, rules, joins)


def _forms(content: Mapping[str, Any]) -> Iterator[tuple[str, Value, str]]:
    for form in content.get("never", []):
        yield "never", None, form
    for kind, entry in content.get("words", {}).items():
        by_value = entry if isinstance(entry, Mapping) else {"": entry}
        for value, forms in by_value.items():
            for form in forms:
                yield kind, _value(value), form


def _value(written: str) -> Value:
    if re.fullmatch(r"-?\d+", written):
        return int(written)
    if re.fullmatch(r"-?\d+\.\d+", written):
        return float(written)
    return written or None


def _rules(
    entries: list[dict[str, str]], letters: Mapping[str, str], shapes: Mapping[str, str], faults: _Faults
) -> tuple[Rule, ...]:
    rules = []
    for order, entry in enumerate(entries):
        written = entry.get("is", "")
        if not written or "read" not in entry:
            faults.add(str(entry.get("read") or written), "a rule needs 'read' and 'is'")
            continue
        unknown = [n for n in _NAME.findall(_expand(written, shapes)) if n not in letters]
        if unknown:
            faults.add(written, f"no word class {unknown[0]!r}; list it under 'words' or 'shapes'")
            continue
        try:
            pattern = re.compile(_bounded(_NAME.sub(lambda m: letters[m.group()], _expand(written, shapes))))
        except re.error as error:
            faults.add(written, f"not a pattern ({error}); check brackets and signs")
            continue
        if pattern.match(""):
            faults.add(written, "fits the empty text; make one class of it obligatory")
            continue
        options = {key: value for key, value in entry.items() if key not in ("read", "is")}
        rules.append(Rule(entry["read"], pattern, options, order))
    return tuple(rules)


def _bounded(pattern: str) -> str:
    """A pattern without blanks whose repetitions end, so that no text makes matching take longer than its length."""
    return pattern.replace(" ", "").replace("*", f"{{0,{_MOST_REPEATED}}}").replace("+", f"{{1,{_MOST_REPEATED}}}")


def _expand(pattern: str, shapes: Mapping[str, str]) -> str:
    """A pattern with its shapes written out (shapes may use shapes, three deep)."""
    for _ in range(3):
        pattern = _NAME.sub(lambda m: f"(?:{shapes[m.group()]})" if m.group() in shapes else m.group(), pattern)
    return pattern
