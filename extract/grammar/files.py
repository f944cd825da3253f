"""Reads phrase grammars from YAML and names every fault in them.

A grammar file has ``words`` (class: forms, or class: {value: forms}), ``rules`` (patterns over class names),
optionally ``endings`` (named lists of inflections), ``shapes`` (named sub-patterns), ``joins`` (rules over what the
rules found) and ``never`` (phrases to skip). A form may be several words. Each of its words may end in ``*`` (any
ending), or in ``~name`` (the endings of that list). A word written with a capital must be capitalised in the text too.

A pattern is a regular expression with class names for letters. ``*`` and ``+`` repeat at most five times, so that
matching stays in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from extract.grammar.matcher import SIGN, WORD, Grammar, Rule
from extract.grammar.vocabulary import Value, Vocabulary, split_form
from extract.text.lexicon import LexiconError
from extract.text.tokens import GAP

_BUILT_IN = (GAP, WORD, SIGN, "never")
_MOST_REPEATED = 5
_FIRST_LETTER = 0xE000
_NAME = re.compile(r"[a-z][a-z_0-9]*")
_SECTIONS = {"words", "rules", "joins", "endings", "shapes", "never"}


class GrammarError(LexiconError):
    """A grammar file says something that cannot be used; the message names file, line, value and remedy."""


def load_grammar(path: Path, extra_classes: Iterable[str] = (), readings: Container[str] | None = None) -> Grammar:
    """Read a grammar file.

    Args:
        path: the YAML file.
        extra_classes: class names that the caller assigns itself (numbers, dates already found).
        readings: what the rules may ``read``; anything if ``None``.

    Raises:
        GrammarError: naming every fault in the file, with line and remedy.

    """
    grammar = build_grammar(read_yaml(path), path, extra_classes)
    _refuse_unknown_readings(grammar, path, readings)
    return grammar


def _refuse_unknown_readings(grammar: Grammar, path: Path, readings: Container[str] | None) -> None:
    faults = _Faults(path.name, path.read_text(encoding="utf-8"))
    for rule in (*grammar.rules, *grammar.joins):
        if readings is not None and rule.reading not in readings:
            faults.add(f"read: {rule.reading},", "no such reading; use one that other rules of these files use")
    faults.raise_if_any()


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
