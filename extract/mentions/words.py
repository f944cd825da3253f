"""The context words of ``lexicon/places/*.yaml``, every form of each; those of all languages together.

News mixes languages (a Russian quotation, a name in its own script), and the words of the four rarely collide.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.tokens import fold
from extract.wordlists import WordListError, read_lists

Words = frozenset[str]
SETTLEMENTS = frozenset({"city", "village"})
AREAS = frozenset({"district", "province", "region"})
"""Kinds of one family are often taken for each other."""


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that tells of what kind a place is."""

    kinds: frozenset[str]
    plural: bool


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Folded words, by what they tell about the name next to them."""

    kind_after: Mapping[str, KindWord]
    kind_before: Mapping[str, KindWord]
    quarters: Words
    no_part: Words
    of: Words
    articles: Words
    definite: Words
    joiners: Words
    kind_fillers: Words
    road_after: Words
    road_single: Words
    road_before: Words
    road_fillers: Words
    no_road_endings: Words
    heads: Words
    plain_heads: Words
    prefixes: Words
    clubs: Words
    genitive: Words
    seats: tuple[str, ...]
    streets: Words
    of_heads: Words
    bodies: Words
    links: Words
    quoted: Words
    official: Words
    fillers: Words
    addresses: Words
    titles: Words
    given: Words
    particles: Words
    surname_ends: tuple[str, ...]
    prepositions: Words
    subject_endings: Words
    says: Words
    capitals: Words
    clause: Words
    acts: Words
    helpers: Words
    states: Words
    no_acts: Words
    act_endings: tuple[str, ...]
    acting_endings: tuple[str, ...]
    official_voice: Words
    possessed: Words
    passed: Words
    things: Words
    unknown_in: Words
    no_names: Words


@lru_cache(maxsize=1)
def context_words() -> ContextWords:
    """The words as the lexicon has them.

    Raises:
        WordListError: if a list is malformed, or a word to be inflected is in a language without endings.

    """

    def some(file: str, *keys: str) -> Words:
        return frozenset(
            form for key in keys for language, words in _lists(file, key) for form, _ in _forms(words, language)
        )

    return ContextWords(
        kind_after=_kind_words("after_"),
        kind_before=_kind_words("before_"),
        quarters=some("kinds", "quarters"),
        no_part=some("kinds", "no_part"),
        of=some("kinds", "of"),
        articles=some("kinds", "articles"),
        definite=some("kinds", "definite"),
        joiners=some("kinds", "joiners"),
        kind_fillers=some("kinds", "fillers"),
        road_after=some("roads", "after"),
        road_single=some("roads", "single"),
        road_before=some("roads", "before"),
        road_fillers=some("roads", "fillers"),
        no_road_endings=some("roads", "no_road_endings"),
        heads=some("organisations", "heads"),
        plain_heads=some("organisations", "plain"),
        prefixes=some("organisations", "prefixes"),
        clubs=some("organisations", "clubs"),
        genitive=some("organisations", "genitive"),
        seats=tuple(sorted(some("organisations", "seats"))),
        streets=some("organisations", "streets"),
        of_heads=some("organisations", "of"),
        bodies=some("organisations", "bodies"),
        links=some("organisations", "links"),
        quoted=some("organisations", "quoted"),
        official=some("organisations", "official"),
        fillers=some("organisations", "fillers"),
        addresses=some("persons", "addresses"),
        titles=some("persons", "titles"),
        given=some("persons", "given"),
        particles=some("persons", "particles"),
        surname_ends=tuple(sorted(some("persons", "surname_ends"))),
        prepositions=some("persons", "prepositions"),
        subject_endings=some("roles", "subject_endings"),
        says=some("roles", "says"),
        capitals=some("roles", "capitals"),
        clause=some("roles", "clause"),
        acts=some("roles", "acts"),
        helpers=some("roles", "helpers"),
        states=some("roles", "states"),
        no_acts=some("roles", "no_acts"),
        act_endings=tuple(sorted(some("roles", "act_endings"))),
        acting_endings=tuple(sorted(some("roles", "acting_endings"))),
        official_voice=some("roles", "official"),
        possessed=some("roles", "possessed"),
        passed=some("roles", "passed"),
        things=some("roles", "things"),
        unknown_in=some("unknown", "in"),
        no_names=some("unknown", "no_names"),
    )


def _lists(file: str, key: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    for language, lists in read_lists(f"places/{file}.yaml").items():
        yield language, lists.get(key, ())


def _kind_words(side: str) -> dict[str, KindWord]:
    found: dict[str, KindWord] = {}
    for language, lists in read_lists("places/kinds.yaml").items():
        for key, words in lists.items():
            if key.startswith(side):
                kind = key.removeprefix(side)
                kinds = SETTLEMENTS if kind == "settlement" else frozenset({kind})
                for form, plural in _forms(words, language):
                    known = found.get(form, KindWord(frozenset(), True))
                    found[form] = KindWord(known.kinds | kinds, known.plural and plural)
    return found


def _forms(words: Iterable[str], language: str) -> Iterable[tuple[str, bool]]:
    """Each form of the words, and whether it is a plural."""
    for word in words:
        if not word.endswith("~"):
            yield fold(word), False
            continue
        for ending, plural in _endings(language):
            if plural or not word.endswith("~~"):
                yield fold(word.rstrip("~") + ending), plural


@lru_cache(maxsize=8)
def _endings(language: str) -> tuple[tuple[str, bool], ...]:
    lists = read_lists("places/endings.yaml").get(language)
    if lists is None or not {"one", "many", "case"} <= lists.keys():
        raise WordListError(f"places/endings.yaml: {language}: add its endings as lists `one`, `many` and `case`")
    several = {ending for pair in itertools.product(lists["many"], lists["case"]) if (ending := "".join(pair))}
    single = {"".join(pair) for pair in itertools.product(lists["one"], lists["case"])} - several
    return tuple((ending, False) for ending in sorted(single)) + tuple((ending, True) for ending in sorted(several))
