"""The surely known places of a text, and the company that each name keeps among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from extract.grammar.files import read_yaml
from extract.places.choose import Company, Neighbour, focus_of
from extract.places.kinds import Wanted
from extract.places.page import Page, Sighting
from extract.places.words import ContextWords
from extract.text.lexicon import LEXICON
from gazetteer import Place

REGION = {"west": 43.0, "south": 38.0, "east": 51.0, "north": 42.2}
"""Where the texts' focus is looked for: degrees of longitude and latitude around the South Caucasus."""
_MOST_NEIGHBOURS = 15
"""On either side of a name; what stands farther off tells little of it."""
_SAME_SPOT = 0.4
"""Degrees within which a town and the district named after it lie."""


@cache
def _capitals() -> frozenset[str]:
    return frozenset(map(str, read_yaml(LEXICON / "region.yaml")["capitals"]))


def companies(
    page: Page, kept: Sequence[Sighting], runs: Sequence[range], wanted: Sequence[Wanted], known: ContextWords
) -> list[Company]:
    """For each sighting the surely known places around it."""
    sure = [_surely(sighting, want) for sighting, want in zip(kept, wanted, strict=True)]
    places = [place for place in sure if place is not None]
    focus = focus_of([place for place in places if place.id not in _capitals()], REGION)
    named = frozenset(place.id for place in places)
    result: list[Company] = []
    for run in runs:
        certain = sum(sure[number] is not None for number in run)
        for number in run:
            alone = len(kept[number].candidates) == 1 and sure[number] is not None
            neighbours = () if alone else tuple(_neighbours(page, kept, sure, number))
            listed = certain - (sure[number] is not None) > 0
            located = page.word(kept[number].first - 1) in known.prepositions
            result.append(Company(neighbours, focus, listed, named, located=located))
    return result


def _surely(sighting: Sighting, wanted: Wanted) -> Place | None:
    """The place that a name means whatever stands around it: a strong name of a single spot."""
    strong = [candidate.place for candidate in sighting.candidates if not candidate.name.weak]
    if not strong:
        return None
    first = strong[0]
    if not all(max(abs(place.lat - first.lat), abs(place.lon - first.lon)) < _SAME_SPOT for place in strong):
        return None
    return next((place for place in strong if place.kind in wanted.kinds), first)


def _neighbours(page: Page, kept: Sequence[Sighting], sure: Sequence[Place | None], number: int) -> Iterator[Neighbour]:
    """The nearest surely known places of the same sentence and the one before it."""
    sighting = kept[number]
    sentence = page.sentence(sighting.start)
    for other in range(max(0, number - _MOST_NEIGHBOURS), min(len(kept), number + _MOST_NEIGHBOURS + 1)):
        place = sure[other]
        if place is None or other == number or place.id in _capitals():
            continue
        distance = sentence - page.sentence(kept[other].start)
        if distance in (0, 1):
            gap = max(kept[other].start - sighting.end, sighting.start - kept[other].end)
            yield Neighbour(place, gap, distance == 0)
