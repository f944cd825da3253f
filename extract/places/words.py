"""The context words of ``lexicon/places/*.yaml``, every form of each; those of all languages together.

News mixes languages (a Russian quotation, a name in its own script), and the words of the four rarely collide.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.text.tokens import fold
from extract.text.wordlists import WordListError, read_lists

Words = frozenset[str]
SETTLEMENTS = frozenset({"city", "village"})
AREAS = frozenset({"district", "province", "region"})
"""Kinds of one family are often taken for each other."""
_TYPED_LENGTH = 3
"""Shorter words mean too much in other languages (``də`` is "too", ``de`` is "of")."""


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
    bare_heads: Words
    prefixes: Words
    named: Words
    tails: Words
    anew: Words
    clubs: Words
    sports: Words
    contests: Words
    makes: Words
    vehicles: Words
    compass: tuple[str, ...]
    genitive: Words
    seats: tuple[str, ...]
    streets: Words
    one_street: Words
    one_square: Words
    street_leads: Words
    unchanging: tuple[str, ...]
    of_heads: Words
    bodies: Words
    links: Words
    quoted: Words
    official: Words
    fillers: Words
    addresses: Words
    titles: Words
    given: Words
    first: Words
    countries: Words
    peoples: Words
    poets: Words
    memorials: Words
    inside: Words
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
        bare_heads=some("organisations", "bare"),
        prefixes=some("organisations", "prefixes"),
        named=some("organisations", "named"),
        tails=some("organisations", "tails"),
        anew=some("organisations", "anew"),
        clubs=some("organisations", "clubs"),
        sports=some("organisations", "sports"),
        contests=some("organisations", "contests"),
        makes=some("organisations", "makes"),
        vehicles=some("organisations", "vehicles"),
        compass=tuple(sorted(some("organisations", "compass"))),
        genitive=some("organisations", "genitive"),
        seats=tuple(sorted(some("organisations", "seats"))),
        streets=some("organisations", "streets"),
        one_street=some("organisations", "one_street"),
        one_square=some("organisations", "one_square"),
        street_leads=some("organisations", "street_leads"),
        unchanging=tuple(sorted(some("organisations", "unchanging"))),
        of_heads=some("organisations", "of"),
        bodies=some("organisations", "bodies"),
        links=some("organisations", "links"),
        quoted=some("organisations", "quoted"),
        official=some("organisations", "official"),
        fillers=some("organisations", "fillers"),
        addresses=some("persons", "addresses"),
        titles=some("persons", "titles"),
        given=some("persons", "given"),
        first=some("persons", "first"),
        countries=some("persons", "countries"),
        peoples=some("persons", "peoples"),
        poets=some("persons", "poets"),
        memorials=some("persons", "memorials"),
        inside=some("persons", "inside"),
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
    """Each form of the words, as spelled and as typed without the language's letters, and whether it is a plural."""
    for word in words:
        endings = _endings(language) if word.endswith("~") else (("", False),)
        for ending, plural in endings:
            if plural or not word.endswith("~~"):
                yield fold(word.rstrip("~") + ending), plural
                if (typed := _as_typed(word.rstrip("~"), ending, language)) is not None:
                    yield typed, plural


def _as_typed(stem: str, ending: str, language: str) -> str | None:
    """The form without the language's letters; ``None`` if it means something else then, or is the same."""
    letters, others = _typed(language)
    typed = fold(stem + ending).translate(letters)
    special = fold(stem).translate(letters) != fold(stem) or len(ending) > 1
    return typed if special and len(typed) >= _TYPED_LENGTH and typed not in others else None


@lru_cache(maxsize=8)
def _typed(language: str) -> tuple[Mapping[int, str], Words]:
    """What stands for the letters that a keyboard lacks, and the words that such a spelling makes of others."""
    lists = read_lists("places/endings.yaml").get(language, {})
    return {ord(fold(pair[0])): pair[1] for pair in lists.get("typed", ())}, frozenset(lists.get("untyped", ()))


@lru_cache(maxsize=8)
def _endings(language: str) -> tuple[tuple[str, bool], ...]:
    lists = read_lists("places/endings.yaml").get(language)
    if lists is None or not {"one", "many", "case"} <= lists.keys():
        raise WordListError(f"places/endings.yaml: {language}: add its endings as lists `one`, `many` and `case`")
    several = {ending for pair in itertools.product(lists["many"], lists["case"]) if (ending := "".join(pair))}
    single = {"".join(pair) for pair in itertools.product(lists["one"], lists["case"])} - several
    return tuple((ending, False) for ending in sorted(single)) + tuple((ending, True) for ending in sorted(several))
