"""Where a place or an event lies on the earth: points, lines, areas and rings, in WGS 84, longitude first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely
from geopy.distance import geodesic
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

from extract import Event
from gazetteer import Place
from gazetteer import Point as Corner
from geo.background import country_shapes, district_shapes, folded, water_shapes
from geo.courses import CourseLine, line_between

LINE_KINDS = ("road", "line", "river")
AREA_KINDS = ("country", "region", "province", "district", "lake")
HULL_KINDS = ("region", "province", "district")
POINT_KINDS = ("city", "village", "site", "bridge", "mountain")
"""Kinds of places that a line can run through."""
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
    courses: tuple[CourseLine, ...] = ()
    """Of a road that was led another way: its lines by time, oldest first."""


def place_shape(place: Place, places: Mapping[str, Place]) -> Shape:
    """The place's line or area, else its point.

    Areas: the gazetteer's outline, else the background's, else what the places ``within`` span, which is approximate.
    """
    if place.kind in LINE_KINDS and (line := _through(place.via, places)):
        return Shape(line, "route", _courses(place, places))
    if place.outline:
        return Shape(_polygon(place), "outline")
    if place.kind in AREA_KINDS or place.kind == "river":
        return _area(place, places)
    return Shape(Point(place.lon, place.lat), "point")


def event_geometry(event: Event, shapes: Mapping[str, Shape], places: Mapping[str, Place]) -> BaseGeometry | None:
    """The line of an event's road, the line of a movement, the area of what is known to a district, else its point.

    ``None`` for an event without place. An event on a road has the road's own line, wherever the text comes from or
    the convoy goes, and however near it was: the course of its days, without a date that of the day of publication, or
    all that may be meant. An event "near" another place keeps the place's point: ``radius_km`` says how far.
    """
    if event.lon is None or event.lat is None:
        return None
    known = shapes.get(event.place_id or "")
    if event.place_kind == "road":
        return _road_line(event, known) if known is not None else Point(event.lon, event.lat)
    if event.via and (line := line_through(event.via, places)):
        return line
    if known is not None and event.geo_precision != "point" and event.radius_km is None:
        return known.geometry
    return Point(event.lon, event.lat)


def line_through(via: tuple[str, ...], places: Mapping[str, Place]) -> LineString | None:
    """A line through the places named, in order; ``None`` if fewer than two are known and have a point of their own.

    An area or a line has none: no line runs to the middle of a region.
    """
    return _through(via, places)


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


def _road_line(event: Event, road: Shape) -> BaseGeometry:
    first, last = (event.date_start, event.date_end) if event.date_start else (event.published, event.published)
    return line_between(road.courses, first, last) or road.geometry


def _courses(place: Place, places: Mapping[str, Place]) -> tuple[CourseLine, ...]:
    lines = ((course, _through(course.via, places)) for course in place.courses)
    return tuple(CourseLine(course.first, course.last, line) for course, line in lines if line is not None)


def _through(via: Iterable[str | Corner], places: Mapping[str, Place]) -> LineString | None:
    steps = (places.get(step) if isinstance(step, str) else step for step in via)
    points = [(step.lon, step.lat) for step in steps if step and getattr(step, "kind", "site") in POINT_KINDS]
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
