"""The forms that a name takes in a sentence, from the paradigms in ``grammar/*.yaml``."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from gazetteer.fold import fold
from gazetteer.lookalikes import scripts

FOLDER = Path(__file__).parent / "grammar"


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
class Grammar:
    """One language's way with names."""

    language: str
    script: str
    nouns: tuple[Paradigm, ...] = ()
    adjectives: tuple[Paradigm, ...] = ()
    heads: tuple[Head, ...] = ()
    titles: tuple[re.Pattern[str], ...] = ()
    """Over folded names: what a name can do without (``Republic of``)."""
    genitive: str = ""
    """The ending that a name has before a head or title."""
    first_words: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    only_in_language: bool = False
    signs: str = ""
    apostrophe: bool = False
    hyphen_after_abbreviation: bool = False
    derivation: tuple[tuple[re.Pattern[str], int, tuple[str, ...]], ...] = ()
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

    def adjective_stems(self, name: str) -> list[str]:
        """Stems of adjectives made from a one-word name (``Лачин``: ``Лачинск``)."""
        for ends, cut, additions in self.derivation:
            if ends.search(name.lower()):
                return [name[: len(name) - cut] + addition for addition in additions]
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
                return rest if title.pattern.startswith("^") else rest.removesuffix(self.genitive)
        return None

    def _changing_word(self, words: list[str]) -> int:
        plain = [word.lower() for word in words]
        for index in range(2, len(words) - 1, 2):
            if plain[index] in self.joints:
                return index - 2
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
        """The changing word is followed by others: each form of it is spelled out."""
        stems = {
            "".join([*before, form.stem + ending, *after]): None
            for form in self._word_forms(word)
            for ending in form.endings
        }
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


@cache
def grammars() -> dict[str, Grammar]:
    """Every grammar of the folder by its language."""
    import yaml  # only the first search for names needs it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        found[file.stem] = _grammar(file.stem, yaml.load(file.read_text(encoding="utf-8"), Loader=loader))
    return found


def script_of(name: str) -> str:
    """The script that most letters of the name are in; ``latin`` if in none that we know."""
    if name.isascii():
        return "latin"
    counts = scripts(name)
    return max(counts, key=lambda script: counts[script]) if counts else "latin"


def _grammar(language: str, raw: Mapping[str, Any]) -> Grammar:
    letters = raw.get("letters", {})
    first = raw.get("first_word_changes", {})
    derived = raw.get("derived_adjectives", {})
    return Grammar(
        language=language,
        script=raw["script"],
        nouns=tuple(_paradigm(entry, letters) for entry in raw.get("nouns", ())),
        adjectives=tuple(_paradigm(entry, letters) for entry in raw.get("adjectives", ())),
        heads=tuple(_head(entry) for entry in raw.get("heads", ())),
        titles=tuple(re.compile(fold(title)) for title in raw.get("titles", ())),
        genitive=raw.get("genitive", ""),
        first_words=frozenset(first.get("words", ())),
        joints=frozenset(first.get("before", ())),
        only_in_language=raw.get("only_in_language", False),
        signs=raw.get("signs", ""),
        apostrophe=raw.get("apostrophe", False),
        hyphen_after_abbreviation=raw.get("hyphen_after_abbreviation", False),
        derivation=tuple(
            (re.compile(f"(?:{rule['ends']})$"), rule.get("cut", 0), tuple(rule["add"]))
            for rule in derived.get("rules", ())
        ),
        derived_kinds=frozenset(derived.get("kinds", ())),
        derived_endings=tuple(derived.get("endings", ())),
        joined_by=tuple(derived.get("joined_by", ())),
    )


def _paradigm(raw: Mapping[str, Any], letters: Mapping[str, Sequence[str]]) -> Paradigm:
    endings = raw["endings"]
    by_case = endings if isinstance(endings, dict) else {"any": endings}
    spelled = {case: tuple(_spellings(forms, letters)) for case, forms in by_case.items()}
    folded = {case: frozenset(map(fold, forms)) for case, forms in spelled.items()}
    every = frozenset().union(*folded.values())
    return Paradigm(re.compile(f"(?:{raw['ends']})$"), raw.get("cut", 0), spelled, folded, every)


def _spellings(endings: Sequence[str], letters: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for ending in endings:
        for spelling in itertools.product(*(letters.get(letter, (letter,)) for letter in ending)):
            yield "".join(spelling)


def _head(raw: Mapping[str, Any]) -> Head:
    return Head(re.compile(fold(raw["word"])), frozenset(raw["kinds"]))
