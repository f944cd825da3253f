"""The words that a language file lists, and which of them stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from extract.text.tokens import fold

Value = int | float | str | None

_MOST_CACHED = 1 << 17
_LONGEST_STEM = 24


class Phrase(NamedTuple):
    """A form of one or more words, each a pattern for a single word (an atom), and what it stands for."""

    kind: str
    value: Value
    atoms: tuple[int, ...]
    rank: tuple[int, int]
    """Which of several single words counts: whole words before stems, longer stems first, then as listed."""


@dataclass(slots=True)
class Vocabulary:
    """Forms by the words they begin with.

    Each word of a form may end in ``*`` (any ending) or ``~name`` (the endings of that list); a word written with a
    capital fits only capitalised words.
    """

    atoms: dict[str, int] = field(default_factory=dict)
    exact: dict[str, list[int]] = field(default_factory=dict)
    prefixes: dict[str, list[int]] = field(default_factory=dict)
    capital: set[int] = field(default_factory=set)
    words: dict[int, Phrase] = field(default_factory=dict)
    phrases: dict[tuple[int, int], list[Phrase]] = field(default_factory=dict)
    listed: dict[tuple[int, ...], Phrase] = field(default_factory=dict)
    doubles: list[tuple[str, list[str]]] = field(default_factory=list)
    cache: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def add(self, form: str, kind: str, value: Value, endings: Mapping[str, list[str]]) -> None:
        """List a form under a class, with its value."""
        atoms = tuple(self._atom(token, endings) for token in split_form(form))
        phrase = Phrase(kind, value, atoms, (self._looseness(form), len(self.listed)))
        known = self.listed.setdefault(atoms, phrase)
        if known.kind != kind:
            self.doubles.append((form, sorted({known.kind, kind})))
        if len(atoms) == 1:
            self.words.setdefault(atoms[0], phrase)
        elif known is phrase:
            self.phrases.setdefault((atoms[0], atoms[1]), []).append(phrase)

    @staticmethod
    def _looseness(form: str) -> int:
        """Nought for whole words; for stems the more the shorter they are."""
        return max(_LONGEST_STEM - len(form), 1) if form.endswith("*") else 0

    def _atom(self, word: str, endings: Mapping[str, list[str]]) -> int:
        known = self.atoms.get(word)
        if known is not None:
            return known
        number = self.atoms[word] = len(self.atoms)
        if word[0].isupper():
            self.capital.add(number)
        stem, tilde, name = word.partition("~")
        if word.endswith("*") and len(word) > 1:
            self.prefixes.setdefault(fold(word[:-1]), []).append(number)
        else:
            for ending in endings[name] if tilde else [""]:
                self.exact.setdefault(fold(stem + ending), []).append(number)
        return number

    def clashes(self) -> Iterator[tuple[str, list[str]]]:
        """Forms that are listed in several classes, and words that come to stand alone in several by their endings."""
        yield from self.doubles
        for form, atoms in self.exact.items():
            kinds = {(self.words[atom].kind, atom in self.capital) for atom in atoms if atom in self.words}
            for capital in (True, False):
                names = sorted(kind for kind, upper in kinds if upper is capital)
                if len(names) > 1:
                    yield form, names

    def fits(self, written: str) -> tuple[int, ...]:
        """The atoms that a word fits."""
        found = self.cache.get(written)
        if found is None:
            if len(self.cache) > _MOST_CACHED:
                self.cache.clear()
            found = self.cache[written] = self._look_up(written)
        return found

    def _look_up(self, written: str) -> tuple[int, ...]:
        folded = fold(written)
        hits = list(self.exact.get(folded, ()))
        if self.prefixes:
            for length in range(min(len(folded), _LONGEST_STEM), 0, -1):
                hits += self.prefixes.get(folded[:length], ())
        if not written[0].isupper():
            hits = [atom for atom in hits if atom not in self.capital]
        return tuple(hits)

    def longest(self, fits: list[tuple[int, ...]], at: int) -> Phrase | None:
        """The longest phrase that begins at a token, of single words the one of lowest rank.

        ``fits`` holds the atoms of every token.
        """
        best: Phrase | None = None
        following = fits[at + 1] if at + 1 < len(fits) else ()
        for atom in fits[at]:
            word = self.words.get(atom)
            if word is not None and (best is None or (len(best.atoms) == 1 and word.rank < best.rank)):
                best = word
            for second in following:
                for phrase in self.phrases.get((atom, second), ()):
                    if (best is None or len(phrase.atoms) > len(best.atoms)) and _stands(phrase, fits, at):
                        best = phrase
        return best


def _stands(phrase: Phrase, fits: list[tuple[int, ...]], at: int) -> bool:
    """Whether a phrase whose first two words fit goes on as the text does."""
    if len(phrase.atoms) == 2:
        return True
    if at + len(phrase.atoms) > len(fits):
        return False
    return all(phrase.atoms[n] in fits[at + n] for n in range(2, len(phrase.atoms)))


def split_form(form: str) -> list[str]:
    """The words of a form; ``*`` and ``~name`` stay with their word."""
    return re.findall(r"[^\W\d_][\w\u055a-\u055e]*(?:\*|~\w+)?|\d+|[^\w\s]", form)
