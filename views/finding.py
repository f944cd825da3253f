"""Reaching a place by any of its names, in any script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gazetteer import Gazetteer, display_name, nearest_names
from geo import PlaceNames
from views.naming import Names

SUGGESTED = 5
"""Places offered for a name that none has."""


def labels(places: Iterable[PlaceNames], shown: Names) -> dict[str, str]:
    """Return for each place its shown name followed by all others, so that typing any of them finds it; sorted."""
    found = {place.place_id: _label(place, shown) for place in places}
    return dict(sorted(found.items(), key=lambda entry: entry[1].casefold()))


def _label(place: PlaceNames, shown: Names) -> str:
    first = shown.of_place(place.place_id, place.by_style["en"])
    others = dict.fromkeys(name for name in place.names if name not in first.split(" / "))
    return " · ".join((first, *others))


def places_called(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the ids of the places whose name the text is or holds, best first; of none, those with similar names."""
    hits = gazetteer.find(text)
    named = dict.fromkeys(candidate.place.id for hit in hits for candidate in hit.candidates)
    if named:
        return tuple(named)
    similar = nearest_names(text, gazetteer, SUGGESTED)
    same = tuple(found.place.id for found in similar if found.likeness == 1)
    return same or tuple(found.place.id for found in similar)


def name(place_id: str, shown: Names, gazetteer: Gazetteer) -> str:
    """Return what a place is called, whether the store knows it or only the gazetteer."""
    place = gazetteer.places.get(place_id)
    if place_id in shown.shown or place is None:
        return shown.of_place(place_id)
    return display_name(place, "en" if shown.style == "source" else shown.style)


def position(place_id: str, places: Mapping[str, PlaceNames], gazetteer: Gazetteer) -> tuple[float, float] | None:
    """Return (lon, lat) of a place that the store or the gazetteer knows."""
    known = places.get(place_id) or gazetteer.places.get(place_id)
    return (known.lon, known.lat) if known else None
