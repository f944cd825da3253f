"""The forms that a name takes in a sentence."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gazetteer.fold import fold
from gazetteer.lookalikes import scripts


@dataclass(frozen=True, slots=True)
class Form:
    """A stem as written, and what may stand behind it within the word."""

    stem: str
    endings: frozenset[str]
    """Folded."""
    citation: str = ""
    """The ending, folded, with which the stem is the name as listed."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The endings of the words that end in ``ends``."""

    ends: re.Pattern[str]
    cut: int
    endings: Mapping[str, tuple[str, ...]]
    """By case; languages whose words do not agree have a single one."""
    folded: Mapping[str, frozenset[str]]
    every: frozenset[str]
    """All endings, folded."""


@dataclass(frozen=True, slots=True)
class Head:
    """A word for a kind of place that follows a name without being part of it (``Lachin district``)."""

    word: re.Pattern[str]
    """Over folded text."""
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Derivation:
    """What is made from the names that end in ``ends``: of the letters that stay after the cut, and an addition."""

    ends: re.Pattern[str]
    cut: int
    additions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's way with names."""

    language: str
    script: str
    nouns: tuple[Paradigm, ...] = ()
    adjectives: tuple[Paradigm, ...] = ()
    heads: tuple[Head, ...] = ()
    titles: tuple[re.Pattern[str], ...] = ()
    """Over folded names: what a name can do without (``Republic of``)."""
    genitives: tuple[Derivation, ...] = ()
    """The way back from the case that a name has before a head or title."""
    first_words: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    only_in_language: bool = False
    signs: str = ""
    apostrophe: bool = False
    hyphen_after_abbreviation: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    """Letters that keyboards without them replace by quite another one."""
    derivation: tuple[Derivation, ...] = ()
    derived_kinds: frozenset[str] = frozenset()
    derived_endings: tuple[str, ...] = ()
    joined_by: tuple[str, ...] = field(default=())

    def forms(self, name: str) -> list[Form]:
        """Every stem that the name has in a sentence, with its endings; other words of it agree where they must."""
        if not self.nouns:
            return [Form(name, frozenset({""}))]
        name = unicodedata.normalize("NFC", name)
        if name.isalpha():
            return self._word_forms(name)
        words = re.split(r"([ \-–])", name)
        place = self._changing_word(words)
        before, word, after = words[:place], words[place], words[place + 1 :]
        if after:
            return self._forms_within(before, word, after)
        if self.adjectives and len(words) > 1:
            return self._agreeing(before, word)
        return [Form("".join(before) + form.stem, form.endings, form.citation) for form in self._word_forms(word)]

    def as_typed(self, name: str) -> str:
        """The name as it is typed where the keyboard lacks letters of the language (``Xankendi``)."""
        for letter, other in self.typed.items():
            name = name.replace(letter, other).replace(letter.upper(), other.upper())
        return name

    def adjective_stems(self, name: str) -> list[str]:
        """Stems of adjectives made from a one-word name (``Лачин``: ``Лачинск``)."""
        for rule in self.derivation:
            if rule.ends.search(name.lower()):
                return [name[: len(name) - rule.cut] + addition for addition in rule.additions]
        return []

    def head_after(self, words: Sequence[str]) -> Head | None:
        """The head that the last word of a name is, if it is one."""
        return next((head for head in self.heads if head.word.fullmatch(fold(words[-1]))), None)

    def bare(self, name: str) -> str | None:
        """The name, folded, without its title (``armenia`` for ``Republic of Armenia``), or ``None`` if it has none."""
        folded = fold(name)
        for title in self.titles:
            rest = title.sub("", folded)
            if rest != folded:
                return rest if title.pattern.startswith("^") else self.nominative(rest)
        return None

    def nominative(self, name: str) -> str | None:
        """A name that stood before a head or title as it is by itself, or ``None`` if that cannot be told."""
        if not self.genitives:
            return name
        fitting = (rule for rule in self.genitives if rule.ends.search(name.lower()))
        return next((name[: len(name) - rule.cut] + rule.additions[0] for rule in fitting), None)

    def _changing_word(self, words: list[str]) -> int:
        plain = [word.lower() for word in words]
        for index in range(2, len(words) - 1, 2):
            if plain[index] in self.joints:
                return index - 2
        is_adjective = any(paradigm.ends.search(plain[0]) for paradigm in self.adjectives)
        if is_adjective and len(words) > 3 and plain[2] in self.first_words:
            return 2
        return 0 if plain[0] in self.first_words and len(words) > 1 else len(words) - 1

    def _paradigms(self, word: str) -> Iterator[Paradigm]:
        """In a language whose words agree one paradigm fits; elsewhere all that fit are added up."""
        fitting = (paradigm for paradigm in self.nouns if paradigm.ends.search(word.lower()))
        yield from itertools.islice(fitting, 1) if self.adjectives else fitting

    def _word_forms(self, word: str) -> list[Form]:
        forms = []
        for paradigm in self._paradigms(word):
            stem = word[: len(word) - paradigm.cut]
            forms.append(Form(stem, paradigm.every, fold(word[len(stem) :])))
        return forms or [Form(word, frozenset({""}))]

    def _forms_within(self, before: list[str], word: str, after: list[str]) -> list[Form]:
        """The changing word is followed by others: each form of it, and of the adjectives before it, is spelled out."""
        agreeing = self._agreeing(before, word) if before and self.adjectives else None
        forms = agreeing or [Form("".join(before) + form.stem, form.endings) for form in self._word_forms(word)]
        stems = {"".join([form.stem + ending, *after]): None for form in forms for ending in form.endings}
        return [Form(stem, frozenset({""})) for stem in stems]

    def _agreeing(self, before: list[str], word: str) -> list[Form]:
        paradigm = next(self._paradigms(word))
        stem = word[: len(word) - paradigm.cut]
        citation = fold(word[len(stem) :])
        merged: dict[str, set[str]] = {}
        for case, endings in paradigm.folded.items():
            for modifiers in itertools.product(*(self._in_case(modifier, case) for modifier in before)):
                merged.setdefault("".join(modifiers) + stem, set()).update(endings)
        return [Form(whole, frozenset(endings), citation) for whole, endings in merged.items()]

    def _in_case(self, word: str, case: str) -> list[str]:
        for paradigm in self.adjectives:
            if paradigm.ends.search(word.lower()):
                stem = word[: len(word) - paradigm.cut]
                endings = [ending.upper() if word.isupper() else ending for ending in paradigm.endings[case]]
                return [stem + ending for ending in endings]
        return [word]


def script_of(name: str) -> str:
    """The script that most letters of the name are in; ``latin`` if in none that we know."""
    if name.isascii():
        return "latin"
    counts = scripts(name)
    return max(counts, key=lambda script: counts[script]) if counts else "latin"
