"""Event groups as GeoJSON features that carry their look: what the map draws, whatever draws it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.background import FeatureCollection
from geo.family import Family, families
from geo.geometry import label_point, towards
from geo.palette import palette

Feature = dict[str, Any]
Caption = Callable[[Mapping[str, Any]], Sequence[str]]
"""From a row of ``by_place`` to the lines of a tooltip, as plain text."""

MOST_MARKERS = 400
"""More places than this are merged on a grid, so that what is sent stays small."""
_FINEST = 0.04
RING_BEARING = 45.0
"""Degrees from north at which the marker of events "near" a place sits on their ring."""
_DIGITS = 4


def collection(features: Iterable[Feature]) -> FeatureCollection:
    """A GeoJSON FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features)}


def feature(geometry: BaseGeometry, **properties: object) -> Feature:
    """A GeoJSON feature, coordinates to four digits (10 m)."""
    return {"type": "Feature", "properties": properties, "geometry": rounded(mapping(geometry))}


def event_features(
    places: pd.DataFrame,
    shapes: Mapping[str, BaseGeometry],
    caption: Caption,
    theme: str = "light",
) -> list[Feature]:
    """Areas, rings and lines first, then a marker for each place: its size by the number of events.

    ``places`` is a frame of ``by_place``, ``shapes`` the outlines and lines of ``Store.shapes``. Events known to an
    area only get a hollow marker inside it, never on its capital; events "near" a place one on the ring around it.
    """
    rows = [{str(column): value for column, value in row.items()} for row in places.to_dict("records")]
    under = [drawn for row in rows for drawn in _ground(row, shapes, theme)]
    most = max((row["n"] for row in rows), default=1)
    return under + [_marker(row, most, _position(row, shapes), caption) for row in rows]


def merged(places: pd.DataFrame, most: int = MOST_MARKERS) -> pd.DataFrame:
    """The same rows, or, where there are more than ``most``, points summed on the finest grid that gets below it.

    A summed row stands at its most frequent place and lists all of them in the column ``members``; movements and "near"
    are summed as points. Areas and roads stay: there are only as many as the gazetteer has.
    """
    if len(places) <= most:
        return places
    alike = places["geo_precision"].eq("point") | places["via"].ne("") | places["radius_km"].notna()
    rest, points = places[~alike], places[alike].assign(via="", radius_km=float("nan"), geo_precision="point")
    room, step = max(most - len(rest), most // 4), _FINEST
    summed = _summed(points, step)
    while len(summed) > room:
        step *= 2
        summed = _summed(points, step)
    return pd.concat([summed, rest.assign(members=None)], ignore_index=True)


def _summed(points: pd.DataFrame, step: float) -> pd.DataFrame:
    cells = points.assign(
        column=(points["lon"] / step).round(), line=(points["lat"] / step).round(), members=points["place_id"]
    )
    return cells.groupby(["column", "line"], as_index=False).agg(_summing()).drop(columns=["column", "line"])


def leading(row: Mapping[str, Any]) -> Family:
    """The family with most events; the first in the legend's order among equals."""
    return max(families(), key=lambda family: row[family.id])


def colour_of(family: Family, theme: str) -> str:
    """The family's colour on this map."""
    return family.dark if theme == "dark" else family.colour


def radius(n: float, most: float) -> float:
    """Pixels: area grows in proportion to the number of events, so that ``most`` fits on the map."""
    return round(4.5 + min(2.4, 22 / math.sqrt(most)) * math.sqrt(n), 1)


def _summing() -> dict[str, Any]:
    counts = dict.fromkeys(("n", "denied", *(family.id for family in families())), "sum")
    first = dict.fromkeys(
        ("place_id", "place_name", "place_kind", "geo_precision", "via", "lines", "line", "lon", "lat"), "first"
    )
    return {**first, "members": list, "radius_km": "max", "first": "min", "last": "max", "outlets": "max", **counts}


def _ground(row: Mapping[str, Any], shapes: Mapping[str, BaseGeometry], theme: str) -> list[Feature]:
    colour = colour_of(leading(row), theme)
    if pd.notna(row["radius_km"]):
        look = {"color": colour, "weight": 1, "dashArray": "3 4", "fillColor": colour, "fillOpacity": 0.06}
        around = look | {"metres": round(row["radius_km"] * 1000)}
        return [feature(shapely.Point(row["lon"], row["lat"]), place=row["place_id"], look=around)]
    shape = _shape(row, shapes)
    if shape is None or shape.geom_type == "Point" or row["geo_precision"] in ("point", "country"):
        return []
    return [feature(shape, place=row["place_id"], look=_ground_look(row, colour))]


def _shape(row: Mapping[str, Any], shapes: Mapping[str, BaseGeometry]) -> BaseGeometry | None:
    """The courses of the road that the events are on, else the outline or line of their place."""
    if not isinstance(row["line"], bytes | bytearray):
        return shapes.get(row["via"] or row["place_id"])
    found = [part for line in row["lines"] for part in shapely.get_parts(shapely.from_wkb(bytes(line)))]
    by_shape = {part.wkb: part for part in found}
    ways = [by_shape[shape] for shape in sorted(by_shape)]
    return ways[0] if len(ways) == 1 else shapely.MultiLineString(ways)


def _ground_look(row: Mapping[str, Any], colour: str) -> dict[str, object]:
    if row["via"] or row["geo_precision"] == "route":
        return {"color": colour, "weight": 2, "opacity": 0.8, "fill": False}
    dense = 0.18 if row["geo_precision"] == "region" else 0.35
    return {"color": colour, "weight": 1, "opacity": 0.7, "dashArray": "4 4", "hatch": colour, "fillOpacity": dense}


def _position(row: Mapping[str, Any], shapes: Mapping[str, BaseGeometry]) -> tuple[float, float]:
    shape = _shape(row, shapes)
    if pd.notna(row["radius_km"]):
        return towards(row["lon"], row["lat"], row["radius_km"], RING_BEARING)
    if shape is None or row["geo_precision"] == "point":
        return row["lon"], row["lat"]
    is_road = isinstance(row["line"], bytes | bytearray)
    return label_point(shapely.get_parts(shapely.from_wkb(bytes(row["line"])))[-1] if is_road else shape)


def tone(theme: str) -> dict[str, object]:
    """What markers need to know once, in place of each carrying it: colours, and each family's colour and shape."""
    colours = palette(theme)
    known = [{"shape": family.shape, "colour": colour_of(family, theme)} for family in families()]
    return {"stroke": colours["stroke"], "land": colours["land"], "ink": colours["ink"], "families": known}


def _marker(row: Mapping[str, Any], most: int, at: tuple[float, float], caption: Caption) -> Feature:
    exact = row["geo_precision"] in ("point", "route") and pd.isna(row["radius_km"])
    look: dict[str, object] = {
        "radius": radius(row["n"], most),
        "counts": [int(row[family.id]) for family in families()],
    }
    told: dict[str, object] = {"place": row["place_id"], "tip": list(caption(row))}
    told |= {"members": row["members"]} if isinstance(row.get("members"), list) else {}
    return feature(shapely.Point(at), **told, look=look | ({} if exact else {"soft": True}))


def rounded(geometry: Mapping[str, Any]) -> dict[str, Any]:
    """A GeoJSON geometry with coordinates to four digits."""
    return {"type": geometry["type"], "coordinates": _round(geometry["coordinates"])}


def _round(coordinates: Any) -> Any:
    if isinstance(coordinates[0], int | float):
        return [round(value, _DIGITS) for value in coordinates[:2]]
    return [_round(part) for part in coordinates]
