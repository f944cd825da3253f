"""The gazetteer's rows as a store keeps them: names in every style, ancestors and shape."""

from __future__ import annotations

from collections.abc import Mapping

import shapely

from extract import Event, Mention
from gazetteer import STYLES, Name, Place, display_name
from geo.geometry import Shape
from geo.schema import Row


def place_row(place: Place, places: Mapping[str, Place], shape: Shape) -> Row:
    """The row of ``places.parquet``; ``within`` holds all ancestors, nearest first."""
    return {
        "place_id": place.id,
        "kind": place.kind,
        "name": display_name(place),
        **{f"name_{style}": display_name(place, style) for style in STYLES},
        "names": list(dict.fromkeys(name.name for name in place.names)),
        "within": ancestors(place, places),
        "lon": place.lon,
        "lat": place.lat,
        "start_year": place.start_year,
        "end_year": place.end_year,
        "same_road": place.same_road,
        "courses": [
            {"first": course.first, "last": course.last, "geometry": shapely.to_wkb(course.line)}
            for course in shape.courses
        ],
        "shape": shape.basis,
        "source": place.source,
        "geometry": shapely.to_wkb(shape.geometry),
    }


def ancestors(place: Place, places: Mapping[str, Place]) -> list[str]:
    """All places that it lies within, directly or not, nearest first."""
    found: dict[str, None] = {}
    waiting = list(place.within)
    while waiting:
        above = waiting.pop(0)
        if above not in found and above != place.id:
            found[above] = None
            waiting += places[above].within if above in places else ()
    return list(found)


def composed_place(record: Mention | Event) -> Place | None:
    """The place of a record as a gazetteer row, for places that are in no gazetteer: roads composed of two towns.

    ``None`` for an event without place.
    """
    if record.place_id is None or record.lon is None or record.lat is None:
        return None
    kind = record.kind if isinstance(record, Mention) else record.place_kind
    name = Name(name=record.place_name or record.place_id, lang="en")
    return Place(record.place_id, kind or "site", record.lat, record.lon, (name,), via=record.via, source="text")
