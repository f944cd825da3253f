"""Where a place or an event lies on the earth: points, lines, areas and rings, in WGS 84, longitude first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import shapely
from geopy.distance import geodesic
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from extract import Event
from gazetteer import Place
from geo.background import country_shapes, district_shapes, folded, water_shapes

LINE_KINDS = ("road", "line", "river")
AREA_KINDS = ("country", "region", "province", "district", "lake")
HULL_KINDS = ("region", "province", "district")
_KNOWN = {
    "country": country_shapes,
    "district": district_shapes,
    "province": district_shapes,
    "lake": water_shapes,
    "river": water_shapes,
}
_TOLERANCE = {"country": 0.05}
_MARGIN_DEGREES = 0.02
_NEARLY_ALL = 0.9
_DISTRICT_KM = 15.0
"""The median district is as large as a circle of 19 km; those without outline are smaller, former ones."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A geometry and where it comes from."""

    geometry: BaseGeometry
    basis: str
    """``point``, ``route``, ``outline`` (gazetteer), ``background`` (Natural Earth), or, approximate,
    ``hull`` (of its settlements) and ``circle`` (of a district of which nothing else is known)."""


def place_shape(place: Place, places: Mapping[str, Place]) -> Shape:
    """The place's line or area, else its point.

    Areas: the gazetteer's outline, else the background's, else what the places ``within`` span, which is approximate.
    """
    if place.kind in LINE_KINDS and (line := _line(place, places)):
        return Shape(line, "route")
    if place.outline:
        return Shape(_polygon(place), "outline")
    if place.kind in AREA_KINDS or place.kind == "river":
        return _area(place, places)
    return Shape(Point(place.lon, place.lat), "point")


def event_geometry(event: Event, shapes: Mapping[str, Shape], places: Mapping[str, Place]) -> BaseGeometry | None:
    """The area of an event known to a district, the line of one on a road or along a movement, else its point.

    ``None`` for an event without place. An event "near" a place keeps the place's point: ``radius_km`` says how far.
    """
    if event.lon is None or event.lat is None:
        return None
    if event.via and (line := line_through(event.via, places)):
        return line
    known = shapes.get(event.place_id or "")
    if known is not None and event.geo_precision != "point" and event.radius_km is None:
        return known.geometry
    return Point(event.lon, event.lat)


def line_through(via: tuple[str, ...], places: Mapping[str, Place]) -> LineString | None:
    """A line through the places named, in order; ``None`` if fewer than two are known."""
    points = [(places[stop].lon, places[stop].lat) for stop in via if stop in places]
    return LineString(points) if len(set(points)) > 1 else None


def towards(lon: float, lat: float, distance_km: float, bearing: float) -> tuple[float, float]:
    """(lon, lat) of the point so far away on the ellipsoid, ``bearing`` in degrees from north."""
    stop = geodesic(kilometers=distance_km).destination((lat, lon), bearing=bearing)
    return stop.longitude, stop.latitude


def ring(lon: float, lat: float, radius_km: float, corners: int = 48) -> Polygon:
    """A circle on the ellipsoid, as a polygon."""
    return Polygon([towards(lon, lat, radius_km, 360 * corner / corners) for corner in range(corners)])


def label_point(geometry: BaseGeometry) -> tuple[float, float]:
    """(lon, lat) of a point inside an area, halfway along a line, or of the point itself."""
    if geometry.geom_type in ("LineString", "MultiLineString"):
        middle = geometry.interpolate(0.5, normalized=True)
        return middle.x, middle.y
    inside = geometry.representative_point()
    return inside.x, inside.y


def _line(place: Place, places: Mapping[str, Place]) -> LineString | None:
    points = [
        (stop.lon, stop.lat) for stop in (places.get(via) if isinstance(via, str) else via for via in place.via) if stop
    ]
    return LineString(points) if len(set(points)) > 1 else None


def _polygon(place: Place) -> BaseGeometry:
    return shapely.make_valid(Polygon([(corner.lon, corner.lat) for corner in place.outline]))


def _area(place: Place, places: Mapping[str, Place]) -> Shape:
    if (drawn := _background(place)) is not None:
        return Shape(shapely.make_valid(drawn.simplify(_TOLERANCE.get(place.kind, 0.0))), "background")
    if place.kind in HULL_KINDS and (hull := _hull(place, places)) is not None:
        return Shape(hull, "hull")
    if place.kind == "district":
        return Shape(ring(place.lon, place.lat, _DISTRICT_KM, 24), "circle")
    return Shape(Point(place.lon, place.lat), "point")


def _background(place: Place) -> BaseGeometry | None:
    known = _KNOWN[place.kind]() if place.kind in _KNOWN else {}
    keys = (folded(name.name).removesuffix(" river") for name in place.names)
    return next((known[key] for key in keys if key in known), None)


def _hull(place: Place, places: Mapping[str, Place]) -> BaseGeometry | None:
    """The districts it is made of, where these hold nearly all of its settlements, else what the settlements span."""
    parts = [other for other in places.values() if place.id in other.within]
    outlines = [drawn for part in parts if part.kind == "district" and (drawn := _background(part)) is not None]
    points = MultiPoint([(part.lon, part.lat) for part in parts if part.kind in ("city", "village")])
    if outlines:
        whole = shapely.union_all(outlines)
        held = sum(whole.contains(point) for point in points.geoms)
        if held >= _NEARLY_ALL * len(points.geoms):
            return whole
    if len(points.geoms) < 3:
        return None
    concave = shapely.concave_hull(points, ratio=0.4)
    return concave.buffer(_MARGIN_DEGREES, quad_segs=4).simplify(_MARGIN_DEGREES / 4)
