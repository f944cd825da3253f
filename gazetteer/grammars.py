"""Reading the grammar files: how names change in each language, and what is wrong with a file."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from gazetteer.fold import fold
from gazetteer.inflection import Derivation, Grammar, Head, Paradigm
from gazetteer.model import KINDS
from gazetteer.problems import BrokenGazetteerError, Problem
from gazetteer.source import Block, read_block

FOLDER = Path(__file__).parent / "grammar"
_KEYS = {
    "": (
        "script", "nouns", "adjectives", "heads", "titles", "genitives", "letters", "only_in_language", "signs",
        "apostrophe", "hyphen_after_abbreviation", "typed", "first_word_changes", "derived_adjectives",
    ),
    "nouns": ("ends", "cut", "endings"),
    "adjectives": ("ends", "cut", "endings"),
    "heads": ("word", "kinds"),
    "genitives": ("ends", "cut", "add"),
    "first_word_changes": ("words", "before"),
    "derived_adjectives": ("kinds", "rules", "endings", "joined_by"),
    "rules": ("ends", "cut", "add"),
}  # fmt: skip
_SCRIPTS = ("latin", "cyrillic", "armenian")
T = TypeVar("T")


@cache
def grammars() -> dict[str, Grammar]:
    """Every shipped grammar by its language.

    Raises:
        BrokenGazetteerError: A file is wrong; it lists everything that is, in all files.

    """
    return read_grammars(FOLDER)


def read_grammars(folder: Path) -> dict[str, Grammar]:
    """Every grammar of a folder by its language, which is the file's name.

    Raises:
        BrokenGazetteerError: A file is wrong; it lists everything that is, in all files.

    """
    found: dict[str, Grammar] = {}
    problems: list[Problem] = []
    for file in sorted(folder.glob("*.yaml")):
        shown_as = f"{folder.parent.name}/{folder.name}/{file.name}"
        block, unreadable = read_block(file, shown_as)
        reader = _Reader(shown_as)
        if not unreadable:
            found[file.stem] = reader.grammar(file.stem, block)
        problems += unreadable + reader.problems
    if problems:
        raise BrokenGazetteerError(problems)
    return found


class _Reader:
    """Turns one file's block into a grammar and notes what it cannot understand."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def grammar(self, language: str, raw: Block) -> Grammar:
        self._know_keys(raw, "")
        letters = {letter: self._strings(self._block(raw, "letters"), letter) for letter in self._block(raw, "letters")}
        first = self._block(raw, "first_word_changes")
        derived = self._block(raw, "derived_adjectives")
        typed = self._block(raw, "typed")
        grammar = Grammar(
            language=language,
            script=self._choice(raw, "script", _SCRIPTS),
            nouns=self._each(raw, "nouns", lambda entry: self._paradigm(entry, letters)),
            adjectives=self._each(raw, "adjectives", lambda entry: self._paradigm(entry, letters)),
            heads=self._each(raw, "heads", self._head),
            titles=tuple(self._compiled(raw, "titles", fold(title)) for title in self._strings(raw, "titles")),
            genitives=self._each(raw, "genitives", self._derivation),
            first_words=frozenset(self._strings(first, "words")),
            joints=frozenset(self._strings(first, "before")),
            only_in_language=self._flag(raw, "only_in_language"),
            signs=self._string(raw, "signs"),
            apostrophe=self._flag(raw, "apostrophe"),
            hyphen_after_abbreviation=self._flag(raw, "hyphen_after_abbreviation"),
            typed={letter: self._string(typed, letter) for letter in typed},
            derivation=self._each(derived, "rules", self._derivation),
            derived_kinds=frozenset(self._kinds(derived)),
            derived_endings=self._strings(derived, "endings"),
            joined_by=self._strings(derived, "joined_by"),
        )
        self._agree_on_cases(grammar, raw)
        return grammar

    def _paradigm(self, raw: Block, letters: Mapping[str, Sequence[str]]) -> Paradigm:
        endings = raw.get("endings")
        if isinstance(endings, Block):
            listed = {case: self._strings(endings, case) for case in endings}
        else:
            listed = {"any": self._strings(raw, "endings")}
        spelled = {case: tuple(_spellings(forms, letters)) for case, forms in listed.items()}
        folded = {case: frozenset(map(fold, forms)) for case, forms in spelled.items()}
        every = frozenset(itertools.chain.from_iterable(folded.values()))
        return Paradigm(self._ends(raw), self._number(raw, "cut"), spelled, folded, every)

    def _head(self, raw: Block) -> Head:
        return Head(self._compiled(raw, "word", fold(self._string(raw, "word"))), frozenset(self._kinds(raw)))

    def _derivation(self, raw: Block) -> Derivation:
        return Derivation(self._ends(raw), self._number(raw, "cut"), self._strings(raw, "add"))

    def _ends(self, raw: Block) -> re.Pattern[str]:
        return self._compiled(raw, "ends", f"(?:{self._string(raw, 'ends')})$")

    def _compiled(self, raw: Block, key: str, expression: str) -> re.Pattern[str]:
        try:
            return re.compile(expression)
        except re.error as error:
            self._problem(raw, key, f"'{expression}' is no regular expression ({error.msg})", "mend brackets and signs")
            return re.compile("(?!)")

    def _kinds(self, raw: Block) -> tuple[str, ...]:
        kinds = self._strings(raw, "kinds")
        for kind in kinds:
            if kind not in KINDS:
                self._problem(raw, "kinds", f"kind '{kind}' is not known", _did_you_mean(kind, KINDS))
        return kinds

    def _agree_on_cases(self, grammar: Grammar, raw: Block) -> None:
        """An adjective can only stand before a noun in a case that both have."""
        wanted = {case for noun in grammar.nouns for case in noun.endings}
        for adjective, entry in zip(grammar.adjectives, raw.get("adjectives", ()), strict=False):
            if missing := wanted - set(adjective.endings):
                what = f"the adjective has no ending for {', '.join(sorted(missing))}"
                self._problem(entry, "endings", what, "give one for every case that nouns have")

    def _each(self, raw: Block, key: str, make: Callable[[Block], T]) -> tuple[T, ...]:
        entries = raw.get(key, ())
        if not isinstance(entries, (list, tuple)) or not all(isinstance(entry, Block) for entry in entries):
            self._problem(raw, key, f"'{key}' is not a list of blocks", "begin each with '- '")
            return ()
        for entry in entries:
            self._know_keys(entry, key)
        return tuple(make(entry) for entry in entries)

    def _block(self, raw: Block, key: str) -> Block:
        value = raw.get(key)
        if value is not None and not isinstance(value, Block):
            self._problem(raw, key, f"'{key}' is not a block of keys", f"write '{key}:' and its keys below")
        if isinstance(value, Block) and key in _KEYS:
            self._know_keys(value, key)
        return value if isinstance(value, Block) else Block(raw.line)

    def _know_keys(self, raw: Block, key: str) -> None:
        for name in raw:
            if name not in _KEYS[key]:
                self._problem(raw, name, f"the key '{name}' is not known", _did_you_mean(name, _KEYS[key]))

    def _strings(self, raw: Block, key: str) -> tuple[str, ...]:
        value: Any = raw.get(key, ())
        if isinstance(value, (list, tuple)) and all(isinstance(entry, str) for entry in value):
            return tuple(value)
        self._problem(raw, key, f"'{key}' is not a list of words", f'write it as {key}: [one, "", other]')
        return ()

    def _string(self, raw: Block, key: str) -> str:
        value = raw.get(key, "")
        if isinstance(value, str):
            return value
        self._problem(raw, key, f"'{key}' is not a word", f'write it as {key}: "word"')
        return ""

    def _choice(self, raw: Block, key: str, choices: Sequence[str]) -> str:
        value = self._string(raw, key)
        if value not in choices:
            self._problem(raw, key, f"{key} '{value}' is not known", _did_you_mean(value, choices))
        return value

    def _flag(self, raw: Block, key: str) -> bool:
        return self._choice(raw, key, ("true", "false")) == "true" if key in raw else False

    def _number(self, raw: Block, key: str) -> int:
        value = self._string(raw, key) if key in raw else "0"
        if not value.isdecimal():
            self._problem(raw, key, f"{key} '{value}' is not a number of letters", "write 0, 1, 2 …")
        return int(value) if value.isdecimal() else 0

    def _problem(self, raw: Block, key: str, what: str, remedy: str) -> None:
        self.problems.append(Problem(self._file, raw.lines.get(key, raw.line), what, remedy))


def _spellings(endings: Sequence[str], letters: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for ending in endings:
        for spelling in itertools.product(*(letters.get(letter, (letter,)) for letter in ending)):
            yield "".join(spelling)


def _did_you_mean(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean '{close[0]}'?" if close else f"use one of: {', '.join(known)}"
