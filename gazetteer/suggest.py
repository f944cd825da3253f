"""Known names that are spelled like an unknown one: for suggestions only, never for finding places.

Spelling says little: Aghdam and Aghdara are nearly the same letters and two towns, Khojaly and Ivanyan one town.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz, process

from gazetteer.fold import fold
from gazetteer.gazetteer import Gazetteer
from gazetteer.model import Place

LIKENESS = 0.72
"""Names less alike than this are not worth showing."""
_ACROSS_SCRIPTS = 0.95
"""What likeness after romanising is worth beside likeness in the same script."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A known place with a similar name."""

    place: Place
    name: str
    likeness: float
    """From 0 to 1."""


def nearest_names(name: str, gazetteer: Gazetteer, limit: int = 3) -> tuple[Suggestion, ...]:
    """The places with the most similar names in any script.

    Args:
        name: As it stands in a text, case ending and all.
        gazetteer: Where to look.
        limit: At most so many places.

    Returns:
        Best first, each place once: rank is ``(-likeness, place id)``. Empty if nothing is alike.

    """
    best: dict[str, Suggestion] = {}
    for spellings, query, worth in (
        (_spellings(gazetteer)[0], fold(name), 1.0),
        (_spellings(gazetteer)[1], _romanised(name), _ACROSS_SCRIPTS),
    ):
        cutoff = 100 * LIKENESS / worth
        for _, score, (place, known) in _similar(query, spellings, cutoff, 4 * limit):
            likeness = worth * score / 100
            if place.id not in best or best[place.id].likeness < likeness:
                best[place.id] = Suggestion(place, known, likeness)
    ranked = sorted(best.values(), key=lambda found: (-found.likeness, found.place.id))
    return tuple(ranked[:limit])


_Spellings = Mapping[str, list[tuple[Place, str]]]


def _similar(
    query: str, spellings: _Spellings, cutoff: float, limit: int
) -> list[tuple[str, float, tuple[Place, str]]]:
    alike = process.extract(query, list(spellings), scorer=fuzz.ratio, score_cutoff=cutoff, limit=limit)
    return [(spelling, score, bearer) for spelling, score, _ in alike for bearer in spellings[spelling]]


@lru_cache(maxsize=2)
def _spellings(gazetteer: Gazetteer) -> tuple[_Spellings, _Spellings]:
    """All names folded, and all names romanised."""
    folded: dict[str, list[tuple[Place, str]]] = {}
    romanised: dict[str, list[tuple[Place, str]]] = {}
    for place in gazetteer.places.values():
        for name in place.names:
            folded.setdefault(fold(name.name), []).append((place, name.name))
            romanised.setdefault(_romanised(name.name), []).append((place, name.name))
    return folded, romanised


def _romanised(name: str) -> str:
    return fold(anyascii(name))
