"""Which areas each place lies in, by the gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from gazetteer import Gazetteer

_MOST_STEPS = 8


@lru_cache(maxsize=4)
def areas_around(gazetteer: Gazetteer) -> Mapping[str, frozenset[str]]:
    """For each place id, the ids of all areas it lies in, near and far."""
    return {place_id: _around(place_id, gazetteer) for place_id in gazetteer.places}


def _around(place_id: str, gazetteer: Gazetteer) -> frozenset[str]:
    found: set[str] = set()
    fresh = [place_id]
    for _ in range(_MOST_STEPS):
        fresh = [
            area
            for one in fresh
            for area in gazetteer.places[one].within
            if area not in found and area in gazetteer.places
        ]
        found.update(fresh)
    return frozenset(found)


@lru_cache(maxsize=4)
def districts_of(gazetteer: Gazetteer) -> Mapping[str, frozenset[str]]:
    """For each place id, the districts it lies in, itself if it is one."""
    districts = {place_id for place_id, place in gazetteer.places.items() if place.kind == "district"}
    return {place_id: (areas | {place_id}) & districts for place_id, areas in areas_around(gazetteer).items()}
